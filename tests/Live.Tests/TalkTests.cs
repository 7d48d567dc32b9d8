using Hotline.Testkit;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>A citizen and an agent: heard on the wire by the tone each of them sends.</summary>
public sealed class TalkTests(QuickHotline quick) : QuickScene(quick)
{
    [Fact]
    public async Task A_call_to_12345_is_bridged_and_each_hears_the_other()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(100));
        var citizen = Calls("12345");

        var call = await agent.TalksAsync();
        call.Number.Dialled.ShouldBe("12345");
        call.Number.Mode.ShouldBe("main");
        call.Caller.Masked.ShouldBe("138****6021");
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);

        await citizen.HangUpAsync();
        (await agent.Phone.Ends.FirstAsync(_ => true, "the end of the talk")).ShouldBe("far");
        (await agent.Desk.WaitForAsync(v => v.Agent.State == "afterCallWork", "after-call work")).Call!.EndedBy.ShouldBe("caller");
    }
}
