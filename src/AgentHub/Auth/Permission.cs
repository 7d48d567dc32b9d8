namespace Hotline.AgentHub.Auth;

/// <summary>What somebody may do. Who has it stands in <see cref="Rights"/> alone.</summary>
public enum Permission
{
    /// <summary>Have a session at all, and end it.</summary>
    SignIn,

    /// <summary>Read the city's lists: units, categories, reasons, parties.</summary>
    ReadReference,

    /// <summary>Have a phone and a desk: be ready, be rung, hold, bring somebody in, give back.</summary>
    TakeCalls,

    /// <summary>See calls: the caller's number and history, the recording, why they came to somebody.</summary>
    ReadCalls,

    /// <summary>Read and search tickets that are not confidential.</summary>
    ReadTickets,

    /// <summary>The same of tickets that are confidential (保密).</summary>
    ReadConfidential,

    /// <summary>Write drafts and outcomes; the ticket's own rules say whose.</summary>
    WriteTickets,

    /// <summary>See the floor: who talks, who waits.</summary>
    WatchFloor,

    /// <summary>See who wants to be called back, and say that it was done.</summary>
    CallBack,

    /// <summary>See and change what numbers, trunks and plans mean.</summary>
    ManageNumbers,

    /// <summary>Make accounts and change them: those of administrators only with <see cref="ManageSecurity"/>, all others without.</summary>
    ManagePeople,

    /// <summary>Say who the administrators are, open locked accounts, end others' sessions.</summary>
    ManageSecurity,

    /// <summary>Read the audit, and take it along.</summary>
    ReadAudit,
}
