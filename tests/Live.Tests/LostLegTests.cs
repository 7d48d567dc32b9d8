using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>An agent's leg that is lost is not a hang-up: the citizen is kept.</summary>
public sealed class LostLegTests(QuickHotline quick) : QuickScene(quick)
{
    /// <summary>A phone that sends nothing for rtp_timeout is dead.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_citizen_whose_agents_phone_hung_up_hears_the_notice_and_is_brought_back_to_the_same_agent()
    {
        var (citizen, agent) = await TalkAsync();
        agent.Phone.WhenRung = WhenRung.StaysSilent;
        var other = await AgentAsync("1008", WhenRung.AnswersAfter(50));
        var rings = agent.Phone.Rings.Count;

        await agent.Phone.HangUpAsync();

        await citizen.Ear.ShouldNotHearAsync(agent.Tone);
        await citizen.Ear.ShouldHearSomethingAsync();
        await agent.Phone.Rings.FirstAsync(_ => true, "the ring that brings the call back", from: rings);
        (await agent.Desk.WaitForAsync(v => v.Call?.State == "ringing", "the ring at the desk")).Call!.Resume.ShouldBeTrue();
        await agent.Phone.AnswerAsync();
        await agent.TalksAsync();
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        other.View.Agent.State.ShouldBe("ready");
    }

    [Fact]
    public async Task A_citizen_whose_agent_does_not_come_back_goes_to_the_front_of_those_who_wait()
    {
        var leader = await Staff.LeaderAsync();
        var (citizen, agent) = await TalkAsync();
        var waiting = Calls("12345", "13800000002");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");
        agent.Phone.WhenRung = WhenRung.StaysSilent;

        await agent.Phone.HangUpAsync();
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 2, "the citizen among those who wait", TimeSpan.FromSeconds(10));
        var other = await AgentAsync("1008", WhenRung.AnswersAfter(50));

        await other.TalksAsync();
        await citizen.Ear.ShouldHearAsync(other.Tone);
        waiting.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_leg_in_a_three_way_call_leaves_the_two_connected()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = SubCentre(WhenRung.AnswersAfter(50));
        await agent.Desk.BringInAsync("12366");
        await centre.Ear.ShouldHearAsync(citizen.Tone);
        agent.Phone.WhenRung = WhenRung.StaysSilent;

        await agent.Phone.HangUpAsync();

        await agent.Desk.WaitForAsync(v => v.Agent.State == "afterCallWork", "after-call work", TimeSpan.FromSeconds(10));
        await citizen.Ear.ShouldHearAsync(centre.Tone);
        await centre.Ear.ShouldHearAsync(citizen.Tone);
        citizen.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task A_citizen_whose_agents_phone_lost_its_power_is_kept_and_answered_by_another()
    {
        var (citizen, agent) = await TalkAsync();
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);

        agent.Phone.LosePower();

        await agent.Desk.WaitForAsync(v => v.Call is null || v.Call.State is "lost" or "ringing", "the loss at the desk", SilenceLimit);
        await citizen.Ear.ShouldHearSomethingAsync();
        var other = await AgentAsync("1008", WhenRung.AnswersAfter(50));
        await other.TalksAsync(TimeSpan.FromSeconds(12));
        await citizen.Ear.ShouldHearAsync(other.Tone);
        await agent.ReplacePhoneAsync(Hotline);
    }
}
