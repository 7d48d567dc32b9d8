namespace Hotline.Tickets.Loop;

/// <summary>
/// What may be done with a ticket that has left its draft. A function: the same case, command, context and time give the same decision.
/// A refusal is a value; nothing is thrown for what people may do wrong.
/// </summary>
public static class LoopRules
{
    private static readonly LoopVerb[] Verbs = Enum.GetValues<LoopVerb>();

    /// <summary>Decides about one command.</summary>
    /// <param name="subject">The case as it is saved.</param>
    /// <param name="command">What is wished.</param>
    /// <param name="context">The facts of the moment.</param>
    /// <param name="now">The moment, UTC.</param>
    public static LoopDecision Decide(TicketCase subject, LoopCommand command, CaseContext context, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var move = new LoopMove(subject, command, context, now);
        if (subject.Wishes.FirstOrDefault(wish => wish.Wish == command.Wish) is { } granted)
        {
            return granted.By == command.By.Id && granted.Verb == command.Verb
                ? new LoopDecision.Already(subject)
                : LoopMove.Refuse(LoopRefusal.WishTaken, LoopField.Wish);
        }

        if (LoopTable.Refusal(command.Verb, command.By.Role, move.Relation, subject.State) is { } refusal)
        {
            return LoopMove.Refuse(refusal);
        }

        // After the table: whoever may not do it at all is not told of versions.
        return command.Seen is { } seen && seen != subject.Ticket.Version ? LoopMove.Refuse(LoopRefusal.Stale)
            : LoopForm.Needs((LoopField.Wish, command.Wish)) ?? LoopForm.NotTooLong(TicketLimits.CodeMax, (LoopField.Wish, command.Wish))
            ?? command.Decide(move);
    }

    /// <summary>What somebody may try on a ticket as it stands: the commands that the table gives him.</summary>
    public static IReadOnlyList<LoopVerb> Offered(TicketCase subject, TicketActor actor)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(actor);
        var relation = LoopRelations.Of(subject, actor.Unit);
        return [.. Verbs.Where(verb => LoopTable.Find(verb, actor.Role, relation, subject.State) is not null)];
    }
}
