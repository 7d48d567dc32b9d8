using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>How a due time came about, as facts: the words are made of them elsewhere.</summary>
/// <param name="Set">The ticket's rule set.</param>
/// <param name="Rule">The rule that holds, and the set that gives it.</param>
/// <param name="Matter">Of what it holds.</param>
/// <param name="Tightened">The unit's own tighter limit that was taken instead; null where there is none.</param>
/// <param name="From">What it counts from.</param>
/// <param name="Start">When that was.</param>
/// <param name="Legs">The limit, then each extension. Of a promise one leg without a limit.</param>
/// <param name="Due">What came of it.</param>
public sealed record DueExplanation(
    DeadlineRuleSet Set, FoundRule Rule, TicketMatter Matter, UnitLimit? Tightened, ClockStart From, DateTimeOffset Start, IReadOnlyList<DueLeg> Legs,
    DueTime Due)
{
    /// <summary>True where the ticket's own document does not say it, and a base fills it.</summary>
    public bool IsFilled => Rule.Of.Id != Set.Id;
}

/// <summary>One piece of the way to a due time.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Limit">How long; null where the ticket itself says until when.</param>
/// <param name="IsExtension">True for an extension.</param>
/// <param name="Due">Where it ends, with the days on the way.</param>
public sealed record DueLeg(DateTimeOffset Start, Limit? Limit, bool IsExtension, DueTime Due);
