using System.Globalization;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Deadlines;

/// <summary>How a due time came about, in one sentence for units and citizens: rule, start, what was counted and what was not, and why.</summary>
/// <param name="demandTypes">The city's names of the kinds of demand.</param>
/// <param name="offset">The city's, from UTC.</param>
public sealed class DeadlineSentence(IReadOnlyList<CodeName> demandTypes, TimeSpan offset)
{
    /// <summary>As "按《…》咨询类办理 1 个工作日：2024-09-27（周五）16:00 收到，次日起算，…，于 09-29 17:00 到期。".</summary>
    public string Of(DueExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var start = explanation.Start.ToOffset(offset).DateTime;
        DueDays days = new(start.Year);
        List<string> parts =
        [
            Text.Of("deadline.start", days.DateAndTime(start, weekday: true), Text.Of("deadline.from." + explanation.From)),
        ];
        foreach (var leg in explanation.Legs)
        {
            parts.AddRange(LegOf(explanation, leg, days));
        }

        parts.Add(explanation.Due is DueTime.Known due
            ? Text.Of("deadline.due", days.DateAndTime(due.At.ToOffset(offset).DateTime, weekday: false))
            : Text.Of("deadline.unknown", Number(((DueTime.Unknown)explanation.Due).Year)));
        return Text.Of("deadline.sentence", RuleOf(explanation), string.Join(Text.Of("deadline.comma"), parts));
    }

    /// <summary>As "5 个工作小时".</summary>
    public static string Of(Limit limit) => Text.Of("deadline.limit." + limit.Unit,
        limit.Unit == DurationUnit.HalfWorkingDays ? (limit.Amount / 2m).ToString("0.#", CultureInfo.InvariantCulture) : Number(limit.Amount));

    private string RuleOf(DueExplanation explanation)
    {
        var rule = explanation.Rule.Rule;
        var what = Text.Of("deadline.timer." + rule.Timer);
        var demand = demandTypes.FirstOrDefault(type => type.Code == explanation.Matter.Demand)?.Name ?? explanation.Matter.Demand;
        var level = explanation.Matter.Level == "normal" ? "" : Text.Of("deadline.level." + explanation.Matter.Level);
        var limit = (explanation.Tightened?.Limit ?? explanation.Legs[0].Limit) is { } length ? Of(length) : "";
        var said = Text.Of("deadline.rule", explanation.Set.Name, level, demand, what, limit);
        return explanation.Tightened is { } own ? Text.Of("deadline.rule.tightened", said, own.Source)
            : explanation.IsFilled ? Text.Of("deadline.rule.filled", said, explanation.Rule.Of.Name)
            : said;
    }

    private static IEnumerable<string> LegOf(DueExplanation explanation, DueLeg leg, DueDays days)
    {
        if (leg.Limit is not { } limit)
        {
            yield break;
        }

        var counting = explanation.Rule.Rule.Counting;
        if (leg.IsExtension)
        {
            yield return Text.Of("deadline.extended", Of(limit));
        }
        else if (limit.IsOfDays)
        {
            yield return Text.Of(counting.From == FirstDay.Next ? "deadline.count.next" : "deadline.count.same");
        }
        else if (!limit.IsOfOfficeTime)
        {
            yield return Text.Of(counting.Roll == RollOver.SkipRestDays ? "deadline.count.workdays" : "deadline.count.clock");
        }

        // Of a due time that nobody knows, the days so far would explain nothing.
        foreach (var run in leg.Due is DueTime.Known due ? days.Runs(due.Days, limit.Unit) : [])
        {
            yield return run;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
