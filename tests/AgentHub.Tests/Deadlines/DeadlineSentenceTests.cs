using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Tests.Config;
using Hotline.AgentHub.Texts;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Tests.Deadlines;

/// <summary>Sentences that no worked case shows, and that no word is missing.</summary>
public sealed class DeadlineSentenceTests
{
    private static readonly DeadlineSentence Sentences = new(Cities.Ziyang.DemandTypes, Cities.Ziyang.TimeZoneOffset);
    private static readonly TimerRules Ziyang = WorkedCases.Rules("ziyang-2022");

    [Fact]
    public void A_consultation_over_a_make_up_day_is_told_like_this() => Sentences.Of(Explained(Ziyang, "consultation")).ShouldBe(
        "按《资阳市12345政务服务便民热线运行管理暂行办法》，咨询类办理 1 个工作日：2024-09-27（周五）16:00 收到，次日起算，09-28 为周六休息，09-29（调休上班）计第 1 日，于 09-29 17:00 到期。");

    [Fact]
    public void A_tighter_limit_of_the_unit_is_told_with_its_source()
    {
        UnitLimit own = new("water-group", DeadlineTimer.Handle, "", new Limit(1, DurationUnit.WorkingDays), "供水服务规范");

        Sentences.Of(Explained(Ziyang with { UnitLimits = [own] }, "complaint")).ShouldContain("投诉类办理 1 个工作日（承办单位自定：供水服务规范）：");
    }

    [Fact]
    public void A_promise_is_told_by_its_day()
    {
        var facts = new TicketFacts
        {
            Matter = new TicketMatter("complaint"),
            AcceptedAt = WorkedCases.At("2024-09-27 16:00"),
            DispatchedAt = WorkedCases.At("2024-09-27 16:00"),
            TemporaryClosure = new TemporaryClosure(WorkedCases.At("2024-09-29 10:00"), new DateOnly(2024, 11, 29), []),
        };
        var promise = Ziyang.SheetOf(facts, facts.AcceptedAt).Timers.Single(timer => timer.Timer == DeadlineTimer.Promise);

        Sentences.Of(promise.Explanation).ShouldEndWith("投诉类承诺办结 （未作规定，取自本系统默认设置）：2024-09-29（周日）10:00 临时办结，于 11-29 17:00 到期。");
    }

    [Fact]
    public void A_limit_that_is_put_off_says_to_which_day()
    {
        var set = WorkedCases.Times.RuleSets.Of("ziyang-2022")!;
        var rules = Ziyang with
        {
            Set = set with
            {
                Rules = [.. set.Rules.Select(rule => rule with
                {
                    Limit = new Limit(24, DurationUnit.ClockHours), Counting = new Counting(Roll: RollOver.NextOpening),
                })],
            },
        };

        Sentences.Of(Explained(rules, "complaint")).ShouldEndWith("收到，昼夜连续计时，09-28 为周六休息，顺延至 09-29（调休上班），于 09-29 09:00 到期。");
    }

    [Fact]
    public void Every_word_is_there()
    {
        Has("deadline.timer.", Enum.GetNames<DeadlineTimer>());
        Has("deadline.from.", Enum.GetNames<ClockStart>());
        Has("deadline.limit.", Enum.GetNames<DurationUnit>());
        Has("weekday.", Enum.GetNames<DayOfWeek>());
        Has("deadline.level.", ["special", "specialUrgent"]);

        static void Has(string prefix, string[] names) => names.ShouldAllBe(name => Text.Has(prefix + name));
    }

    private static DueExplanation Explained(TimerRules rules, string demand) => rules.Explain(
        DeadlineTimer.Handle, new TicketMatter(demand, Unit: "water-group"), WorkedCases.At("2024-09-27 16:00"), []).ShouldNotBeNull();
}
