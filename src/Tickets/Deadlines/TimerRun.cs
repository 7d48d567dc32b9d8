using System.Diagnostics;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>The clocks of one ticket at one moment, one after the other. Null where a clock does not run.</summary>
internal sealed class TimerRun(TimerRules rules, TicketFacts facts, DateTimeOffset now)
{
    public IEnumerable<TicketTimer?> All()
    {
        yield return Clock(DeadlineTimer.Dispatch, facts.DispatchedAt);
        yield return Clock(DeadlineTimer.Sign, facts.SignedAt ?? Unsigned);
        yield return Clock(DeadlineTimer.Return, facts.ReturnAskedAt);
        yield return Clock(DeadlineTimer.FirstResponse, facts.FirstRespondedAt ?? facts.RepliedAt);
        yield return Clock(DeadlineTimer.Feedback, facts.FedBackAt ?? facts.RepliedAt);
        yield return Clock(DeadlineTimer.Handle, Handled, facts.Extensions);
        foreach (var report in Reports())
        {
            yield return report;
        }

        yield return Promise();
        yield return Clock(DeadlineTimer.Revisit, facts.RevisitStartedAt);
        yield return Clock(DeadlineTimer.Rating, facts.RatedAt);
        yield return Correction();
    }

    // Who answers, or gives back, without signing has it all the same.
    private DateTimeOffset? Unsigned => Earlier(facts.ReturnAskedAt, facts.RepliedAt);

    // A temporary closure is asked for inside the limit, and other clocks run from then on.
    private DateTimeOffset? Handled => Earlier(facts.RepliedAt, facts.TemporaryClosure?.At);

    private TicketTimer? Clock(DeadlineTimer timer, DateTimeOffset? done, IReadOnlyList<GrantedExtension>? extensions = null) =>
        rules.Set.Find(timer, facts.Matter) is { } found && StartOf(timer, found.Rule.Start) is { } start
        && rules.Explain(timer, facts.Matter, start, extensions ?? []) is { } explanation
            ? Of(explanation, done)
            : null;

    private DateTimeOffset? StartOf(DeadlineTimer timer, ClockStart start) =>
        timer == DeadlineTimer.Handle && facts.RedoneFrom is { } again ? again : MomentOf(start);

    private DateTimeOffset? MomentOf(ClockStart start) => start switch
    {
        ClockStart.Accepted => facts.BackAtHotlineAt ?? facts.AcceptedAt,
        ClockStart.Dispatched => facts.DispatchedAt,
        ClockStart.Received => facts.ReceivedAt ?? facts.DispatchedAt,
        ClockStart.SignedFor => facts.SignedAt,
        ClockStart.Replied => facts.RepliedAt,
        ClockStart.RevisitStarted => facts.RevisitStartedAt,
        ClockStart.TemporarilyClosed => facts.TemporaryClosure?.At,
        ClockStart.Interviewed => facts.Correction?.InterviewedAt,
        _ => throw new UnreachableException($"{start}"),
    };

    private IEnumerable<TicketTimer> Reports()
    {
        if (facts.TemporaryClosure is not { } closure || rules.Set.Find(DeadlineTimer.Handle, facts.Matter) is { Rule.IsStatutory: true })
        {
            yield break;
        }

        // Each report begins the time of the next; the reply ends them.
        var start = closure.At;
        foreach (var report in closure.Reports.Select(at => (DateTimeOffset?)at).Append(null))
        {
            if (rules.Explain(DeadlineTimer.Report, facts.Matter, start, []) is not { } explanation)
            {
                yield break;
            }

            yield return Of(explanation, report ?? facts.RepliedAt);
            start = report ?? start;
        }
    }

    private TicketTimer? Promise()
    {
        if (facts.TemporaryClosure is not { } closure || rules.Set.Find(DeadlineTimer.Promise, facts.Matter) is not { } found)
        {
            return null;
        }

        var due = PromisedEnd(rules.Unit, closure.PromisedFor, found.Rule.Counting.End);
        DueLeg leg = new(closure.At, null, IsExtension: false, due);
        return Of(new DueExplanation(rules.Set, found, facts.Matter, null, found.Rule.Start, closure.At, [leg], due), facts.RepliedAt);
    }

