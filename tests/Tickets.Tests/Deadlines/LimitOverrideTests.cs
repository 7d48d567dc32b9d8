using Hotline.Testkit;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Deadlines;

/// <summary>Limits of units, which may only be tighter, and of the law, which hold whatever else is said.</summary>
public sealed class LimitOverrideTests
{
    private const string Friday = "2024-09-27 16:00";
    private static readonly DeadlineRule Handle = RuleSets.Book.Of("ziyang-2022")!.Find(DeadlineTimer.Handle, new TicketMatter("complaint"))!.Rule;

    [Theory]
    [InlineData("7 workingDays", null)]
    [InlineData("3 workingDays", null)]
    [InlineData("8 workingDays", "is looser")]
    [InlineData("24 clockHours", "write it in workingDays")]
    [Requirement("TKT-08", Shows = "a unit's own limit is taken only if it is not looser than the rule's")]
    public void Limit_of_a_unit_is_taken_only_if_it_is_tighter(string limit, string? said)
    {
        UnitLimit own = new("water-group", DeadlineTimer.Handle, "complaint", CityTime.Limit(limit), "trade");

        if (said is null)
        {
            own.MistakeFor(Handle).ShouldBeNull();
        }
        else
        {
            own.MistakeFor(Handle).ShouldNotBeNull().ShouldContain(said);
        }

        var timer = RuleSets.Of("ziyang-2022", own).TimerAt(RuleSets.Dispatched(Friday), DeadlineTimer.Handle, Friday);
        timer.Due.At().ShouldBe(CityTime.At(limit == "3 workingDays" ? "2024-10-08 17:00" : "2024-10-12 17:00"));
        timer.Explanation.Tightened.ShouldBe(said is null ? own : null);
    }

    [Fact]
    public void Limit_of_a_unit_holds_for_itself_and_what_it_is_meant_for()
    {
        UnitLimit own = new("water-group", DeadlineTimer.Handle, "consultation", CityTime.Limit("1 workingDays"), "trade");
        UnitLimit other = new("heat-group", DeadlineTimer.Handle, "", CityTime.Limit("1 workingDays"), "trade");

        RuleSets.Of("ziyang-2022", own, other).TimerAt(RuleSets.Dispatched(Friday), DeadlineTimer.Handle, Friday).Due.At()
            .ShouldBe(CityTime.At("2024-10-12 17:00"));
    }

    [Fact]
    [Requirement("TKT-09", Shows = "a category's limit of the law goes over the limit of the demand type")]
    [Requirement("TMP-05", Shows = "a ticket with a limit of the law has no clock of reports")]
    public void Limit_of_the_law_goes_over_all_others_and_asks_for_no_reports()
    {
        var set = RuleSets.Book.Of("ziyang-2022")!;
        var law = new DeadlineRule
        {
            Id = "law", Timer = DeadlineTimer.Handle, Start = ClockStart.Received, Limit = CityTime.Limit("60 calendarDays"),
            Counting = new Counting(End: DayEnd.EndOfDay), IsStatutory = true, Source = "a law",
            Scope = RuleScope.Everything with { Categories = ["0102"] },
        };
        var rules = RuleSets.Of("ziyang-2022", new UnitLimit("water-group", DeadlineTimer.Handle, "", CityTime.Limit("1 calendarDays"), "trade")) with
        {
            Set = set with { Rules = [.. set.Rules, law] },
        };
        var facts = RuleSets.Dispatched(Friday) with
        {
            TemporaryClosure = new TemporaryClosure(CityTime.At(Friday), new DateOnly(2024, 11, 29), []),
        };

        var sheet = rules.SheetOf(facts, CityTime.At(Friday));

        // The 60th day after 09-27: 3 in September, 31 in October, 26 in November.
        sheet.Timer(DeadlineTimer.Handle).Due.At().ShouldBe(CityTime.At("2024-11-26 24:00"));
        sheet.Timers.ShouldNotContain(timer => timer.Timer == DeadlineTimer.Report);
        sheet.Timers.ShouldContain(timer => timer.Timer == DeadlineTimer.Promise);
    }

    [Fact]
    public void Rule_for_a_level_of_units_goes_over_one_for_all()
    {
        var set = RuleSets.Book.Of("ziyang-2022")!;
        var county = Handle with
        {
            Id = "county", Scope = new RuleScope(["complaint"], [], ["county"], []), Limit = CityTime.Limit("12 workingDays"),
        };
        var levels = set with { Rules = [.. set.Rules, county] };

        levels.Find(DeadlineTimer.Handle, new TicketMatter("complaint", UnitLevel: "county"))!.Rule.Id.ShouldBe("county");
        levels.Find(DeadlineTimer.Handle, new TicketMatter("complaint", UnitLevel: "city"))!.Rule.ShouldBe(Handle);
    }
}
