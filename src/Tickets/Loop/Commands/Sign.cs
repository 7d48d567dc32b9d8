using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>签收: a unit signs for its task (TKT-04).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
public sealed record Sign(TicketActor By, string Wish) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Sign;

    internal override LoopDecision Decide(LoopMove move)
    {
        var task = move.Mine!;
        if (task.State != AssignmentState.Open)
        {
            return Refuse(LoopRefusal.AlreadySigned);
        }

        var signed = move.MarkedIfLate(move.Before, task, DeadlineTimer.Sign, OverdueCause.Sign).With(task with
        {
            State = AssignmentState.SignedFor,
            SignedAt = task.SignedAt ?? move.Now,
            SignedBy = task.SignedBy ?? By.Id,
        });
        if (task.Kind != AssignmentKind.Lead)
        {
            return move.Stay(signed);
        }

        if (signed.Rounds is [.., var round])
        {
            signed = signed with { Rounds = Tasks.Put(signed.Rounds, round.No, round with { SignedAt = move.Now, SignedBy = By.Id }) };
        }

        return move.To(signed, "", TicketState.Handling);
    }
}
