using System.Globalization;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>What a dispatcher may go by: the rows of the catalogue that fit the ticket, and what was decided about the same kind before.</summary>
internal sealed class DispatchAdvice(CityConfiguration city, CityLoop rules, CaseStore cases)
{
    /// <param name="Area">Name of the county whose name its words hold; empty where they hold none.</param>
    /// <param name="Suggestions">In the order of the catalogue, those that cannot have it last.</param>
    /// <param name="Precedents">The newest first.</param>
    public sealed record DispatchAdviceView(
        string Area, IReadOnlyList<SuggestionView> Suggestions, IReadOnlyList<PrecedentView> Precedents);

    /// <param name="Unit">Code of the unit.</param>
    /// <param name="Why">By which row of the catalogue, in words.</param>
    /// <param name="Refused">Why it cannot have it; empty where it can.</param>
    public sealed record SuggestionView(string Unit, string Why, string Refused);

    /// <param name="Number">Of the ticket in which it was decided.</param>
    /// <param name="Area">Name of its county; empty where it is not known.</param>
    /// <param name="Unit">Code of the unit.</param>
    /// <param name="Kind">What was decided.</param>
    /// <param name="At">When.</param>
    /// <param name="Note">The order's paper, or the reviewer's words.</param>
    /// <param name="Binds">The unit cannot give this ticket back, either.</param>
    public sealed record PrecedentView(string? Number, string Area, string Unit, string Kind, DateTimeOffset At, string Note, bool Binds);

    /// <summary>For a case as it stands now.</summary>
    public async Task<DispatchAdviceView> OfAsync(TicketCase subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (area, category) = (rules.AreaOf(subject.Ticket), subject.Ticket.Form.Category);
        List<string> path = category is null ? [] : [.. CaseUnits.Path(city.Categories, category)];
        var units = CaseUnits.Facts(city, city.Units.Select(unit => unit.Code), category);
        var suggestions = city.Catalogue.Suggest(new DispatchMatter(
            path, area, rules.StationOf(area)?.Code, city.DateAt(now), subject.AccusedUnit, units));
        var precedents = await cases.PrecedentsAsync(subject.Ticket, cancellationToken);
        var newest = precedents.FirstOrDefault(row => row.Decided == Code.Of(PrecedentKind.Fixed) && row.Area == area && area.Length > 0);
        return new DispatchAdviceView(
            AreaName(area), [.. suggestions.Select(Of)],
            [.. precedents.Select(row => new PrecedentView(
                row.TicketNumber, AreaName(row.Area), row.Unit, row.Decided, row.DecidedAt, row.Note,
                newest is not null && row.Decided == newest.Decided && row.TicketId == newest.TicketId && row.DecidedAt == newest.DecidedAt))]);
    }

    private SuggestionView Of(DispatchSuggestion suggestion)
    {
        var row = suggestion.Row;
        var category = row.Category.Length == 0 ? Text.Of("dispatch.every") : NameOf(city.Categories, row.Category) ?? row.Category;
        var why = Text.Of(
            "dispatch.suggested", row.No.ToString(CultureInfo.InvariantCulture), Text.Of($"dispatch.rank.{row.Rank}"), category, row.Basis);
        return new SuggestionView(
            suggestion.Unit, why, suggestion.Refusal is { } refusal ? CaseProblems.TextOf(refusal).TrimEnd('：') : "");
    }

    private string AreaName(string area) => rules.StationOf(area)?.Name ?? "";

    private static string? NameOf(IReadOnlyList<Category> categories, string code) =>
        categories.Select(category => category.Code == code ? category.Name : NameOf(category.Children, code))
            .FirstOrDefault(name => name is not null);
}
