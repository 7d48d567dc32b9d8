using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>The other way round: staff of the sub-centre call Hotline over their trunk.</summary>
public sealed class SubCentreTests(QuickHotline quick) : QuickScene(quick)
{
    private const string SubCentreAddress = "127.0.0.3";

    [Fact]
    [Requirement("XFER-01", Shows = "a call that the sub-centre passes on is answered by an agent, who sees whence it comes")]
    public async Task A_call_from_the_sub_centres_trunk_is_answered_like_any_other()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));

        var colleague = Calls("12345", "037112366", SubCentreAddress);

        var call = await agent.TalksAsync();
        call.Number.Dialled.ShouldBe("12345");
        (await agent.Desk.RevealAsync(call.Id)).ShouldBe("037112366");
        await colleague.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(colleague.Tone);
        await colleague.HangUpAsync();
        (await agent.Phone.EndAsync()).ShouldBe("far");
    }

    [Fact]
    public async Task A_call_from_the_sub_centre_waits_in_the_same_queue()
    {
        var leader = await Staff.LeaderAsync();
        var agent = await AgentAsync("1007");
        var citizen = Calls("12345", "13800000001");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");
        var colleague = Calls("12345", "037112366", SubCentreAddress);
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 2, "two who wait");

        await agent.ReadyAsync(WhenRung.AnswersAfter(50));
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Desk.HangUpAsync();
        await agent.Desk.WrapUpAsync();

        await colleague.Ear.ShouldHearAsync(agent.Tone);
    }
}
