namespace Hotline.Tickets.Loop;

/// <summary>What somebody's unit is to a ticket.</summary>
public enum LoopRelation
{
    /// <summary>He belongs to no unit, or to one that has no task here.</summary>
    None,

    /// <summary>主办, which handles it itself.</summary>
    Lead,

    /// <summary>主办, a county's work station that has passed it on.</summary>
    Station,

    /// <summary>The department that a station passed it on to.</summary>
    Nested,

    /// <summary>协办.</summary>
    CoHandler,

    /// <summary>The accused: nothing of the ticket is its (ACC-13), whatever else it is.</summary>
    Accused,
}

/// <summary>Finds it.</summary>
public static class LoopRelations
{
    /// <summary>What a unit is to a ticket.</summary>
    /// <param name="subject">The ticket.</param>
    /// <param name="unit">Code of the unit; null for whoever belongs to none.</param>
    public static LoopRelation Of(TicketCase subject, string? unit)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return unit is null ? LoopRelation.None
            : unit == subject.AccusedUnit ? LoopRelation.Accused
            : subject.Lead?.Unit == unit ? subject.Nested is null ? LoopRelation.Lead : LoopRelation.Station
            : subject.Nested?.Unit == unit ? LoopRelation.Nested
            : subject.Assignments.Any(task => task.Unit == unit && task is { Kind: AssignmentKind.CoHandler, IsOver: false }) ? LoopRelation.CoHandler
            : LoopRelation.None;
    }

    /// <summary>The task of a unit that is not over; null where it has none.</summary>
    public static Assignment? TaskOf(TicketCase subject, string? unit)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return unit is null ? null : subject.Assignments.LastOrDefault(task => task.Unit == unit && !task.IsOver);
    }
}
