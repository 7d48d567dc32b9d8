using System.Globalization;
using System.Text.Json;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Simulator.Scenarios;

/// <summary>
/// Reads a scenario file (docs/scenario.schema.json). Nothing is guessed: what is missing, unknown or out of range is said with its place.
/// </summary>
public static class ScenarioReader
{
    private const int AgentsMax = 20_000, ReplicationsMax = 10_000;
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="ScenarioException">The text is no scenario.</exception>
    public static Scenario Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return ReadScenario(new Place("", document.RootElement));
        }
        catch (JsonException e)
        {
            throw new ScenarioException(
                Invariant($"line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}: this is not JSON. {e.Message.Split(". ")[0]}."));
        }
    }

    private static Scenario ReadScenario(Place file)
    {
        file.Find("$schema");
        var groups = file.Get("groups").List().Select(ReadGroup).ToList();
        var skills = groups.SelectMany(g => g.Skills).Select(s => s.Skill.Value).Concat(file.Find("skills")?.List().Select(s => s.Text()) ?? [])
            .ToHashSet();
        var scenario = new Scenario
        {
            Name = file.Get("name").Text(),
            Seed = file.Find("seed")?.Whole(0, int.MaxValue) ?? 1,
            Start = ReadStart(file.Find("start")),
            WarmUp = TimeSpan.FromMinutes(file.Find("warmUpMinutes")?.Number(0, 1e6) ?? 0),
            Horizon = TimeSpan.FromMinutes(file.Get("horizonMinutes").Number(1, 1e6)),
            Replications = file.Find("replications")?.Whole(1, ReplicationsMax) ?? 10,
            Router = ReadRouter(file.Find("router")),
            Groups = groups,
            Classes = [.. file.Get("classes").List().Select(c => ReadClass(c, skills))],
        };
        file.Done();
        Distinct(file.Get("classes"), scenario.Classes.Select(c => c.Name));
        Distinct(file.Get("groups"), scenario.Groups.Select(g => g.Name));
        return scenario.Groups.Sum(g => g.Count) <= AgentsMax ? scenario : throw file.Get("groups").Wrong($"are more than {AgentsMax} agents");
    }

    private static void Distinct(Place list, IEnumerable<string> names)
    {
        var seen = new HashSet<string>();
        var twice = names.FirstOrDefault(n => !seen.Add(n));
        if (seen.Count == 0 || twice is not null)
        {
            throw list.Wrong(twice is null ? "is empty" : $"names \"{twice}\" twice");
        }
    }

    private static DateTimeOffset ReadStart(Place? start)
    {
        const string Form = "yyyy-MM-ddTHH:mm:ss";
        var text = start?.Text() ?? "2026-03-16T00:00:00";
        return DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : throw start!.Wrong($"is no time; write it as 2026-03-16T08:00:00, by the city's clock");
    }

    private static RoutingSettings ReadRouter(Place? router)
    {
        var usual = new RoutingSettings();
        var settings = new RoutingSettings
        {
            Greeting = false,
            AgentNumberAnnouncement = false,
            PlaceAfter = TimeSpan.Zero,
            Music = false,
            Recording = false,
            RingTimeout = Seconds(router?.Find("ringSeconds")) ?? usual.RingTimeout,
            NotAgainFor = Seconds(router?.Find("notAgainSeconds")) ?? usual.NotAgainFor,
            PriorityAgeing = Seconds(router?.Find("priorityAgeingSeconds")) ?? usual.PriorityAgeing,
            WaitingCallsMax = router?.Find("waitingCallsMax")?.Whole(0, 1_000_000) ?? usual.WaitingCallsMax,
        };
        router?.Done();
        return settings;
    }

    private static TimeSpan? Seconds(Place? place) => place is null ? null : TimeSpan.FromSeconds(place.Number(0));

    private static CallClass ReadClass(Place place, HashSet<string> skills)
    {
        var read = new CallClass(
            place.Get("name").Text(), ReadPlan(place, skills), ReadArrivals(place.Get("arrivals")), ReadDistribution(place.Get("talk")),
            place.Find("afterCall") is { } after ? ReadDistribution(after) : null,
            place.Find("patience") is { } patience ? ReadDistribution(patience) : null);
        place.Done();
        return read;
    }

    /// <summary>A whole plan, or one step for ever: who is needed, and with what priority.</summary>
    private static RoutingPlan ReadPlan(Place place, HashSet<string> skills)
    {
        var (plan, need, priority) = (place.Find("plan"), place.Find("need"), place.Find("priority"));
        if (plan is not null && (need ?? priority) is { } besides)
        {
            throw besides.Wrong("says the same as \"plan\"; write one of them");
        }
        var text = plan?.Text() ?? Invariant($"{need?.Text() ?? SkillExpressionText.Any} +{priority?.Whole(0, 9) ?? 0}");
        var (read, flaw) = RoutingPlanText.Parse(text, skills, SubCentre);
        return read ?? throw (plan ?? need ?? place).Wrong($"{flaw} (skills are those of the groups, and of \"skills\")");
    }

    /// <summary>Any number will do: nobody is rung there.</summary>
    private static PlanEnding? SubCentre(string number) =>
        number.Length > 0 && number.All(char.IsAsciiDigit) ? new PlanEnding(number, number, "subcentre") : null;

    private static Arrivals ReadArrivals(Place place)
    {
        Arrivals? read = place.Find("perHour") is { } rate ? new Arrivals.PerHour(rate.Number(0, 1e7))
            : place.Find("perHalfHour") is { } profile ? new Arrivals.PerHalfHour(Numbers(profile))
            : place.Find("at") is { } list ? new Arrivals.At(Numbers(list))
            : null;
        return One(place, read);
    }

    private static Distribution ReadDistribution(Place place)
    {
        Distribution? read = place.Find("exponential") is { } mean ? new Distribution.Exponential(mean.Number(0.001))
            : place.Find("always") is { } fixedTime ? new Distribution.Always(fixedTime.Number(0))
            : place.Find("oneOf") is { } list ? new Distribution.OneOf(Numbers(list))
            : place.Find("lognormal") is { } shape ? ReadLogNormal(shape)
            : null;
        return One(place, read);
    }

    private static Distribution.LogNormal ReadLogNormal(Place place)
    {
        var read = new Distribution.LogNormal(place.Get("mean").Number(0.001), place.Get("deviation").Number(0));
        place.Done();
        return read;
    }

    private static T One<T>(Place place, T? read)
        where T : class
    {
        place.Done();
        return read ?? throw place.Wrong("says nothing; see docs/simulate.md for what can stand here");
    }

    private static List<double> Numbers(Place place)
    {
        var numbers = place.List().Select(n => n.Number(0)).ToList();
        return numbers.Count > 0 ? numbers : throw place.Wrong("is empty");
    }

    private static AgentGroup ReadGroup(Place place)
    {
        var read = new AgentGroup(
            place.Get("name").Text(), place.Get("count").Whole(1, AgentsMax),
            [.. place.Find("skills")?.List()
            .Select(s => AgentSkill.Parse(s.Text()) ?? throw s.Wrong("is no skill; write law, or law:4 (level 1 to 5)")) ?? []],
            [.. place.Find("shifts")?.List().Select(ReadShift) ?? []], place.Find("answer") is { } answer ? ReadDistribution(answer) : null);
        place.Done();
        return read;
    }

    private static Shift ReadShift(Place place)
    {
        var parts = place.Text().Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to && from != to
            ? new Shift(from, to)
            : throw place.Wrong("is no shift; write 08:00-16:00");
    }

    private static TimeOnly? Time(string text) =>
        text == "24:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : null;
}
