using System.Globalization;
using Hotline.Testkit;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Deadlines;

/// <summary>The five sets hold the numbers of their documents, as the domain's pages quote them.</summary>
public sealed class RuleSetDataTests
{
    [Theory]
    [InlineData(DeadlineTimer.Dispatch, "complaint", "normal", "2 clockHours", "TKT-03")]
    [InlineData(DeadlineTimer.Sign, "complaint", "normal", "5 workingHours", "TKT-04")]
    [InlineData(DeadlineTimer.Return, "complaint", "normal", "1 workingDays", "RET-01")]
    [InlineData(DeadlineTimer.Handle, "consultation", "normal", "1 workingDays", "TKT-05")]
    [InlineData(DeadlineTimer.Handle, "help", "normal", "5 workingDays", "TKT-06")]
    [InlineData(DeadlineTimer.Handle, "suggestion", "normal", "5 workingDays", "TKT-06")]
    [InlineData(DeadlineTimer.Handle, "complaint", "normal", "7 workingDays", "TKT-07")]
    [InlineData(DeadlineTimer.Handle, "violation-report", "normal", "7 workingDays", "TKT-07")]
    [InlineData(DeadlineTimer.FirstResponse, "help", "specialUrgent", "1 clockHours", "URG-01")]
    [InlineData(DeadlineTimer.FirstResponse, "help", "special", "2 clockHours", "URG-02")]
    [InlineData(DeadlineTimer.Feedback, "help", "specialUrgent", "1 workingDays", "URG-01")]
    [InlineData(DeadlineTimer.Feedback, "help", "special", "2 workingDays", "URG-02")]
    [InlineData(DeadlineTimer.Report, "help", "normal", "15 workingDays", "TMP-04")]
    [Requirement("TKT-03", Shows = "the rule is two hours by the clock from acceptance")]
    [Requirement("TKT-04", Shows = "the rule is five working hours from receipt")]
    [Requirement("TKT-05", Shows = "the rule is one working day from receipt")]
    [Requirement("TKT-06", Shows = "the rule is five working days from receipt")]
    [Requirement("TKT-07", Shows = "the rule is seven working days from receipt")]
    public void Ziyang_gives_its_own_numbers(DeadlineTimer timer, string demand, string level, string limit, string source)
    {
        var found = Found("ziyang-2022", timer, demand, level);

        found.Of.Id.ShouldBe("ziyang-2022");
        found.Rule.Limit.ShouldBe(CityTime.Limit(limit));
        found.Rule.Source.ShouldBe(source);
    }

    [Theory]
    [InlineData("sichuan-2025", DeadlineTimer.Handle, "consultation", "normal", "3 workingDays")]
    [InlineData("sichuan-2025", DeadlineTimer.Handle, "suggestion", "normal", "7 workingDays")]
    [InlineData("sichuan-2025", DeadlineTimer.Handle, "complaint", "normal", "15 workingDays")]
    [InlineData("henan", DeadlineTimer.Dispatch, "complaint", "normal", "24 clockHours")]
    [InlineData("henan", DeadlineTimer.Dispatch, "complaint", "special", "2 clockHours")]
    [InlineData("henan", DeadlineTimer.Sign, "complaint", "normal", "24 clockHours")]
    [InlineData("henan", DeadlineTimer.Handle, "consultation", "normal", "3 workingDays")]
    [InlineData("henan", DeadlineTimer.Handle, "help", "normal", "5 workingDays")]
    [InlineData("henan", DeadlineTimer.Handle, "violation-report", "normal", "10 workingDays")]
    [InlineData("henan", DeadlineTimer.FirstResponse, "help", "special", "2 clockHours")]
    [InlineData("lvliang", DeadlineTimer.Dispatch, "help", "normal", "1 halfWorkingDays")]
    [InlineData("lvliang", DeadlineTimer.Handle, "consultation", "normal", "3 workingDays")]
    [InlineData("lvliang", DeadlineTimer.Handle, "complaint", "normal", "5 workingDays")]
    [InlineData("lvliang", DeadlineTimer.FirstResponse, "help", "special", "30 clockMinutes")]
    [InlineData("lvliang", DeadlineTimer.Return, "help", "normal", "1 workingDays")]
    [InlineData("lvliang", DeadlineTimer.Promise, "help", "normal", "180 calendarDays")]
    [InlineData("tianjin-2025", DeadlineTimer.Sign, "help", "normal", "1 workingDays")]
    [InlineData("tianjin-2025", DeadlineTimer.Sign, "help", "special", "30 clockMinutes")]
    [InlineData("tianjin-2025", DeadlineTimer.Sign, "help", "specialUrgent", "15 clockMinutes")]
    public void Each_other_set_gives_its_own_numbers(string set, DeadlineTimer timer, string demand, string level, string limit)
    {
        var found = Found(set, timer, demand, level);

        found.Of.Id.ShouldBe(set);
        found.Rule.Limit.ShouldBe(CityTime.Limit(limit));
        found.Rule.Source.ShouldStartWith("B1 ");
    }

