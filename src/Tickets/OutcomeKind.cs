namespace Hotline.Tickets;

/// <summary>The outcomes of a call (CALL-07).</summary>
public enum OutcomeKind
{
    DirectAnswer,
    Ticket,
    Transfer,
    NotAccepted,

    /// <summary>由有关单位按照职责受理 (ACC-14): not refused, but another body's to take up.</summary>
    Referral,

    /// <summary>The matter has a ticket, and what the citizen said was added to that one (补充).</summary>
    Supplement,

    /// <summary>The matter has a ticket, and the citizen asked for that one to be dealt with (催办).</summary>
    Expedite,
}
