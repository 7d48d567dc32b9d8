namespace Hotline.Tickets.Loop;

/// <summary>What a person, or the system, wants of a ticket that has left its draft.</summary>
/// <param name="By">Who wants it, in which role, of which unit.</param>
/// <param name="Wish">Id of the wish, by whoever wishes: told again it changes nothing. At most <see cref="TicketLimits.CodeMax"/> long.</param>
public abstract record LoopCommand(TicketActor By, string Wish)
{
    /// <summary>The version that he saw; null where any will do. Another one is a lost race, and the wish is refused (part D, guard 10).</summary>
    public int? Seen { get; init; }

    /// <summary>Its name in the table and in the steps.</summary>
    public abstract LoopVerb Verb { get; }

    /// <summary>The rule: asked only after the table allowed it.</summary>
    internal abstract LoopDecision Decide(LoopMove move);

    private protected static LoopDecision.Refused Refuse(LoopRefusal code, params ReadOnlySpan<LoopField> fields) => LoopMove.Refuse(code, fields);
}
