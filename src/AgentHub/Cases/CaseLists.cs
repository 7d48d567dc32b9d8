using Hotline.AgentHub.Auth;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>By when a list is narrowed.</summary>
public enum DueFilter
{
    All,

    /// <summary>Within a day from now, and not over.</summary>
    Soon,

    /// <summary>Over.</summary>
    Overdue,
}

/// <summary>A page of a list that somebody wants.</summary>
/// <param name="Queue">Which list.</param>
/// <param name="State">Only cases of this state; null for all.</param>
/// <param name="Due">By when.</param>
/// <param name="Unit">Of a unit's list, for whoever may have every list: which unit's.</param>
/// <param name="Confidential">The other list, of those that are confidential.</param>
/// <param name="Page">From 1.</param>
internal sealed record CaseListWish(CaseQueue Queue, TicketState? State, DueFilter Due, string? Unit, bool Confidential, int Page);

/// <summary>Who has which lists.</summary>
internal static class CaseLists
{
    /// <summary>Somebody's lists, in the order of a ticket's way.</summary>
    public static IReadOnlyList<CaseQueue> Of(Person person) => [.. Enum.GetValues<CaseQueue>().Where(queue => Has(person, queue))];

    private static bool Has(Person person, CaseQueue queue) => person.May(Permission.ListCases) && (CaseQueues.OfUnits.Contains(queue)
        ? person.Unit is not null || person.May(Permission.WatchCases)
        : person.Unit is null && (person.May(Permission.WatchCases) || NeededFor(queue).Any(person.May)));

    // Whoever works on a list has it.
    private static Permission[] NeededFor(CaseQueue queue) => queue switch
    {
        CaseQueue.Dispatch or CaseQueue.Scope => [Permission.DispatchCases],
        CaseQueue.Coordination => [Permission.DecideCoordination, Permission.DispatchCases],
        CaseQueue.Returns => [Permission.DecideReturns],
        CaseQueue.Extensions => [Permission.DecideExtensions],
        CaseQueue.Closures or CaseQueue.Screening => [Permission.DecideClosures],
        CaseQueue.Closing or CaseQueue.Final => [Permission.ReviewClosings],
        CaseQueue.Revisit => [Permission.RecordRevisits],
        CaseQueue.Filing => [Permission.ArchiveCases],
        _ => [],
    };
}
