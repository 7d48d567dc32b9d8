using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>The numbers of the merge lists, dialled for real.</summary>
public sealed class NumberTests(QuickHotline quick) : QuickScene(quick)
{
    [Fact]
    [Requirement("NUM-02", Part = "ticketing and the ledger are proven elsewhere")]
    [Requirement("ROUTE-06", Part = "the skill's agent comes first; overflow is proven by the floor's tests")]
    public async Task A_call_to_12348_bears_its_name_and_mode_and_goes_to_a_legal_expert_first()
    {
        var front = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var jurist = await AgentAsync("1002", WhenRung.AnswersAfter(50));
        var expert = await AgentAsync("1001", WhenRung.AnswersAfter(50)); // has been idle for the shortest time
        int ringsBefore = front.Phone.Rings.Count + jurist.Phone.Rings.Count;

        var citizen = Calls("12348");

        var call = await expert.TalksAsync();
        (call.Number.Dialled, call.Number.Name, call.Number.Mode, call.Number.ModeText).ShouldBe(("12348", "公共法律服务专用电话", "dualNumber", "双号并行"));
        (call.Number.ResponsibleUnit, call.Number.Skill).ShouldBe(("市司法局", "law"));
        await citizen.Ear.ShouldHearAsync(expert.Tone);
        (front.Phone.Rings.Count + jurist.Phone.Rings.Count).ShouldBe(ringsBefore);
    }

    /// <summary>The city's plan as it stands (config/kaifeng/numbers.csv): experts 20s; the skilled 20s; any.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20), Tolerance = TimeSpan.FromSeconds(2);

    [Fact]
    [Requirement("ROUTE-06", Part = "an expert who is there and not ready is waited for, then the skilled get the call")]
    public async Task A_call_to_12348_whose_experts_are_not_ready_reaches_other_jurists_after_20_seconds()
    {
        await AgentAsync("1001"); // a legal expert, not ready
        var front = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var jurist = await AgentAsync("1002", WhenRung.AnswersAfter(50));
        int ringsBefore = front.Phone.Rings.Count;
        long start = TimeProvider.System.GetTimestamp();

        var citizen = Calls("12348");

        await jurist.TalksAsync(Step + Limits.Usual);
        TimeProvider.System.GetElapsedTime(start).ShouldBeInRange(Step - Tolerance, Step + Tolerance);
        await citizen.Ear.ShouldHearAsync(jurist.Tone);
        front.Phone.Rings.Count.ShouldBe(ringsBefore);
    }

    [Fact]
    [Requirement("ROUTE-06", Part = "asserted here for 12329, the experts of the housing fund")]
    public async Task A_call_to_12329_goes_to_an_expert_of_the_housing_fund_first()
    {
        await AgentAsync("1007", WhenRung.AnswersAfter(50));
        await AgentAsync("1002", WhenRung.AnswersAfter(50)); // knows the housing fund too
        var expert = await AgentAsync("1003", WhenRung.AnswersAfter(50));

        var citizen = Calls("12329");

        var call = await expert.TalksAsync();
        (call.Number.Dialled, call.Number.Name, call.Number.Mode, call.Number.ResponsibleUnit, call.Number.Skill)
            .ShouldBe(("12329", "住房公积金热线服务电话", "dualNumber", "市公积金管理中心", "housing-fund"));
        await citizen.Ear.ShouldHearAsync(expert.Tone);
        await expert.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    [Requirement("ROUTE-06", Part = "asserted here for 12329, which overflows to the front desk")]
    public async Task A_call_to_12329_whose_experts_are_not_ready_overflows_to_the_front_desk()
    {
        await AgentAsync("1003"); // an expert, not ready
        var front = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        long start = TimeProvider.System.GetTimestamp();

        var citizen = Calls("12329");

        var call = await front.TalksAsync(2 * Step + Limits.Usual);
        TimeProvider.System.GetElapsedTime(start).ShouldBeInRange(2 * Step - Tolerance, 2 * Step + Tolerance);
        (call.Number.Dialled, call.Number.Skill).ShouldBe(("12329", "housing-fund"));
        await citizen.Ear.ShouldHearAsync(front.Tone);
        await front.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    [Requirement("NUM-01", Part = "a call that still comes in on the old number keeps its label; configuration is proven by the reader's tests")]
    public async Task A_fully_merged_number_whose_line_still_points_here_is_answered_and_labelled()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));

        var citizen = Calls("12336");

        var number = (await agent.TalksAsync()).Number;
        (number.Dialled, number.Name, number.Mode, number.ModeText, number.ResponsibleUnit)
            .ShouldBe(("12336", "自然资源违法举报电话", "fullMerge", "整体并入", "市自然资源和规划局"));
        await citizen.Ear.ShouldHearAsync(agent.Tone);
    }

    /// <summary>config/zhejiang/numbers.csv writes it so; Kaifeng's list has it in these tests (CityVariant).</summary>
    [Theory]
    [InlineData("057112345*", "省级入口")]
    [InlineData("0571123450", "省级入口")]
    [InlineData("057112345", "省级入口")]
    [InlineData("12345#", "开封市12345政务服务便民热线")]
    [InlineData("037112345", "开封市12345政务服务便民热线")]
    [InlineData("+8637812345", "未登记号码")]
    [Requirement("NUM-15", Part = "the province's own platform, which is another installation")]
    public async Task A_number_with_what_networks_put_around_it_is_answered_and_known(string dialled, string name)
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));

        var citizen = Calls(dialled);

        (await agent.TalksAsync()).Number.Name.ShouldBe(name);
        await citizen.Ear.ShouldHearAsync(agent.Tone);
    }
}
