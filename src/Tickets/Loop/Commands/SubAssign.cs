namespace Hotline.Tickets.Loop;

/// <summary>A county's work station passes its task on to a department of the county, or to another one (JUR-05).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Unit">Code of the department.</param>
public sealed record SubAssign(TicketActor By, string Wish, string Unit) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.SubAssign;

    internal override LoopDecision Decide(LoopMove move)
    {
        var lead = move.Before.Lead!;
        return Fault(move, lead) ?? (LoopDecision)move.Stay(
            Tasks.Add(move.Before.Withdrawn(task => task.Kind != AssignmentKind.Nested), move, AssignmentKind.Nested, Unit, lead.Order));
    }

    private LoopDecision.Refused? Fault(LoopMove move, Assignment lead) =>
        LoopForm.Needs((LoopField.Unit, Unit))
        ?? (!move.Context.Units.TryGetValue(lead.Unit, out var station) || !station.IsStation ? Refuse(LoopRefusal.NotAStation) : null)
        ?? UnitRules.Fault(move, Unit, LoopField.Unit)
        ?? (move.Context.Units[Unit].Station != lead.Unit ? Refuse(LoopRefusal.NotUnderStation, LoopField.Unit)
            : LoopRelations.TaskOf(move.Before, Unit) is not null ? Refuse(LoopRefusal.UnitTwice, LoopField.Unit)
            : move.Before.Reply is not null ? Refuse(LoopRefusal.ReplyPending)
            : null);
}
