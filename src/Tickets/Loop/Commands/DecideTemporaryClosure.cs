namespace Hotline.Tickets.Loop;

/// <summary>Decides about a temporary closure or a new promise.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Application">Its number.</param>
/// <param name="Granted">Whether.</param>
/// <param name="Note">Why.</param>
public sealed record DecideTemporaryClosure(TicketActor By, string Wish, int Application, bool Granted, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DecideTemporaryClosure;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (Tasks.At(move.Before.Closures, Application) is not { } sent)
        {
            return Refuse(LoopRefusal.NoSuchApplication);
        }

        var decided = move.Before with
        {
            Closures = Tasks.Put(move.Before.Closures, sent.No, sent with
            {
                Decision = new ApplicationDecision(By.Id, move.Now, Granted, StorableText.Of(Note)),
            }),
        };
        return (sent.Decision is not null ? Refuse(LoopRefusal.AlreadyDecided)
            : sent.By == By.Id ? Refuse(LoopRefusal.OwnApplication)
            : LoopForm.Needs((LoopField.Note, Note)))
            ?? (LoopDecision)move.To(decided, Note, Granted ? TicketState.TemporarilyClosed : sent.From);
    }
}
