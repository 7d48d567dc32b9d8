using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>Ziyang's numbers on a clock that never rests: a working day has 24 hours, a working hour 60 minutes.</summary>
internal sealed class RoundClock : ICaseClock
{
    internal static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A year whose holidays nobody knows.</summary>
    internal bool Blind { get; init; }

    internal static TimeSpan LimitOf(DeadlineTimer timer, DemandType? demand, Urgency urgency) => timer switch
    {
        DeadlineTimer.Dispatch => TimeSpan.FromHours(2),
        DeadlineTimer.Sign => TimeSpan.FromHours(5),
        DeadlineTimer.Return => Day,
        DeadlineTimer.Handle => demand == DemandType.Consultation ? Day : demand == DemandType.Help ? 5 * Day : 7 * Day,
        DeadlineTimer.FirstResponse => TimeSpan.FromHours(urgency == Urgency.SpecialUrgent ? 1 : 2),
        DeadlineTimer.Feedback => urgency == Urgency.SpecialUrgent ? Day : 2 * Day,
        DeadlineTimer.Report => 15 * Day,
        DeadlineTimer.Revisit => 3 * Day,
        DeadlineTimer.Rating => 5 * Day,
        _ => throw new ArgumentOutOfRangeException(nameof(timer)),
    };

    internal static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(default), TimeSpan.FromHours(8));

    public DateTimeOffset? Due(TicketCase subject, Assignment? task, DeadlineTimer timer)
    {
        if (Blind || timer == DeadlineTimer.Promise)
        {
            return Blind || subject.Closure is null ? null : EndOf(subject.Closure.PromisedFor);
        }

        var extended = timer == DeadlineTimer.Handle
            ? subject.Extensions.Where(e => e.Task == task!.No && e.Round == subject.Round).Sum(e => e.GrantedDays)
            : 0;
        return CaseTimers.StartOf(subject, task, timer, ClockStart.Received)
            + LimitOf(timer, subject.Ticket.Form.DemandType, subject.Ticket.Form.Urgency) + (extended * Day);
    }

    public ExtensionTerms ExtensionOf(TicketCase subject, Assignment task)
    {
        var demand = subject.Ticket.Form.DemandType;
        return demand == DemandType.Consultation
            ? new ExtensionTerms(0, null, Due(subject, task, DeadlineTimer.Handle) - Day)
            : new ExtensionTerms(1, demand == DemandType.Help ? 2 : 5, Due(subject, task, DeadlineTimer.Handle) - Day);
    }
}
