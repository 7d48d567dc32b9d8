using Hotline.Testkit;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Deadlines;

/// <summary>
/// A help ticket received on Friday 2024-09-27 at 16:00 is due on Thursday 10-10 at 17:00; a complaint on Saturday 10-12 at 17:00. One working day
/// before is Wednesday 10-09, and Friday 10-11.
/// </summary>
public sealed class ExtensionTests
{
    private const string Friday = "2024-09-27 16:00";

    [Theory]
    [InlineData("help", "2024-10-09 17:00", "2 workingDays")]
    [InlineData("complaint", "2024-10-11 17:00", "5 workingDays")]
    [Requirement("EXT-01", Shows = "one working day before the due time it is still possible, a minute later it is refused")]
    public void Extension_is_possible_until_one_working_day_before_the_due_time(string demand, string last, string by)
    {
        var verdict = Verdict(demand, last, by);
        verdict.Refusals.ShouldBeEmpty();
        (verdict.IsPossible, verdict.NeedsApproval, verdict.LastMoment).ShouldBe((true, false, CityTime.At(last)));

        Verdict(demand, last[..^5] + "17:01", by).Refusals.ShouldBe([ExtensionRefusal.TooLate]);
    }

    [Theory]
    [InlineData("help", "3 workingDays")]
    [InlineData("complaint", "6 workingDays")]
    [InlineData("complaint", "24 clockHours")]
    [Requirement("EXT-05", Shows = "more than the cap is refused unless a supervisor allows it with a reason")]
    [Requirement("EXT-06", Shows = "more than the cap is refused unless a supervisor allows it with a reason")]
    public void Extension_over_the_cap_needs_a_supervisor(string demand, string by)
    {
        Verdict(demand, "2024-10-08 10:00", by).Refusals.ShouldBe([ExtensionRefusal.OverCap]);
        Verdict(demand, "2024-10-08 10:00", by, because: " ").Refusals.ShouldBe([ExtensionRefusal.OverCap]);
        var allowed = Verdict(demand, "2024-10-08 10:00", by, because: "a pipe must be made");
        (allowed.IsPossible, allowed.NeedsApproval).ShouldBe((true, true));
    }

    [Fact]
    [Requirement("EXT-02", Shows = "a second extension is refused")]
    public void Extension_is_granted_once()
    {
        var granted = new GrantedExtension(CityTime.At("2024-10-08 10:00"), CityTime.Limit("2 workingDays"));

        Verdict("help", "2024-10-09 10:00", "1 workingDays", granted: [granted]).Refusals.ShouldBe([ExtensionRefusal.CountUsedUp]);
        Verdict("help", "2024-10-09 10:00", "1 workingDays", because: "no", granted: [granted]).Refusals.ShouldBe([ExtensionRefusal.CountUsedUp]);
    }

    [Fact]
    public void Extension_by_another_set_is_granted_three_times()
    {
        var granted = new GrantedExtension(CityTime.At("2024-10-08 10:00"), CityTime.Limit("3 workingDays"));

        Verdict("help", "2024-10-09 10:00", "3 workingDays", granted: [granted, granted], set: "lvliang").IsPossible.ShouldBeTrue();
        Verdict("help", "2024-10-09 10:00", "3 workingDays", granted: [granted, granted, granted], set: "lvliang").Refusals
            .ShouldBe([ExtensionRefusal.CountUsedUp]);
        Verdict("help", "2024-10-09 10:00", "4 workingDays", because: "hard", set: "lvliang").Refusals.ShouldBe([ExtensionRefusal.OverCap]);
    }

    [Fact]
    [Requirement("EXT-03", Shows = "without having told the caller it is refused")]
    public void Extension_without_a_word_to_the_caller_is_refused()
    {
        Verdict("help", "2024-10-08 10:00", "2 workingDays", told: null).Refusals.ShouldBe([ExtensionRefusal.CallerNotTold]);
        Verdict("help", "2024-10-08 10:00", "2 workingDays", told: "2024-10-08 10:01").Refusals.ShouldBe([ExtensionRefusal.CallerNotTold]);
    }

    [Fact]
    [Requirement("EXT-04", Shows = "a consultation is not extended unless a supervisor overrides with a reason")]
    [Requirement("EXT-08", Shows = "for a consultation of one working day the time to apply is over on the day it comes in")]
    public void Extension_of_a_consultation_is_for_a_supervisor_and_in_time_only_on_its_first_day()
    {
        // Due on the make-up Sunday at 17:00; one working day before is the Friday it came in.
        var verdict = Verdict("consultation", "2024-09-27 16:30", "1 workingDays");
        verdict.LastMoment.ShouldBe(CityTime.At("2024-09-27 17:00"));
        verdict.Refusals.ShouldBe([ExtensionRefusal.NotForThisMatter]);

        Verdict("consultation", "2024-09-27 16:30", "1 workingDays", because: "the archive is closed").IsPossible.ShouldBeTrue();
        Verdict("consultation", "2024-09-29 09:00", "1 workingDays", because: "the archive is closed").Refusals.ShouldBe([ExtensionRefusal.TooLate]);
    }

    [Fact]
    public void Extension_that_nobody_can_date_is_refused()
    {
        var facts = RuleSets.Dispatched("2026-12-28 10:00", "help");
        ExtensionRequest request = new(CityTime.At("2026-12-29 10:00"), CityTime.Limit("2 workingDays"), CityTime.At("2026-12-29 10:00"));

        ExtensionVerdict.Of(request, facts, RuleSets.Ziyang).Refusals.ShouldBe([ExtensionRefusal.CalendarUnknown]);
        ExtensionVerdict.Of(request, facts with { Matter = new TicketMatter("praise") }, RuleSets.Ziyang).Refusals.ShouldBe([ExtensionRefusal.NoRule]);
    }

    private static ExtensionVerdict Verdict(
        string demand, string at, string by, string? told = "2024-09-27 16:10", string? because = null, GrantedExtension[]? granted = null,
        string set = "ziyang-2022") => ExtensionVerdict.Of(
            new ExtensionRequest(CityTime.At(at), CityTime.Limit(by), told is null ? null : CityTime.At(told), because),
            RuleSets.Dispatched(Friday, demand) with { Extensions = granted ?? [] }, RuleSets.Of(set));
}
