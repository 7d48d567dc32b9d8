using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>In which lists a case stands. A function of the case and of the clocks that run.</summary>
public static class CaseQueues
{
    /// <summary>The lists that are a unit's, each unit its own.</summary>
    public static readonly IReadOnlyList<CaseQueue> OfUnits =
        [CaseQueue.UnitSign, CaseQueue.UnitHandle, CaseQueue.UnitReview, CaseQueue.UnitDone];

    /// <summary>The lists, in the order of a ticket's way.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="timers">The clocks that run (<see cref="CaseTimers.Running"/>).</param>
    public static IReadOnlyList<CasePlace> Of(TicketCase subject, IReadOnlyList<CaseTimer> timers)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(timers);
        List<CasePlace> places = [];
        if (OfState(subject.State) is { } queue)
        {
            places.Add(new CasePlace(queue, null, Earliest(timers, _ => true)));
        }

        // A co-handler's return waits in whatever state the ticket is.
        if (subject.Returns.FirstOrDefault(sent => sent.Verdict is null) is { } asked && LoopTable.Open.Contains(subject.State))
        {
            places.Add(new CasePlace(CaseQueue.Returns, null, Earliest(timers, timer => timer.Task == asked.Task)));
        }

        if (subject.State == TicketState.Closed && subject.FinalDeclarations.Any(declared => declared.Decision is null))
        {
            places.Add(new CasePlace(CaseQueue.Final, null, null));
        }

        if (LoopTable.Open.Contains(subject.State))
        {
            places.AddRange(OfTasks(subject, timers));
            places.Add(new CasePlace(CaseQueue.Supervision, null, Earliest(timers, _ => true)));
        }

        return places;
    }

    private static CaseQueue? OfState(TicketState state) => state switch
    {
        TicketState.Accepted => CaseQueue.Dispatch,
        TicketState.ScopeCheck => CaseQueue.Scope,
        TicketState.CoordinationPending => CaseQueue.Coordination,
        TicketState.ExtensionReview => CaseQueue.Extensions,
        TicketState.TemporaryClosureReview => CaseQueue.Closures,
        TicketState.Replied => CaseQueue.Closing,
        TicketState.Revisit => CaseQueue.Revisit,
        TicketState.Screening => CaseQueue.Screening,
        TicketState.Closed or TicketState.Merged => CaseQueue.Filing,
        _ => null,
    };

    private static IEnumerable<CasePlace> OfTasks(TicketCase subject, IReadOnlyList<CaseTimer> timers)
    {
        var waiting = subject.Reply is { Review: null };
        foreach (var task in subject.Assignments.Where(task => !task.IsOver && task.Unit != subject.AccusedUnit))
        {
            var due = Earliest(timers, timer => timer.Task == task.No);
            var reviewed = waiting && task.Kind == AssignmentKind.Lead;
            yield return new CasePlace(
                reviewed ? CaseQueue.UnitReview : task.State switch
                {
                    AssignmentState.Open => CaseQueue.UnitSign,
                    AssignmentState.SignedFor => CaseQueue.UnitHandle,
                    _ => CaseQueue.UnitDone,
                },
                task.Unit, due);
        }
    }

    // To give back is a right, and no duty: its end makes nothing late.
    private static CaseTimer? Earliest(IReadOnlyList<CaseTimer> timers, Func<CaseTimer, bool> which) =>
        timers.Where(timer => timer.Due is not null && timer.Timer != DeadlineTimer.Return && which(timer)).MinBy(timer => timer.Due);
}
