using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Deadlines;

/// <summary>Deadlines without a ticket: the rule sets, worked examples of them, and a calculation with the same rules.</summary>
internal static class DeadlinesApi
{
    /// <param name="Id">As it stands on tickets.</param>
    /// <param name="Name">The document's title.</param>
    /// <param name="Document">Its number or date.</param>
    /// <param name="EffectiveFrom">Its first day, as 2026-01-01.</param>
    /// <param name="IsOfToday">Tickets of this city that are accepted today are born with it.</param>
    public sealed record RuleSetView(string Id, string Name, string Document, string EffectiveFrom, bool IsOfToday);

    /// <param name="No">From 1.</param>
    /// <param name="RuleSet">Id of the set.</param>
    /// <param name="Timer">Which clock.</param>
    /// <param name="DemandType">Code of the kind of demand.</param>
    /// <param name="Urgency">Its urgency.</param>
    /// <param name="Hours">What the unit's hours are called; empty for ordinary ones.</param>
    /// <param name="Start">When it begins.</param>
    /// <param name="Extensions">Working days of each extension.</param>
    /// <param name="Due">When it ends, as the program counts it; null where nobody can know.</param>
    /// <param name="Explanation">How, in a sentence.</param>
    /// <param name="Agrees">The same was worked out by hand.</param>
    public sealed record DeadlineExampleView(
        int No, string RuleSet, string Timer, string DemandType, string Urgency, string Hours, DateTimeOffset Start, IReadOnlyList<int> Extensions,
        DateTimeOffset? Due, string Explanation, bool Agrees);

    /// <param name="Timer">Which clock.</param>
    /// <param name="From">What it counts from, in words.</param>
    /// <param name="Due">When it ends; null where nobody can know.</param>
    /// <param name="Explanation">How, in a sentence.</param>
    public sealed record DueTimeView(string Timer, string From, DateTimeOffset? Due, string Explanation);

    /// <param name="Times">All clocks of the matter, in the order of a ticket's way.</param>
    /// <param name="Extension">Whether and how more time may be asked for, in a sentence.</param>
    public sealed record DueTimesView(IReadOnlyList<DueTimeView> Times, string Extension);

    public static void MapDeadlines(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/deadlines").Needs(Permission.ReadReference).NotAudited("rules and examples").WithTags("deadlines");
        api.MapGet("/rule-sets", RuleSets);
        api.MapGet("/examples", Examples);
        api.MapGet("/due", Due);
    }

    private static Ok<List<RuleSetView>> RuleSets(CityConfiguration city, SteadyClock clock)
    {
        var today = city.Times.RuleSets.For(city.Tenant.Value, city.DateAt(clock.Now))?.Id;
        return TypedResults.Ok(city.Times.RuleSets.All.Select(set => new RuleSetView(
            set.Id, set.Name, set.Document, set.EffectiveFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            set.Id == today)).ToList());
    }

    private static Ok<List<DeadlineExampleView>> Examples(CityConfiguration city)
    {
        var times = new DueTimes(city);
        return TypedResults.Ok(city.Examples.All.Select(example =>
        {
            var explanation = times.Of(example);
            return new DeadlineExampleView(
                example.No, example.RuleSet, Code.Of(example.Timer), example.DemandType, Code.Of(example.Urgency), example.Hours, explanation.Start,
                example.Extensions, At(explanation.Due), times.Sentence(explanation), times.Agrees(example));
        }).ToList());
    }

    private static Results<Ok<DueTimesView>, ProblemHttpResult> Due(
        CityConfiguration city, string ruleSet = "", string demandType = "", string urgency = "normal", DateTimeOffset? start = null)
    {
        if (city.Times.RuleSets.Of(ruleSet) is not { } set || city.DemandTypes.All(type => type.Code != demandType)
            || !Code.TryParse<Urgency>(urgency, out var level) || start is not { } from)
        {
            return Problem.OfNames("unknownCode", ["ruleSet", "demandType", "urgency", "start"]);
        }

        var times = new DueTimes(city);
        var found = times.Of(set, demandType, level, from);
        return TypedResults.Ok(new DueTimesView(
            [.. found.Select(due => new DueTimeView(
                Code.Of(due.Rule.Rule.Timer), Text.Of("deadline.from." + due.From), At(due.Due), times.Sentence(due)))],
            ExtensionOf(set.FindExtension(new TicketMatter(demandType, urgency)))));
    }

    private static string ExtensionOf(ExtensionRule? rule) => rule is not { CountMax: > 0 } ? Text.Of("deadline.extension.none")
        : Text.Of("deadline.extension.some", rule.CountMax, rule.Cap is { } cap ? DeadlineSentence.Of(cap) : Text.Of("deadline.extension.uncapped"),
            DeadlineSentence.Of(rule.Lead));

    private static DateTimeOffset? At(DueTime due) => due is DueTime.Known known ? known.At : null;
}
