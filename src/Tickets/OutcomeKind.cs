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
}