    [Theory]
    [InlineData("sichuan-2025", DeadlineTimer.Dispatch, "ziyang-2022")]
    [InlineData("henan", DeadlineTimer.Return, "ziyang-2022")]
    [InlineData("tianjin-2025", DeadlineTimer.Handle, "ziyang-2022")]
    [InlineData("tianjin-2025", DeadlineTimer.Rating, "hotline-defaults")]
    [InlineData("ziyang-2022", DeadlineTimer.Revisit, "hotline-defaults")]
    public void What_a_document_does_not_give_comes_from_a_set_that_is_named(string set, DeadlineTimer timer, string from) =>
        Found(set, timer, "complaint", "normal").Of.Id.ShouldBe(from);

    [Fact]
    [Requirement("EXT-07", Shows = "each rule set has rules of extension of its own")]
    public void Extensions_differ_by_set()
    {
        Extension("ziyang-2022", "consultation").ShouldBe((0, null));
        Extension("ziyang-2022", "suggestion").ShouldBe((1, "2 workingDays"));
        Extension("ziyang-2022", "violation-report").ShouldBe((1, "5 workingDays"));
        Extension("lvliang", "consultation").ShouldBe((3, "3 workingDays"));
        Extension("henan", "complaint").ShouldBe((1, "5 workingDays"));
        RuleSets.Book.Of("ziyang-2022")!.FindExtension(new TicketMatter("praise")).ShouldBeNull();

        static (int Count, string? Cap) Extension(string set, string demand)
        {
            var rule = RuleSets.Book.Of(set)!.FindExtension(new TicketMatter(demand)).ShouldNotBeNull();
            return (rule.CountMax, rule.Cap?.ToString());
        }
    }

    [Fact]
    public void Every_number_says_where_it_is_from() => RuleSets.Book.All.SelectMany(set => set.Rules).Select(rule => rule.Source)
        .ShouldAllBe(source => source.StartsWith("B1 ", StringComparison.Ordinal) || source.StartsWith("setting", StringComparison.Ordinal)
            || source.StartsWith("T10", StringComparison.Ordinal) || source.Contains('-', StringComparison.Ordinal));

    // 512000 Ziyang, 510100 Chengdu, 410200 Kaifeng, 141100 Lüliang, 140400 Changzhi, 120000 Tianjin.
    [Theory]
    [InlineData("512000", "2022-11-24", null)]
    [InlineData("512000", "2022-11-25", "ziyang-2022")]
    [InlineData("512000", "2025-12-24", "ziyang-2022")]
    [InlineData("512000", "2025-12-25", "sichuan-2025")]
    [InlineData("510100", "2025-12-24", null)]
    [InlineData("510100", "2026-03-01", "sichuan-2025")]
    [InlineData("410200", "2026-03-01", "henan")]
    [InlineData("141100", "2026-03-01", "lvliang")]
    [InlineData("141124", "2026-03-01", "lvliang")]
    [InlineData("140400", "2026-03-01", null)]
    [InlineData("120000", "2024-12-31", null)]
    [InlineData("120000", "2025-01-01", "tianjin-2025")]
    public void Book_picks_the_newest_of_city_and_province(string area, string day, string? set) =>
        RuleSets.Book.For(area, DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Id.ShouldBe(set, $"{area} on {day}");

    [Fact]
    public void Book_finds_the_set_a_ticket_was_born_with_whatever_holds_today()
    {
        RuleSets.Book.Of("ziyang-2022")!.Find(DeadlineTimer.Handle, new TicketMatter("complaint"))!.Rule.Limit
            .ShouldBe(CityTime.Limit("7 workingDays"));
        RuleSets.Book.Of("gone").ShouldBeNull();
    }

    private static FoundRule Found(string set, DeadlineTimer timer, string demand, string level) =>
        RuleSets.Book.Of(set)!.Find(timer, new TicketMatter(demand, level, "city")).ShouldNotBeNull();
}
