using System.Text.Json.Serialization;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Duty;

/// <summary>The ringing of a unit's duty phones for one task of an urgent ticket: who is rung, what came of it, what comes next.</summary>
public sealed record DutyCall
{
    /// <summary>Id of the ticket.</summary>
    public required string Ticket { get; init; }

    /// <summary>Number of the task; a task has one such call at most.</summary>
    public required int Task { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The ticket's number as people read it, for the notice.</summary>
    public required string Number { get; init; }

    /// <summary>How urgent, for the notice.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>The list as it was when the ringing began.</summary>
    public required IReadOnlyList<DutyPerson> People { get; init; }

    public required DutyState State { get; init; }

    /// <summary>Which time through the list, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Who is rung next, his place in the list from 0.</summary>
    public int NextPerson { get; init; }

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<DutyAttempt> Attempts { get; init; } = [];

    /// <summary>When something is to be done by itself; null: nothing more is.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Number of the person who stopped it; null where nobody did.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Somebody is rung, or will be.</summary>
    [JsonIgnore]
    public bool IsLive => State is DutyState.Calling or DutyState.Pausing;

    /// <summary>The attempt that is not over; null where there is none.</summary>
    [JsonIgnore]
    public DutyAttempt? Open => Attempts is [.., { IsOpen: true } last] ? last : null;

    /// <summary>The ringing for a task begins: the first is rung at once.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="task">Its task.</param>
    /// <param name="people">The unit's list; where it is empty there is nothing but to tell that.</param>
    /// <param name="now">The moment.</param>
    public static DutyCall For(TicketCase subject, Assignment task, IReadOnlyList<DutyPerson> people, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(people);
        return new DutyCall
        {
            Ticket = subject.Ticket.Id,
            Task = task.No,
            Unit = task.Unit,
            Number = subject.Ticket.Number ?? "",
            Urgency = subject.Ticket.Form.Urgency,
            People = people,
            State = people.Count > 0 ? DutyState.Calling : DutyState.NobodyListed,
            NextAt = people.Count > 0 ? now : null,
            StartedAt = now,
            EndedAt = people.Count > 0 ? null : now,
        };
    }

    /// <summary>The tasks of a case for which duty phones are rung: it is urgent, and the unit has neither signed nor responded.</summary>
    public static IEnumerable<Assignment> Wanted(TicketCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Ticket.Form.Urgency == Urgency.Normal || !LoopTable.AtUnits.Contains(subject.State) ? []
            : subject.Assignments.Where(task => task is { State: AssignmentState.Open, SignedAt: null, FirstResponse: null });
    }
}
