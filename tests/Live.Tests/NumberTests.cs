using Hotline.Testkit;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Live.Tests;

/// <summary>The numbers of the merge lists, dialled for real.</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class NumberTests(QuickHotline quick) : QuickScene(quick)
{
    [Theory]
    [InlineData("12348", "1001", "公共法律服务专用电话", "市司法局", "law")]
    [InlineData("12329", "1003", "住房公积金热线服务电话", "市公积金管理中心", "housing-fund")]
    [Requirement("ROUTE-06", Shows = "a call to a number with expert seats (12329, 12348) rings its expert before an agent who is idle for longer")]
    public async Task A_call_to_a_number_with_experts_bears_its_name_and_mode_and_goes_to_an_expert_first(string number, string seat, string name,
        string unit, string skill)
    {
        var idleLonger = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var skilled = await AgentAsync("1002", WhenRung.AnswersAfter(50)); // knows both matters, and is no expert
        var expert = await AgentAsync(seat, WhenRung.AnswersAfter(50));
        var ringsBefore = idleLonger.Phone.Rings.Count + skilled.Phone.Rings.Count;

        var citizen = Calls(number);

        var call = await expert.TalksAsync();
        (call.Number.Dialled, call.Number.Name, call.Number.Mode, call.Number.ModeText).ShouldBe((number, name, "dualNumber", "双号并行"));
        (call.Number.ResponsibleUnit, call.Number.Skill).ShouldBe((unit, skill));
        await citizen.Ear.ShouldHearAsync(expert.Tone);
        (idleLonger.Phone.Rings.Count + skilled.Phone.Rings.Count).ShouldBe(ringsBefore);
    }

    [Fact]
    [Requirement("NUM-02", Shows = "a call to the old number and one to 12345 reach the same agent, on one floor")]
    [Requirement("NUM-02", Shows = "both are recorded")]
    [Requirement("NUM-02", Shows = "each leaves a ticket under the number that was dialled")]
    [Requirement("NUM-02", Shows = "the call's record keeps the number that was dialled")]
    public async Task Calls_to_12348_and_12345_differ_in_nothing_but_the_number_that_the_records_keep()
    {
        var leader = await Staff.LeaderAsync();
        var agent = await AgentAsync("1001");
        foreach (var number in (string[])["12348", "12345"])
        {
            await agent.ReadyAsync(WhenRung.AnswersAfter(50));
            var citizen = Calls(number);
            var call = await agent.TalksAsync();
            await citizen.Ear.ShouldHearAsync(agent.Tone);
            await leader.WaitForFloorAsync(f => f.Calls.Any(c => (c.Dialled, c.AgentId) == (number, agent.Id)),
                $"the call to {number} on the leader's floor");
            await agent.Desk.WaitForAsync(v => v.Call?.Recording == true, "a recording that runs");
            await RtpPeer.ListenAsync(TimeSpan.FromSeconds(1));
            await citizen.HangUpAsync();
            await agent.Desk.WrapUpAsync();

            var row = (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Single();
            (row.Dialled, row.Agent, row.Terminal, row.Ticket).ShouldBe((number, agent.Id, "answered", call.TicketId));
            var recording = await agent.Desk.RecordingAsync(call.Id);
            Recording.Loudness(recording.Left, citizen.Tone).ShouldBeGreaterThan(0.5);
            var ticket = await agent.Desk.ReadAsync($"api/tickets/{call.TicketId}");
            (ticket["dialled"]!.GetValue<string>(), ticket["state"]!.GetValue<string>()).ShouldBe((number, "answeredDirect"));
        }
    }

    [Fact]
    [Requirement("NUM-12", Shows = "a number that is added to the list as one more row is answered like the others, under its name, mode and unit")]
    public async Task A_number_that_was_found_later_is_one_more_row_of_the_list() =>
        await ShouldReachAsync(CityVariant.FoundLater, "医疗保障服务热线", "双号并行", "市医疗保障局");

    [Fact]
    [Requirement("NUM-07", Shows = "a call to the number that was kept reaches an agent of 12345, under its name and mode")]
    public async Task A_call_that_was_diverted_from_an_old_number_reaches_an_agent() =>
        await ShouldReachAsync(CityVariant.Diverted, "供水服务热线", "来电转移", "市供水集团");

    [Theory]
    [InlineData(null, "双号并行")]
    [InlineData("127.0.0.3", "设分中心")]
    [Requirement("NUM-18", Shows = "a call over another trunk bears the mode that the number has there, and names all units")]
    public async Task A_number_has_the_mode_of_the_trunk_over_which_the_call_comes(string? trunk, string mode) =>
        await ShouldReachAsync(CityVariant.ByTrunk, "邮政业用户申诉电话", mode, "市交通运输局、市信访局", trunk);

    private async Task ShouldReachAsync(string number, string name, string mode, string unit, string? trunk = null)
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));

        var citizen = Calls(number, address: trunk);

        var shown = (await agent.TalksAsync()).Number;
        (shown.Dialled, shown.Name, shown.ModeText, shown.ResponsibleUnit).ShouldBe((number, name, mode, unit));
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    /// <summary>The city's plan as it stands (config/kaifeng/numbers.csv): experts 20s; the skilled 20s; any.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20), Tolerance = TimeSpan.FromSeconds(2);

    [Fact]
    [Requirement("ROUTE-06", Shows = "a call whose experts do not get ready reaches others who know its matter before the general queue")]
    public async Task A_call_to_12348_whose_experts_are_not_ready_reaches_other_jurists_after_20_seconds()
    {
        await AgentAsync("1001"); // a legal expert, not ready
        var front = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var jurist = await AgentAsync("1002", WhenRung.AnswersAfter(50));
        var ringsBefore = front.Phone.Rings.Count;
        var start = TimeProvider.System.GetTimestamp();

        var citizen = Calls("12348");

        await jurist.TalksAsync(Step + Limits.Usual);
        TimeProvider.System.GetElapsedTime(start).ShouldBeInRange(Step - Tolerance, Step + Tolerance);
        await citizen.Ear.ShouldHearAsync(jurist.Tone);
        front.Phone.Rings.Count.ShouldBe(ringsBefore);
    }

    [Fact]
    [Requirement("ROUTE-06", Shows = "a call whose experts do not get ready overflows to the general queue after their time")]
    public async Task A_call_to_12329_whose_experts_are_not_ready_overflows_to_the_front_desk()
    {
        await AgentAsync("1003"); // an expert, not ready
        var front = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var start = TimeProvider.System.GetTimestamp();

        var citizen = Calls("12329");

        var call = await front.TalksAsync(2 * Step + Limits.Usual);
        TimeProvider.System.GetElapsedTime(start).ShouldBeInRange(2 * Step - Tolerance, 2 * Step + Tolerance);
        (call.Number.Dialled, call.Number.Skill).ShouldBe(("12329", "housing-fund"));
        await citizen.Ear.ShouldHearAsync(front.Tone);
        await front.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    [Requirement("NUM-01", Shows = "a call that still comes in on the old number is answered by an agent, who sees its name")]
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
    [Requirement("NUM-15", Shows = "a call with the star reaches the provincial entry")]
    [Requirement("NUM-15", Shows = "a call with a digit in its place reaches the provincial entry")]
    public async Task A_number_with_what_networks_put_around_it_is_answered_and_known(string dialled, string name)
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));

        var citizen = Calls(dialled);

        (await agent.TalksAsync()).Number.Name.ShouldBe(name);
        await citizen.Ear.ShouldHearAsync(agent.Tone);
    }
}
