namespace Hotline.Tickets.Loop;

/// <summary>How the tasks of units come, change and go.</summary>
internal static class Tasks
{
    /// <summary>The case with one of its tasks changed.</summary>
    public static TicketCase With(this TicketCase subject, Assignment task) => subject with { Assignments = Put(subject.Assignments, task.No, task) };

    /// <summary>A list with the entry of a number replaced; numbers count from 1.</summary>
    public static IReadOnlyList<T> Put<T>(IReadOnlyList<T> list, int no, T entry) => [.. list.Take(no - 1), entry, .. list.Skip(no)];

    /// <summary>The entry of a number; null where there is none.</summary>
    public static T? At<T>(IReadOnlyList<T> list, int no)
        where T : class => no >= 1 && no <= list.Count ? list[no - 1] : null;

    /// <summary>Takes the tasks away that are not done and not over, but for those that stay.</summary>
    public static TicketCase Withdrawn(this TicketCase subject, Func<Assignment, bool> stays) => subject with
    {
        Assignments =
            [.. subject.Assignments.Select(task => task.IsOver || stays(task) ? task : task with { State = AssignmentState.Withdrawn })],
    };

    /// <summary>
    /// Gives a ticket to a lead and its co-handlers. Who has that very part already keeps it with its clock; whoever is not named loses his.
    /// </summary>
    /// <param name="move">The command.</param>
    /// <param name="lead">Code of the lead.</param>
    /// <param name="coHandlers">Codes of the co-handlers.</param>
    /// <param name="order">Number of the group's order; null where there is none. It forbids to give back.</param>
    public static TicketCase Give(LoopMove move, string lead, IReadOnlyList<string> coHandlers, int? order)
    {
        var before = move.Before;
        var keepsLead = before.Lead?.Unit == lead;
        var subject = before.Withdrawn(task => task.Kind switch
        {
            AssignmentKind.Lead => keepsLead,
            AssignmentKind.Nested => keepsLead && task.Parent == before.Lead!.No,
            _ => coHandlers.Contains(task.Unit),
        });
        subject = subject with
        {
            Assignments = [.. subject.Assignments.Select(task => task.IsOver ? task : task with
            {
                Order = order ?? task.Order,
                ReturnForbidden = task.ReturnForbidden || order is not null,
            })],
        };
        subject = keepsLead ? subject : Add(subject, move, AssignmentKind.Lead, lead, order);
        foreach (var unit in coHandlers)
        {
            subject = subject.Assignments.Any(task => task.Unit == unit && !task.IsOver)
                ? subject
                : Add(subject, move, AssignmentKind.CoHandler, unit, order);
        }

        return subject;
    }

    /// <summary>The case with a new task.</summary>
    public static TicketCase Add(TicketCase subject, LoopMove move, AssignmentKind kind, string unit, int? order) => subject with
    {
        Assignments =
        [
            .. subject.Assignments, new Assignment
            {
                No = subject.Assignments.Count + 1,
                Kind = kind,
                Unit = unit,
                Parent = kind == AssignmentKind.Nested ? subject.Lead!.No : null,
                State = AssignmentState.Open,
                DispatchedAt = move.Now,
                ReceivedAt = move.Now,
                ReturnForbidden = order is not null || move.Context.PrecedentUnits.Contains(unit),
                Order = order,
            },
        ],
    };
}
