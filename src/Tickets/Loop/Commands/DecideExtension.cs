namespace Hotline.Tickets.Loop;

/// <summary>延期审核.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Application">Its number.</param>
/// <param name="GrantedDays">How many working days; null: rejected.</param>
/// <param name="Note">Why.</param>
public sealed record DecideExtension(TicketActor By, string Wish, int Application, int? GrantedDays, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DecideExtension;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (Tasks.At(move.Before.Extensions, Application) is not { } sent)
        {
            return Refuse(LoopRefusal.NoSuchApplication);
        }

        if (Fault(move, sent) is { } refused)
        {
            return refused;
        }

        var decided = move.Before with
        {
            Extensions = Tasks.Put(move.Before.Extensions, sent.No, sent with
            {
                Decision = new ApplicationDecision(By.Id, move.Now, GrantedDays is not null, StorableText.Of(Note)),
                GrantedDays = GrantedDays ?? 0,
            }),
        };
        return move.To(decided, Note, TicketState.Handling);
    }

    private LoopDecision.Refused? Fault(LoopMove move, ExtensionApplication sent)
    {
        // Where there is none in principle, every day is past the cap.
        var terms = move.Context.Clock.ExtensionOf(move.Before, move.Before.Lead!);
        var cap = terms.CountMax == 0 ? 0 : terms.CapDays;
        return sent.Decision is not null ? Refuse(LoopRefusal.AlreadyDecided)
            : sent.By == By.Id ? Refuse(LoopRefusal.OwnApplication)
            : GrantedDays < 1 ? Refuse(LoopRefusal.FieldsMissing, LoopField.WorkingDays)
            : GrantedDays > sent.WorkingDays || (GrantedDays > cap && !(terms.MayOverride && By.Role == TicketRole.Supervisor))
                ? Refuse(LoopRefusal.TooManyDays, LoopField.WorkingDays)
            : LoopForm.Needs((LoopField.Note, Note));
    }
}
