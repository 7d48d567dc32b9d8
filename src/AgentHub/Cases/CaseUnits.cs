using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>The city's units as the rules of the loop know them, and as forms choose them.</summary>
internal static class CaseUnits
{
    /// <summary>What is known of the units that a command names, and of those that have a task.</summary>
    /// <param name="city">The city.</param>
    /// <param name="codes">Which.</param>
    /// <param name="category">The ticket's: some may not be handed down to the grass roots.</param>
    public static Dictionary<string, UnitFacts> Facts(CityConfiguration city, IEnumerable<string> codes, string? category) =>
        city.Units.Where(unit => codes.Contains(unit.Code)).ToDictionary(unit => unit.Code, unit => new UnitFacts(
            unit.IsActive, unit.Contact.Length > 0, !unit.IsGrassRoots || !IsBanned(city, category), unit.IsStation, unit.Station));

    public static UnitChoiceView Choice(HandlingUnit unit)
    {
        // Beside its name no field is named that the sentence would go on with.
        var why = (!unit.IsActive ? CaseProblems.TextOf(LoopRefusal.UnitInactive)
            : unit.Contact.Length == 0 ? CaseProblems.TextOf(LoopRefusal.UnitWithoutContact)
            : "").TrimEnd('：');
        return new UnitChoiceView(unit.Code, unit.Name, unit.ParentCode, unit.Level, unit.IsStation, unit.Station, why.Length == 0, why);
    }

    // The category itself, or one above it.
    private static bool IsBanned(CityConfiguration city, string? category) =>
        category is not null && city.NotForGrassRoots.Count > 0 && Path(city.Categories, category).Any(city.NotForGrassRoots.Contains);

    /// <summary>A category with those above it, the highest first; empty where it is not in the tree.</summary>
    public static IEnumerable<string> Path(IReadOnlyList<Category> categories, string code)
    {
        foreach (var category in categories)
        {
            if (category.Code == code)
            {
                return [code];
            }

            if (Path(category.Children, code).ToList() is { Count: > 0 } below)
            {
                return [category.Code, .. below];
            }
        }

        return [];
    }
}
