namespace Hotline.Tickets.Loop;

/// <summary>甄别 (REV-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Objective">The reasons are objective. Else it is done again.</param>
/// <param name="Note">Why.</param>
public sealed record Screen(TicketActor By, string Wish, bool Objective, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Screen;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (LoopForm.Needs((LoopField.Note, Note)) is { } refused)
        {
            return refused;
        }

        var screening = new Screening(By.Id, move.Now, Objective, StorableText.Of(Note));
        var screened = move.Before with { Screenings = [.. move.Before.Screenings, screening] };
        return !Objective
            ? RedoRules.Again(move, screened, By, RevisitFinding.HandlingFault, Note)
            : move.To(
                screened with
                {
                    End = new CaseEnd(move.Now, CaseEndKind.Screened, screened.Revisits[^1].Ratings, RatingSource.Screened, ExcludedFromRate: true),
                },
                Note,
                TicketState.Closed);
    }
}
