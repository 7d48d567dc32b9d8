using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>Callers who wait, and agents who do not take the call.</summary>
public sealed class WaitingTests(QuickHotline quick) : QuickScene(quick)
{
    [Fact]
    [Requirement("CALL-01", Shows = "with nobody ready a caller is kept, and answered by the next agent who gets ready")]
    public async Task With_no_agent_the_caller_hears_music_and_is_answered_when_one_gets_ready()
    {
        var agent = await AgentAsync("1007");
        var citizen = Calls("12345");
        await citizen.Ear.ShouldHearSomethingAsync();
        await agent.Desk.WaitForAsync(v => v.Waiting == 1, "one who waits");

        await agent.ReadyAsync(WhenRung.AnswersAfter(50));

        await agent.TalksAsync();
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    public async Task Two_who_wait_are_answered_in_the_order_in_which_they_came()
    {
        var leader = await Staff.LeaderAsync();
        var agent = await AgentAsync("1007");
        var (first, second) = await TwoWaitAsync();

        await agent.ReadyAsync(WhenRung.AnswersAfter(50));
        await first.Ear.ShouldHearAsync(agent.Tone);
        await second.Ear.ShouldNotHearAsync(agent.Tone);

        await agent.Desk.HangUpAsync();
        await agent.Desk.WrapUpAsync();
        await second.Ear.ShouldHearAsync(agent.Tone);
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 0, "an empty queue");
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_gone_and_leaves_nothing()
    {
        var leader = await Staff.LeaderAsync();
        var agent = await AgentAsync("1007");
        var citizen = Calls("12345");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");

        await citizen.HangUpAsync();

        (await citizen.EndAsync()).ShouldBe("ended own");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 0, "an empty queue");
        await Hotline.Asterisk.ShouldBeQuietAsync();
        var rings = agent.Phone.Rings.Count;
        await agent.ReadyAsync();
        await Calls("12345").Ear.ShouldHearAsync(agent.Tone); // the next caller, not a ghost
        agent.Phone.Rings.Count.ShouldBe(rings + 1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_rings_frees_the_agent_without_blame()
    {
        var agent = await AgentAsync("1007", WhenRung.StaysSilent);
        var citizen = Calls("12345");
        await agent.RingsAsync();

        await citizen.HangUpAsync();

        await agent.Desk.WaitForAsync(v => v.Agent.State == "ready" && v.Call is null, "readiness again");
        (await agent.Phone.EndAsync()).ShouldBe("cancelled");
    }

    [Fact]
    public async Task An_agent_who_does_not_answer_is_set_aside_and_the_next_one_is_rung()
    {
        var silent = await AgentAsync("1007", WhenRung.StaysSilent);
        var citizen = Calls("12345");
        await silent.RingsAsync();
        var next = await AgentAsync("1008", WhenRung.AnswersAfter(50));

        await next.TalksAsync(TimeSpan.FromSeconds(12));

        await citizen.Ear.ShouldHearAsync(next.Tone);
        var view = await silent.Desk.WaitForAsync(v => v.Agent.State == "notReady", "the silent agent set aside");
        (view.Agent.Reason, view.Call).ShouldBe(("missed", null));
    }

    [Theory]
    [InlineData(603)]
    [InlineData(486)]
    public async Task A_phone_that_refuses_sends_the_call_to_the_next_agent_at_once(int sipCode)
    {
        var refusing = await AgentAsync("1007", WhenRung.Refuses(sipCode));
        var next = await AgentAsync("1008", WhenRung.AnswersAfter(50));
        var start = TimeProvider.System.GetTimestamp();
        var citizen = Calls("12345");

        await next.TalksAsync();

        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await citizen.Ear.ShouldHearAsync(next.Tone);
        (await refusing.Desk.WaitForAsync(v => v.Agent.State == "notReady", "the refusing agent set aside")).Agent.Reason.ShouldBe("rejected");
    }

    private async Task<(Citizen First, Citizen Second)> TwoWaitAsync()
    {
        var leader = await Staff.LeaderAsync();
        var first = Calls("12345", "13800000001");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");
        var second = Calls("12345", "13800000002");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 2, "two who wait");
        return (first, second);
    }
}
