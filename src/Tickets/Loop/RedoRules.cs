namespace Hotline.Tickets.Loop;

/// <summary>How a ticket is handled again (重新办理, REV-05).</summary>
internal static class RedoRules
{
    /// <summary>True for what is found when the handling was at fault.</summary>
    public static bool IsFault(RevisitFinding finding) => finding
        is RevisitFinding.HandlingFault or RevisitFinding.ProcessDoubtful or RevisitFinding.ResultFalse or RevisitFinding.ElementsMissing;

    /// <summary>A new round at the same units; after too many, at whom the group decides (part D, guard 7).</summary>
    public static LoopDecision.Changed Again(LoopMove move, TicketCase subject, TicketActor by, RevisitFinding cause, string note)
    {
        subject = subject with { Rounds = [.. subject.Rounds, new RedoRound(subject.Round + 1, move.Now, by.Id, cause, note)] };
        if (subject.Round > move.Context.Policy.RedosBeforeCoordination)
        {
            return move.To(
                CoordinationRules.Sent(subject.Withdrawn(_ => false), move, by, CoordinationReason.RepeatedRedo, note), note,
                TicketState.CoordinationPending);
        }

        var again = subject with
        {
            Assignments = [.. subject.Assignments.Select(task => task is { State: AssignmentState.Done, Kind: not AssignmentKind.CoHandler }
                ? task with { State = AssignmentState.Open }
                : task)],
        };
        return move.To(again, note, TicketState.Redo);
    }
}
