using System.Globalization;

namespace Hotline.Routing.Numbers;

/// <summary>
/// A plan as a table writes it: <c>law and expert 20s best-level +1; law&gt;=2 20s; any</c>. Each step is a skill expression, then in any
/// order how long it lasts, how one of several is chosen, and its priority. <c>weights a b c;</c> may stand before the steps; behind the last
/// one <c>announcement</c> (all are busy, the line ends), <c>call-back</c> (an offer to be called back) or <c>to 12366</c> (a sub-centre).
/// </summary>
public static class RoutingPlanText
{
    internal const string Announcement = "announcement", CallBack = "call-back", To = "to";
    internal const string Weights = "weights";
    private const int PriorityMax = 9;

    private static readonly Dictionary<string, ChoiceOrder> Orders = new(StringComparer.Ordinal)
    {
        ["longest-idle"] = ChoiceOrder.LongestIdle,
        ["best-level"] = ChoiceOrder.BestLevel,
        ["least-occupied"] = ChoiceOrder.LeastOccupied,
        ["previous-handler"] = ChoiceOrder.PreviousHandler,
    };

    internal static string Of(ChoiceOrder order) => Orders.First(o => o.Value == order).Key;

    /// <summary>The plan, or what is wrong with the text.</summary>
    /// <param name="text">Of the table.</param>
    /// <param name="skills">Those that exist.</param>
    /// <param name="subCentre">Whom a plan may end with, by number; null where there are none.</param>
    public static (RoutingPlan? Plan, string? Flaw) Parse(string text, IReadOnlySet<string> skills, Func<string, PlanEnding?>? subCentre = null)
    {
        PlanEnding? ending = null;
        List<RoutingStep> steps = [];
        RoutingWeights? weights = null;
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 0 && parts[i].StartsWith(Weights + " ", StringComparison.Ordinal))
            {
                weights = ReadWeights(parts[i]);
                if (weights is null)
                {
                    return (null, $"\"{parts[i]}\" are no weights; write three numbers, the second not below 0, as in: {Weights} 30 1 0");
                }
            }
            else if (i > 0 && i == parts.Length - 1 && parts[i].Split(' ')[0] is Announcement or CallBack or To)
            {
                ending = parts[i] switch
                {
                    Announcement => PlanEnding.Announcement,
                    CallBack => PlanEnding.CallBack,
                    var to => subCentre?.Invoke(to[To.Length..].Trim()),
                };
                if (ending is null)
                {
                    return (null, $"\"{parts[i]}\": write {Announcement}, {CallBack}, or {To} and the number of a sub-centre with a trunk");
                }
            }
            else if (ReadStep(parts[i], skills, out var flaw) is { } step)
            {
                steps.Add(step);
            }
            else
            {
                return (null, Invariant($"step {steps.Count + 1}, \"{parts[i]}\": {flaw}"));
            }
        }

        return RoutingPlan.Flaw(steps, ending) is { } broken
            ? (null, broken)
            : (new RoutingPlan(steps, weights ?? RoutingWeights.Fcfs, ending), null);
    }

    private static RoutingStep? ReadStep(string part, IReadOnlySet<string> skills, out string? flaw)
    {
        var words = part.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length;
        TimeSpan? lasts = null;
        var order = ChoiceOrder.LongestIdle;
        var priority = 0;
        for (; end > 0; end--)
        {
            var word = words[end - 1];
            if (Seconds(word) is { } time)
            {
                lasts = time;
            }
            else if (Orders.TryGetValue(word, out var named))
            {
                order = named;
            }
            else if (word[0] == '+' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var boost)
                && boost <= PriorityMax)
            {
                priority = boost;
            }
            else
            {
                break;
            }
        }

        (var asks, flaw) = SkillExpressionText.Parse(string.Join(' ', words.AsSpan(0, end)!));
        if (flaw is not null)
        {
            flaw += $"; after the skills write how long (as in: law 20s), one of {string.Join(", ", Orders.Keys)}, "
                + $"and +1 to +{PriorityMax}, or nothing";
        }
        else if (asks!.Names.Select(n => n.Value).FirstOrDefault(n => !skills.Contains(n)) is { } unknown)
        {
            flaw = $"the skill \"{unknown}\" is not among the skills; add it there, or write {SkillExpressionText.Any}";
        }

        return flaw is null ? new RoutingStep(asks, lasts, order, priority) : null;
    }

    private static RoutingWeights? ReadWeights(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = [.. words.Skip(1).Select(
            w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : double.NaN)];
        return numbers.Length == 3 && !numbers.Any(double.IsNaN) && numbers[1] >= 0 ? new RoutingWeights(numbers[0], numbers[1], numbers[2]) : null;
    }

    private static TimeSpan? Seconds(string word) =>
        word.EndsWith('s') && int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
