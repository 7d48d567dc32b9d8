using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>A command on a ticket, with what is needed to decide it, to keep it and to account for it.</summary>
/// <param name="Ticket">Which.</param>
/// <param name="Version">The version that the person had before him.</param>
/// <param name="Command">What is wanted.</param>
/// <param name="Sight">What the person sees: of a ticket beyond it, not even that it is there is told.</param>
/// <param name="At">Now, UTC.</param>
/// <param name="CityDate">The city's local date (<see cref="TicketNumber.CityDate"/>), for the number of a ticket that is accepted.</param>
/// <param name="Address">Address of the browser, for the audit.</param>
public sealed record TicketWish(
    string Ticket, int Version, TicketCommand Command, TicketSight Sight, DateTimeOffset At, DateOnly CityDate, string Address)
{
    /// <summary>By which the case begins of a ticket that is accepted, or answered on the spot; null where none is to begin.</summary>
    public ICaseRules? Birth { get; init; }
}

/// <summary>What came of a <see cref="TicketWish"/>. None of these is an exception.</summary>
public abstract record TicketAnswer
{
    private TicketAnswer() { }

    /// <summary>Kept, with its steps, what others are told of them, and the audit; or kept so before, where the same is told again.</summary>
    public sealed record Done(Ticket Ticket) : TicketAnswer;

    /// <summary>Somebody saved in between; nothing was written. <paramref name="Current"/> is what stands there now.</summary>
    public sealed record Stale(Ticket Current) : TicketAnswer;

    /// <summary>The ticket's rules say no.</summary>
    public sealed record Refused(TicketDecision.Refused Why) : TicketAnswer;

    /// <summary>There is no such ticket, or none that this person may see.</summary>
    public sealed record NotFound : TicketAnswer;
}
