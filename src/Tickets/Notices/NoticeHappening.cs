using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Notices;

/// <summary>What somebody may have to be told of: a step of a ticket, or a clock that warns or has ended.</summary>
/// <param name="Step">Code of the step (<see cref="NoticeSteps"/>).</param>
/// <param name="What">Code of the state that it led to, of a clock the clock's; empty for a step that stays where it was.</param>
/// <param name="IsClock">No step: a clock.</param>
/// <param name="Task">Number of the task that the clock runs for; null for the hotline's, and for steps.</param>
public sealed record NoticeHappening(string Step, string What, bool IsClock, int? Task)
{
    /// <summary>Of a step; null where it is of nobody's concern: a draft.</summary>
    /// <param name="step">The step.</param>
    /// <param name="verb">By which command of the loop; null for what happened before it, or for a later call.</param>
    public static NoticeHappening? Of(TicketStep step, LoopVerb? verb)
    {
        ArgumentNullException.ThrowIfNull(step);
        var what = step.From == step.To ? "" : Code.Of(step.To);
        return verb is { } command ? new NoticeHappening(Code.Of(command), what, false, null)
            : step.FollowUp is { } followUp ? new NoticeHappening(Code.Of(followUp), what, false, null)
            : step.To == TicketState.Draft ? null
            : new NoticeHappening(Code.Of(step.To), what, false, null);
    }

    /// <summary>Of a clock.</summary>
    /// <param name="timer">Which.</param>
    /// <param name="task">Number of the task it runs for; null for the hotline's.</param>
    /// <param name="overdue">It has ended; else it warns.</param>
    public static NoticeHappening OfClock(DeadlineTimer timer, int? task, bool overdue) =>
        new(overdue ? NoticeSteps.Overdue : NoticeSteps.Warn, Code.Of(timer), true, task);
}

/// <summary>The codes of steps: commands of the loop, the states in which a call leaves its ticket, what a later call added, and clocks.</summary>
public static class NoticeSteps
{
    /// <summary>A clock will end.</summary>
    public const string Warn = "warn";

    /// <summary>A clock has ended.</summary>
    public const string Overdue = "overdue";

    private static readonly HashSet<string> Steps =
    [
        NoticeRule.AnyStep, Warn, Overdue, .. Enum.GetValues<LoopVerb>().Select(verb => Code.Of(verb)),
        .. Enum.GetValues<FollowUpKind>().Select(kind => Code.Of(kind)),
        .. new[]
        {
            TicketState.Accepted, TicketState.AnsweredDirect, TicketState.Transferred, TicketState.NotAccepted, TicketState.Referred,
            TicketState.FollowedUp,
        }.Select(state => Code.Of(state)),
    ];

    /// <summary>Whether there is such a step.</summary>
    public static bool Know(string step) => Steps.Contains(step);

    /// <summary>Whether it is a clock's.</summary>
    public static bool IsClock(string step) => step is Warn or Overdue;

    /// <summary>Whether a step can lead to this: a state, of a clock the clock itself.</summary>
    public static bool KnowWhat(string step, string what) => what.Length == 0 ? step != NoticeRule.AnyStep
        : IsClock(step) ? Code.TryParse<DeadlineTimer>(what, out _)
        : Code.TryParse<TicketState>(what, out var state) && state != TicketState.Draft;
}
