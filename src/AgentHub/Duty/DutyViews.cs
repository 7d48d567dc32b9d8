using Hotline.AgentHub.Auth;
using Hotline.Tickets;
using Hotline.Tickets.Duty;

namespace Hotline.AgentHub.Duty;

/// <summary>The ringing of a unit's duty phones for one task.</summary>
/// <param name="Task">Number of the task.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Live">Somebody is rung, or will be.</param>
/// <param name="Round">Which time through the list, from 1.</param>
/// <param name="Next">Name of whoever is rung next; empty where nobody will be.</param>
/// <param name="NextAt">When something is done next by itself; null where nothing more is.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it was over; null while it is not.</param>
/// <param name="StoppedBy">Name of whoever stopped it; empty where nobody did.</param>
/// <param name="Attempts">In the order of time.</param>
public sealed record DutyCallView(
    int Task, string Unit, string State, bool Live, int Round, string Next, DateTimeOffset? NextAt, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    string StoppedBy, IReadOnlyList<DutyAttemptView> Attempts);

/// <summary>One ring.</summary>
/// <param name="No">From 1.</param>
/// <param name="Name">Who was rung.</param>
/// <param name="At">When.</param>
/// <param name="AnsweredAt">When he answered; null where he did not.</param>
/// <param name="EndedAt">When it was over; null while it is not.</param>
/// <param name="Result">What came of it; null while it is not over.</param>
/// <param name="EndedBy">Name of whoever of the hotline ended it; empty where nobody did.</param>
public sealed record DutyAttemptView(
    int No, string Name, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, string? Result, string EndedBy);

/// <summary>Calls of duty phones as the contract spells them: names, and no numbers.</summary>
internal static class DutyMapping
{
    /// <summary>The calls that somebody may see: whoever works for a unit sees its own.</summary>
    public static IReadOnlyList<DutyCallView> Views(IEnumerable<DutyCall> calls, Person person, Func<string, string> nameOf) =>
        [.. calls.Where(call => person.Unit is null || person.Unit == call.Unit).Select(call => View(call, nameOf))];

    private static DutyCallView View(DutyCall call, Func<string, string> nameOf) => new(
        call.Task, call.Unit, Code.Of(call.State), call.IsLive, call.Round,
        call is { IsLive: true, Open: null } ? call.People[call.NextPerson].Name : "",
        call.IsLive ? call.NextAt : null, call.StartedAt, call.EndedAt, call.StoppedBy is { } by ? nameOf(by) : "",
        [.. call.Attempts.Select(attempt => new DutyAttemptView(
            attempt.No, call.People[attempt.Person].Name, attempt.At, attempt.AnsweredAt, attempt.EndedAt, Code.Of(attempt.Result),
            attempt.EndedBy is { } ended ? nameOf(ended) : ""))]);
}
