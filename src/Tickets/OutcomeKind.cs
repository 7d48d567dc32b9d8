namespace Hotline.Tickets;

/// <summary>The four outcomes of a call (CALL-07).</summary>
public enum OutcomeKind
{
    DirectAnswer,
    Ticket,
    Transfer,
    NotAccepted,
}