    private static DueTime PromisedEnd(WorkingCalendar calendar, DateOnly day, DayEnd end) =>
        end == DayEnd.EndOfDay ? new DueTime.Known(calendar.At(day.AddDays(1).ToDateTime(default)), [])
        : calendar.OpenOn(day) is not { } hours ? new DueTime.Unknown(day.Year)
        // A promise for a holiday is kept on that day, too.
        : hours.Count == 0 ? new DueTime.Known(calendar.At(day.AddDays(1).ToDateTime(default)), [])
        : new DueTime.Known(calendar.At(day.ToDateTime(default) + hours[^1].To), []);

    private TicketTimer? Correction() =>
        facts.Correction is { } talk && rules.Set.Find(DeadlineTimer.Correction, facts.Matter) is { } found
            ? Of(rules.Explain(found, facts.Matter, null, talk.Limit, talk.InterviewedAt, []), talk.DoneAt)
            : null;

    private TicketTimer Of(DueExplanation explanation, DateTimeOffset? done)
    {
        var rule = explanation.Rule.Rule;
        var ended = done ?? (rule.Timer == DeadlineTimer.Correction ? null : facts.EndedAt);
        var calendar = rules.CalendarOf(rule.Timer);
        if (explanation.Due is DueTime.Unknown unknown)
        {
            // Its end lies in that year or later: what was done before it was done in time.
            var state = ended is { } at && calendar.Local(at).Year < unknown.Year ? TimerState.Met : TimerState.Unknown;
            return new TicketTimer(rule.Timer, state, unknown, [], ended, null, null, explanation);
        }

        return Of(explanation, (DueTime.Known)explanation.Due, done, ended, calendar);
    }

    private TicketTimer Of(
        DueExplanation explanation, DueTime.Known due, DateTimeOffset? done, DateTimeOffset? ended, WorkingCalendar calendar)
    {
        var rule = explanation.Rule.Rule;
        var officeTime = explanation.Legs[0].Limit?.IsOfOfficeTime ?? true;

        DateTimeOffset[] warns =
        [
            .. rule.Warnings.Select(point => point.Of(calendar, explanation.Start, due.At, officeTime)).OfType<DueTime.Known>()
                .Select(known => known.At).Where(at => at > explanation.Start && at < due.At).Distinct().Order(),
        ];
        var state = StateOf(rule.Timer, due.At, done, ended, warns);
        var left = ended is not null || state == TimerState.Expired ? null
            : !officeTime ? due.At - now
            : calendar.Left(now, due.At) is OfficeSpan.Known known ? known.Length
            : (TimeSpan?)null;
        return new TicketTimer(rule.Timer, state, due, warns, ended, CauseOf(rule.Timer, state), left, explanation);
    }

    private TimerState StateOf(
        DeadlineTimer timer, DateTimeOffset due, DateTimeOffset? done, DateTimeOffset? ended, DateTimeOffset[] warns)
    {
        var window = timer is DeadlineTimer.Return or DeadlineTimer.Rating;
        var harmless = window && (done is null || timer == DeadlineTimer.Rating);
        return ended is { } at ? at <= due ? TimerState.Met : harmless ? TimerState.Expired : TimerState.MetLate
            : now > due ? window ? TimerState.Expired : TimerState.Overdue
            : Array.Exists(warns, warn => warn <= now) ? TimerState.Warned
            : TimerState.Running;
    }

    private static OverdueCause? CauseOf(DeadlineTimer timer, TimerState state) =>
        state is TimerState.Overdue or TimerState.MetLate ? CauseOf(timer) : null;

    private static OverdueCause? CauseOf(DeadlineTimer timer) => timer switch
    {
        DeadlineTimer.Sign => OverdueCause.Sign,
        DeadlineTimer.Return => OverdueCause.Return,
        DeadlineTimer.FirstResponse => OverdueCause.FirstResponse,
        DeadlineTimer.Handle or DeadlineTimer.Feedback => OverdueCause.Handle,
        DeadlineTimer.Report => OverdueCause.Report,
        DeadlineTimer.Promise => OverdueCause.Promise,
        _ => null,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
