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

    /// <summary>See his own calls: the caller's number and history, the recording, why they came to him.</summary>
    ReadOwnCalls,

    /// <summary>The same of everybody's calls.</summary>
    ReadAllCalls,

    /// <summary>Read and search tickets.</summary>
    ReadTickets,

    /// <summary>Write drafts and outcomes; the ticket's own rules say whose.</summary>
    WriteTickets,

    /// <summary>See the floor: who talks, who waits.</summary>
    WatchFloor,

    /// <summary>See who wants to be called back, and say that it was done.</summary>
    CallBack,

    /// <summary>Make accounts and change them.</summary>
    ManagePeople,
}
