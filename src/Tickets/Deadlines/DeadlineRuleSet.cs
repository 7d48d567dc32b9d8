namespace Hotline.Tickets.Deadlines;

/// <summary>
/// The deadlines of one document: of a jurisdiction, from a day on. What its document does not say, the set named as its base says; whoever asks
/// for a rule is told which of the two it came from. A ticket keeps the set it was born with.
/// </summary>
public sealed record DeadlineRuleSet
{
    /// <summary>Stands on tickets for ever, as "ziyang-2022".</summary>
    public required string Id { get; init; }

    /// <summary>The document's title, as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>Its number or date, and where it was read.</summary>
    public required string Document { get; init; }

    /// <summary>Area code of whom it holds for, of a city or of a province; empty for a set that is only a base.</summary>
    public required string Jurisdiction { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Its last day; null while none is known.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Whose rules fill what this document does not give; null for the last base.</summary>
    public DeadlineRuleSet? Base { get; init; }

    public required IReadOnlyList<DeadlineRule> Rules { get; init; }

    public required IReadOnlyList<ExtensionRule> Extensions { get; init; }

    /// <summary>The rule of a clock for a matter, and the set that it is from; null where that clock does not run for it.</summary>
    public FoundRule? Find(DeadlineTimer timer, TicketMatter matter)
    {
        for (var set = this; set is not null; set = set.Base)
        {
            if (set.Rules.Where(rule => rule.Timer == timer && rule.Scope.Holds(matter)).MaxBy(rule => rule.Scope.Weight) is { } rule)
            {
                return new FoundRule(rule, set);
            }
        }

        return null;
    }

    /// <summary>The rule of extension for a matter; null where no document says any: then there is none.</summary>
    public ExtensionRule? FindExtension(TicketMatter matter)
    {
        for (var set = this; set is not null; set = set.Base)
        {
            if (set.Extensions.Where(rule => rule.Scope.Holds(matter)).MaxBy(rule => rule.Scope.Weight) is { } rule)
            {
                return rule;
            }
        }

        return null;
    }
}

/// <summary>A rule, and whose it is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Of">The set that gives it: the ticket's own, or one that fills it.</param>
public sealed record FoundRule(DeadlineRule Rule, DeadlineRuleSet Of);
