using Hotline.AgentHub.Auth;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>
/// Which cases somebody sees. A unit sees those in which it has a task, and none in which it is accused; the hotline's people see what they see of
/// tickets.
/// </summary>
/// <param name="Ticket">What is seen of tickets.</param>
/// <param name="Unit">Code of the unit he works for; null for the hotline's people.</param>
/// <param name="Number">The number that a citizen told him: it opens what is not confidential.</param>
internal sealed record CaseSight(TicketSight Ticket, string? Unit, string? Number)
{
    public static readonly CaseSight Everything = new(TicketSight.Everything, null, null);

    /// <summary>True where he may know that the case is there.</summary>
    public bool Sees(TicketCase subject) => Through(subject).Length > 0;

    /// <summary>By what he sees it, for the audit; empty where he does not.</summary>
    public string Through(TicketCase subject) => Unit is null
        ? (Number is { Length: > 0 } && subject.Ticket.Number == Number ? Ticket with { Open = true } : Ticket).Through(subject.Ticket)
        : Unit != subject.AccusedUnit && subject.Assignments.Any(task => task.Unit == Unit && !task.IsOver) ? "unit" : "";
}

/// <summary>Finds it.</summary>
internal sealed class CaseSights(Sights sights)
{
    public async Task<CaseSight> OfAsync(Person person, string? number, CancellationToken cancellationToken) =>
        new(await sights.OfAsync(person, cancellationToken), person.Unit, number);
}
