namespace Hotline.Tickets.Deadlines;

/// <summary>All rule sets that are known: those of old tickets too.</summary>
/// <param name="sets">Each id once.</param>
public sealed class RuleSetBook(IEnumerable<DeadlineRuleSet> sets)
{
    private readonly DeadlineRuleSet[] _sets = [.. sets.OrderBy(set => set.Id, StringComparer.Ordinal)];

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<DeadlineRuleSet> All => _sets;

    /// <summary>The set that a ticket was born with; null where the files have lost it.</summary>
    public DeadlineRuleSet? Of(string id) => Array.Find(_sets, set => set.Id == id);

    /// <summary>
    /// The set for tickets that a city accepts on a day: of its own sets and its province's that hold then, the newest (a newer provincial rule goes
    /// over an older one of the city, and the other way round); on the same day the city's. Null where none holds.
    /// </summary>
    /// <param name="areaCode">The city's, six digits.</param>
    /// <param name="day">The day it is accepted, in the city.</param>
    public DeadlineRuleSet? For(string areaCode, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(areaCode);
        return _sets.Where(set => Covers(set.Jurisdiction, areaCode) && set.EffectiveFrom <= day && !(set.EffectiveTo < day))
            .OrderByDescending(set => set.EffectiveFrom).ThenByDescending(set => set.Jurisdiction.TrimEnd('0').Length)
            .FirstOrDefault();
    }

    // 510000 is the province of 512000, and 512000 the city of 512021.
    private static bool Covers(string jurisdiction, string areaCode) =>
        jurisdiction.Length == 6 && areaCode.Length == 6
        && (jurisdiction == areaCode || (jurisdiction[2..] == "0000" && jurisdiction[..2] == areaCode[..2])
            || (jurisdiction[4..] == "00" && jurisdiction[2..4] != "00" && jurisdiction[..4] == areaCode[..4]));
}
