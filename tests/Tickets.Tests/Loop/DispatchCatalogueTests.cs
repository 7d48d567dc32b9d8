using Hotline.Testkit;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>派单目录: which units are suggested, in which order, and why one is not.</summary>
public sealed class DispatchCatalogueTests
{
    private static readonly DateOnly Day = new(2026, 3, 17);

    [Fact]
    [Requirement("JUR-02", Shows = "territory comes before the competent body")]
    [Requirement("JUR-11", Shows = "territory, competent body, lead and receiver are asked in this order")]
    public void Territory_comes_first_then_charge_lead_and_receiver() => Suggested(
        Row(1, "", "office", DutyRank.Receiver), Row(2, "0104", "builders", DutyRank.Lead), Row(3, "01", "roads", DutyRank.Charge),
        Row(4, "01", "*", DutyRank.Territory)).ShouldBe(["county 4", "roads 3", "builders 2", "office 1"]);

    [Fact]
    public void Area_goes_before_everywhere_the_narrow_category_before_the_wide_and_each_unit_stands_once() => Suggested(
        Row(1, "01", "roads", DutyRank.Charge), Row(2, "0104", "lamps", DutyRank.Charge), Row(3, "01", "town", DutyRank.Charge, area: "410221"),
        Row(4, "0104", "roads", DutyRank.Lead)).ShouldBe(["town 3", "lamps 2", "roads 1"]);

    [Fact]
    public void Row_of_another_matter_area_or_day_says_nothing() => Suggested(
        Row(1, "02", "water", DutyRank.Charge), Row(2, "", "other", DutyRank.Charge, area: "410222"),
        Row(3, "", "later", DutyRank.Charge, from: Day.AddDays(1)), Row(4, "", "past", DutyRank.Charge, to: Day.AddDays(-1)),
        Row(5, "", "today", DutyRank.Charge, from: Day, to: Day)).ShouldBe(["today 5"]);

    [Fact]
    public void Where_the_area_is_not_known_its_station_is_not_suggested() =>
        new DispatchCatalogue([Row(1, "", "*", DutyRank.Territory)]).Suggest(Matter() with { Area = "", Station = null }).ShouldBeEmpty();

    [Theory]
    [InlineData("accused", LoopRefusal.UnitIsAccused)]
    [InlineData("closed", LoopRefusal.UnitInactive)]
    [InlineData("silent", LoopRefusal.UnitWithoutContact)]
    [InlineData("village", LoopRefusal.LevelNotAllowed)]
    [InlineData("gone", LoopRefusal.UnitUnknown)]
    public void Who_cannot_have_it_comes_last_with_the_reason(string unit, LoopRefusal why)
    {
        var found = new DispatchCatalogue([Row(1, "0104", unit, DutyRank.Charge), Row(2, "", "office", DutyRank.Receiver)]).Suggest(Matter());

        found.Select(suggestion => (suggestion.Unit, suggestion.Refusal)).ShouldBe([("office", null), (unit, why)]);
    }

    private static IEnumerable<string> Suggested(params IReadOnlyList<CatalogueRow> rows) =>
        new DispatchCatalogue(rows).Suggest(Matter()).Select(suggestion => $"{suggestion.Unit} {suggestion.Row.No}");

    private static CatalogueRow Row(
        int no, string category, string unit, DutyRank rank, string area = "", DateOnly? from = null, DateOnly? to = null) =>
        new(no, category, area, unit, rank, "三定方案", from ?? new DateOnly(2022, 1, 1), to);

    private static DispatchMatter Matter() => new(["01", "0104"], "410221", "county", Day, "accused", new Dictionary<string, UnitFacts>
    {
        ["county"] = new(IsStation: true), ["roads"] = new(), ["builders"] = new(), ["office"] = new(), ["lamps"] = new(), ["town"] = new(),
        ["today"] = new(), ["accused"] = new(), ["closed"] = new(IsActive: false), ["silent"] = new(HasContact: false),
        ["village"] = new(LevelIsAllowed: false), ["water"] = new(), ["other"] = new(), ["later"] = new(), ["past"] = new(),
    });
}
