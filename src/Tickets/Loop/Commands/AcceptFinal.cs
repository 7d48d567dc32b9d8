namespace Hotline.Tickets.Loop;

/// <summary>The hotline files the declaration, or does not (REP-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Accepted">Whether.</param>
/// <param name="Note">Why.</param>
public sealed record AcceptFinal(TicketActor By, string Wish, bool Accepted, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.AcceptFinal;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (move.Before.FinalDeclarations is not [.., { Decision: null } declared])
        {
            return Refuse(LoopRefusal.NoSuchApplication);
        }

        if ((declared.By == By.Id ? Refuse(LoopRefusal.OwnApplication) : Accepted ? null : LoopForm.Needs((LoopField.Note, Note))) is { } refused)
        {
            return refused;
        }

        var decided = declared with { Decision = new ApplicationDecision(By.Id, move.Now, Accepted, StorableText.Of(Note)) };
        var filed = move.Before with
        {
            FinalDeclarations = Tasks.Put(move.Before.FinalDeclarations, move.Before.FinalDeclarations.Count, decided),
        };
        return Accepted ? move.To(filed, Note, TicketState.FinalCase) : move.Stay(filed, Note);
    }
}
