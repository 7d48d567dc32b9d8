using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>Which clocks run for a ticket, and from when (part D, timers). Until when is the clock's to say.</summary>
public static class CaseTimers
{
    /// <summary>The clocks that run now, with what they are due; in the order of the ticket's way.</summary>
    public static IReadOnlyList<CaseTimer> Running(TicketCase subject, ICaseClock clock)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(clock);
        List<CaseTimer> timers = [];
        switch (subject.State)
        {
            case TicketState.Accepted:
                Add(DeadlineTimer.Dispatch, null);
                break;
            case TicketState.CoordinationPending or TicketState.Dispatched or TicketState.ReturnReview or TicketState.Handling
                or TicketState.ExtensionReview or TicketState.TemporaryClosureReview or TicketState.TemporarilyClosed or TicketState.Redo:
                foreach (var task in subject.Assignments)
                {
                    AddTask(task);
                }

                break;
            case TicketState.Replied:
                Add(DeadlineTimer.Revisit, null);
                break;
            case TicketState.Revisit:
                Add(Asked(subject) ? DeadlineTimer.Rating : DeadlineTimer.Revisit, null);
                break;
            case TicketState.AnsweredDirect or TicketState.AnsweredByWording:
                Add(DeadlineTimer.Rating, null);
                break;
            default:
                break;
        }

        return timers;

        void AddTask(Assignment task)
        {
            foreach (var timer in OfTask(subject, task))
            {
                Add(timer, task);
            }
        }

        void Add(DeadlineTimer timer, Assignment? task) => timers.Add(new CaseTimer(timer, task?.No, DueOf(clock, subject, task, timer)));
    }

    /// <summary>Until when; a station's department handles inside the station's own time (JUR-05).</summary>
    public static DateTimeOffset? DueOf(ICaseClock clock, TicketCase subject, Assignment? task, DeadlineTimer timer)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(subject);
        return clock.Due(subject, timer == DeadlineTimer.Handle && task?.Parent is { } parent ? subject.Assignments[parent - 1] : task, timer);
    }

    /// <summary>What a clock counts from; null where it does not run yet.</summary>
    /// <param name="subject">The ticket.</param>
    /// <param name="task">The task; null for a clock of the hotline.</param>
    /// <param name="timer">Which.</param>
    /// <param name="start">What the rule says that it counts from; of a redo all count from the round (REV-05).</param>
    public static DateTimeOffset? StartOf(TicketCase subject, Assignment? task, DeadlineTimer timer, ClockStart start)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return timer switch
        {
            DeadlineTimer.Dispatch => subject.BackAtHotlineAt ?? subject.Ticket.AcceptedAt,
            DeadlineTimer.Revisit => subject.Reply?.Review?.At,
            DeadlineTimer.Rating => subject.State is TicketState.AnsweredDirect or TicketState.AnsweredByWording
                ? subject.AnsweredAt
                : subject.Revisits.FirstOrDefault(revisit => revisit.Round == subject.Round)?.At,
            DeadlineTimer.Report => Later(
                subject.Closures.FirstOrDefault(closure => closure.Round == subject.Round && closure.Task == task?.No
                    && closure.Decision is { Granted: true })?.Decision?.At,
                subject.Reports.LastOrDefault(report => report.OfClosure && report.Round == subject.Round)?.At),
            DeadlineTimer.Promise => subject.Closure?.Decision?.At,
            DeadlineTimer.Correction => null,
            _ when task is null => null,
            DeadlineTimer.FirstResponse or DeadlineTimer.Feedback =>
                Later(Begun(subject, task, start), subject.UrgencyMarks is [.., var mark] ? mark.At : null),
            _ => Begun(subject, task, start),
        };
    }

    /// <summary>True where the citizen was asked in this round, reached or not.</summary>
    public static bool Asked(TicketCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Revisits.Any(revisit => revisit.Round == subject.Round);
    }

    /// <summary>The clocks of one task that run in a state in which units work.</summary>
    internal static IEnumerable<DeadlineTimer> OfTask(TicketCase subject, Assignment task)
    {
        if (task.State is not (AssignmentState.Open or AssignmentState.SignedFor))
        {
            yield break;
        }

        if (task.State == AssignmentState.Open)
        {
            yield return DeadlineTimer.Sign;
        }

        var closed = task.Kind == AssignmentKind.Lead && subject.Closure is not null;
        if (!closed && subject.Round == 0 && !task.ReturnForbidden && task.Kind != AssignmentKind.Nested
            && subject.Returns.All(sent => sent.Task != task.No))
        {
            yield return DeadlineTimer.Return;
        }

        if (!closed)
        {
            yield return DeadlineTimer.Handle;
        }

        if (task.Kind == AssignmentKind.Lead && subject.Ticket.Form.Urgency != Urgency.Normal)
        {
            if (task.FirstResponse is null)
            {
                yield return DeadlineTimer.FirstResponse;
            }

            if (subject.Reports.All(report => report.Task != task.No))
            {
                yield return DeadlineTimer.Feedback;
            }
        }

        if (closed)
        {
            yield return DeadlineTimer.Report;
            yield return DeadlineTimer.Promise;
        }
    }

    // In a round of redo everything counts from its start, but for a task that was given later.
    private static DateTimeOffset? Begun(TicketCase subject, Assignment task, ClockStart start) =>
        subject.Rounds is [.., var round] && task.Kind != AssignmentKind.CoHandler && round.StartedAt >= task.DispatchedAt
            ? round.StartedAt
            : start switch
            {
                ClockStart.Dispatched => task.DispatchedAt,
                ClockStart.SignedFor => task.SignedAt,
                _ => task.ReceivedAt ?? task.DispatchedAt,
            };

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
