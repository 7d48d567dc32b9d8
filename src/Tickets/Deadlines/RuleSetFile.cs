using System.Globalization;
using System.Text.Json;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>A rule set as its file says, before its base is known.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Set">The set, without its base.</param>
/// <param name="BaseId">The id of its base; null for none.</param>
/// <param name="Lines">The line of each rule and extension, by its id.</param>
public sealed record RuleSetFile(string File, DeadlineRuleSet Set, string? BaseId, IReadOnlyDictionary<string, int> Lines)
{
    private static readonly string[] Urgencies = ["normal", "special", "specialUrgent"];
    private static readonly string[] UnitLevels = ["province", "city", "county", "township", "village"];

    /// <summary>Reads one file; null where something is wrong.</summary>
    /// <param name="file">Its name, for the problems.</param>
    /// <param name="text">Its JSON.</param>
    /// <param name="problems">Mistakes are added.</param>
    public static RuleSetFile? Read(string file, string text, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        try
        {
            var root = LinedJson.Parse(text);
            if (root.Members is null)
            {
                problems.Add(new DataProblem(file, root.Line, "", "must be one object in braces; config/README.md says what it holds"));
                return null;
            }

            var read = Read(file, new JsonMembers(root, "", file, problems));
            return problems.Count == before ? read : null;
        }
        catch (JsonException e)
        {
            problems.Add(new DataProblem(file, (int)(e.LineNumber ?? -1) + 1, "", $"is no JSON: {e.Message.Split(" LineNumber:")[0]}"));
            return null;
        }
    }

    private static RuleSetFile Read(string file, JsonMembers root)
    {
        Dictionary<string, int> lines = [];
        List<DeadlineRule> rules = [];
        foreach (var (members, id) in root.Objects("rules", lines))
        {
            rules.Add(RuleOf(members, id));
        }

        List<ExtensionRule> extensions = [];
        foreach (var (members, id) in root.Objects("extensions", lines))
        {
            extensions.Add(ExtensionOf(members, id));
        }

        DeadlineRuleSet set = new()
        {
            Id = root.Required("id"),
            Name = root.Required("name"),
            Document = root.Required("document"),
            Jurisdiction = root.Optional("jurisdiction") ?? "",
            EffectiveFrom = root.Date("effectiveFrom") ?? default,
            EffectiveTo = root.Date("effectiveTo"),
            Rules = rules,
            Extensions = extensions,
        };
        root.Check(set.Jurisdiction.Length == 0 || (set.Jurisdiction.Length == 6 && set.Jurisdiction.All(char.IsAsciiDigit)), "jurisdiction",
            "must be an area code, six digits, as 512000; leave it out for a set that is only a base");
        root.Check(set.Jurisdiction.Length == 0 || set.EffectiveFrom != default, "effectiveFrom", "is missing; write the first day, as 2022-11-25");
        root.Check(!(set.EffectiveTo < set.EffectiveFrom), "effectiveTo", "is before effectiveFrom; correct one of them");
        var baseId = root.Optional("base");
        _ = root.Optional("note");
        root.Done();
        return new RuleSetFile(file, set, baseId, lines);
    }

    private static DeadlineRule RuleOf(JsonMembers members, string id)
    {
        var timer = members.Word<DeadlineTimer>("timer");
        DeadlineRule rule = new()
        {
            Id = id,
            Timer = timer,
            Scope = ScopeOf(members),
            Start = members.Word<ClockStart>("start"),
            Limit = members.Limit("limit", mayBeLeftOut: timer is DeadlineTimer.Promise or DeadlineTimer.Correction),
            Counting = new Counting(
                members.Word<FirstDay>("from", FirstDay.Next),
                members.Word<DayEnd>("end", DayEnd.EndOfOffice),
                members.Word<RollOver>("roll", RollOver.None)),
            IsStatutory = members.Flag("statutory"),
            Warnings = WarningsOf(members),
            Source = members.Required("source"),
        };
        members.Check(StartsOf(timer).Contains(rule.Start), "start",
            $"cannot be the start of {Calendar.Word.Of(timer)}; write one of {string.Join(", ", StartsOf(timer).Select(Calendar.Word.Of))}");
        // What a promise ends with is said for its day, not for the most that may be promised.
        var mistake = timer != DeadlineTimer.Promise && rule.Limit is { } limit ? rule.Counting.MistakeFor(limit) : null;
        members.Check(mistake is null, "limit", mistake ?? "");

        members.Done();
        return rule;
    }

    private static ExtensionRule ExtensionOf(JsonMembers members, string id)
    {
        var count = members.Number("countMax", 0, 20);
        ExtensionRule rule = new()
        {
            Id = id,
            Scope = ScopeOf(members),
            CountMax = count,
            Cap = members.Limit("cap", mayBeLeftOut: count == 0),
            Lead = members.Limit("lead") ?? default,
            Override = members.Word<ExtensionOverride>("override", ExtensionOverride.Nobody),
            Source = members.Required("source"),
        };
        members.Check(rule.Lead.Unit != DurationUnit.HalfWorkingDays, "lead",
            "says how long before the due time it is asked for; half days cannot be counted backwards: write \"1 workingDays\"");
        members.Done();
        return rule;
    }

    private static RuleScope ScopeOf(JsonMembers members) => new(
        members.Words("demand"), members.Words("urgency", Urgencies), members.Words("unitLevel", UnitLevels), members.Words("category"));

    private static List<WarnPoint> WarningsOf(JsonMembers members)
    {
        List<WarnPoint> points = [];
        foreach (var text in members.Words("warn"))
        {
            var point = WarnPoint.Parse(text);
            members.Check(point is not null, "warn", $"\"{text}\" is no warning; write a share, as 80%, or how long before, as \"2 workingHours\"");
            points.AddRange(point is null ? [] : [point]);
        }

        return points;
    }

    /// <summary>From what a clock may count.</summary>
    private static ClockStart[] StartsOf(DeadlineTimer timer) => timer switch
    {
        DeadlineTimer.Dispatch => [ClockStart.Accepted],
        DeadlineTimer.Sign or DeadlineTimer.Return => [ClockStart.Dispatched, ClockStart.Received],
        DeadlineTimer.Handle or DeadlineTimer.FirstResponse or DeadlineTimer.Feedback =>
            [ClockStart.Received, ClockStart.Dispatched, ClockStart.SignedFor],
        DeadlineTimer.Report or DeadlineTimer.Promise => [ClockStart.TemporarilyClosed],
        DeadlineTimer.Revisit => [ClockStart.Replied],
        DeadlineTimer.Rating => [ClockStart.RevisitStarted],
        DeadlineTimer.Correction => [ClockStart.Interviewed],
        _ => throw new System.Diagnostics.UnreachableException($"{timer}"),
    };
}
