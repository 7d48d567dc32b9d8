using Hotline.Testkit;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Live.Tests;

/// <summary>A citizen and an agent: heard on the wire by the tone each of them sends.</summary>
public sealed class TalkTests(QuickHotline quick) : QuickScene(quick)
{
    private const double Heard = 0.5, Silent = 0.05;

    [Fact]
    [Requirement("NUM-14", Shows = "a citizen who dials 12345 talks with an agent")]
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
        (await agent.Phone.EndAsync()).ShouldBe("far");
        (await agent.Desk.WaitForAsync(v => v.Agent.State == "afterCallWork", "after-call work")).Call!.EndedBy.ShouldBe("caller");
    }

    [Fact]
    public async Task The_agent_hangs_up_and_the_citizens_line_is_free()
    {
        var (citizen, agent) = await TalkAsync();

        await agent.Desk.HangUpAsync();

        (await citizen.EndAsync()).ShouldBe("ended far");
        (await agent.Desk.WaitForAsync(v => v.Agent.State == "afterCallWork", "after-call work")).Call!.EndedBy.ShouldBe("agent");
    }

    [Fact]
    public async Task A_recording_holds_the_caller_on_the_left_and_the_agent_on_the_right()
    {
        var (citizen, agent) = await TalkAsync();
        var call = (await agent.Desk.WaitForAsync(v => v.Call?.Recording == true, "a recording that runs")).Call!;
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        await RtpPeer.ListenAsync(TimeSpan.FromSeconds(1.5));
        await citizen.HangUpAsync();
        await Hotline.Asterisk.ShouldBeQuietAsync();

        var recording = await agent.Desk.RecordingAsync(call.Id);
        recording.Length.ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        Recording.Loudness(recording.Left, citizen.Tone).ShouldBeGreaterThan(Heard);
        Recording.Loudness(recording.Left, agent.Tone).ShouldBeLessThan(Silent);
        Recording.Loudness(recording.Right, agent.Tone).ShouldBeGreaterThan(Heard);
        Recording.Loudness(recording.Right, citizen.Tone).ShouldBeLessThan(Silent);
    }

    [Fact]
    public async Task Hold_is_private_and_the_citizen_hears_music()
    {
        var (citizen, agent) = await TalkAsync();

        await agent.Desk.HoldAsync();
        await citizen.Ear.ShouldNotHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldNotHearAsync(citizen.Tone);
        await citizen.Ear.ShouldHearSomethingAsync();
        agent.View.Call!.State.ShouldBe("held");

        await agent.Desk.RetrieveAsync();
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    public async Task A_citizen_on_hold_who_hangs_up_ends_the_call()
    {
        var (citizen, agent) = await TalkAsync();
        await agent.Desk.HoldAsync();
        await citizen.Ear.ShouldHearSomethingAsync();

        await citizen.HangUpAsync();

        (await agent.Phone.EndAsync()).ShouldBe("far");
    }
}
