namespace Hotline.Tickets.Loop;

/// <summary>What was decided about a unit and a matter, for those who decide about the next of its kind (RET-04).</summary>
public enum PrecedentKind
{
    /// <summary>The coordination group fixed it as host or co-handler: it handles the same kind from then on.</summary>
    Fixed,

    /// <summary>It gave the ticket back, and had to handle it.</summary>
    ReturnRejected,

    /// <summary>It gave the ticket back, and rightly.</summary>
    ReturnAccepted,
}

/// <summary>One such decision.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="Note">The order's paper, or the reviewer's words.</param>
public sealed record Precedent(string Unit, PrecedentKind Kind, DateTimeOffset At, string Note)
{
    /// <summary>What a case says for later ones, the oldest first.</summary>
    public static IReadOnlyList<Precedent> Of(TicketCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var orders =
            from order in subject.Coordinations.Select(matter => matter.Order).OfType<CoordinationOrder>()
            from unit in order.CoHandlers.Prepend(order.Lead)
            select new Precedent(unit, PrecedentKind.Fixed, order.At, order.Document);
        var returns =
            from sent in subject.Returns
            where sent is { Decision: not null, Verdict: ReturnVerdict.Accept or ReturnVerdict.Reject }
            select new Precedent(
                subject.Assignments[sent.Task - 1].Unit,
                sent.Verdict == ReturnVerdict.Accept ? PrecedentKind.ReturnAccepted : PrecedentKind.ReturnRejected,
                sent.Decision!.At, sent.Decision.Note);
        return [.. orders.Concat(returns).OrderBy(precedent => precedent.At)];
    }
}
