using System.Globalization;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Config;

/// <summary>A plan as a table writes it: <c>law 20s; any</c>.</summary>
public static class RoutingPlanText
{
    private const string Anybody = "any";

    /// <summary>The plan, or what is wrong with the text.</summary>
    public static (RoutingPlan? Plan, string? Flaw) Parse(string text, IReadOnlySet<string> skills)
    {
        List<RoutingStep> steps = [];
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = part.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (words[0] != Anybody && !skills.Contains(words[0]))
            {
                return (null, $"the skill \"{words[0]}\" is not in skills.csv; add it there, or write {Anybody}");
            }

            SkillId? skill = words[0] == Anybody ? null : new SkillId(words[0]);
            if (words.Length == 1)
            {
                steps.Add(new RoutingStep(skill, null));
            }
            else if (words.Length == 2 && Seconds(words[1]) is { } lasts)
            {
                steps.Add(new RoutingStep(skill, lasts));
            }
            else
            {
                return (null, $"\"{part}\" is not a step; write a skill and seconds, as in: law 20s; {Anybody}");
            }
        }

        return RoutingPlan.Flaw(steps) is { } flaw ? (null, flaw) : (new RoutingPlan(steps), null);
    }

    private static TimeSpan? Seconds(string word) =>
        word.EndsWith('s') && int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
