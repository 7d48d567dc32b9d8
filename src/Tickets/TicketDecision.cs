namespace Hotline.Tickets;

/// <summary>The answer to a <see cref="TicketCommand"/>.</summary>
public abstract record TicketDecision
{
    private TicketDecision() { }

    /// <summary>The ticket as it is to be saved, one version further, and the steps to write with it.</summary>
    public sealed record Changed(Ticket Ticket, IReadOnlyList<TicketStep> Steps) : TicketDecision;

    /// <summary>The ticket holds already what is wanted: the same wish told again, whose first answer was lost.</summary>
    public sealed record Already(Ticket Ticket) : TicketDecision;

    /// <summary>Nothing changes. <paramref name="Fields"/> names the fields to blame; empty where no field is.</summary>
    public sealed record Refused(TicketRefusal Code, IReadOnlyList<TicketField> Fields) : TicketDecision;
}

/// <summary>Why a command was refused.</summary>
public enum TicketRefusal
{
    /// <summary>The ticket has left the draft; its form is closed.</summary>
    NotDraft,

    /// <summary>Nothing is to be done for it any more, or not yet: it cannot be added to or asked for.</summary>
    NotOpen,

    /// <summary>The draft belongs to another agent.</summary>
    NotYours,

    /// <summary>The outcome needs fields that are empty.</summary>
    FieldsMissing,

    /// <summary>Fields are longer than <see cref="TicketLimits"/> allows.</summary>
    FieldsTooLong,
}
