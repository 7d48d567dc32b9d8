using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>The agent brings in the sub-centre 12366 (XFER-02).</summary>
public sealed class ThreeWayTests(QuickHotline quick) : QuickScene(quick)
{
    [Fact]
    [Requirement("XFER-02", Part = "join and drop; hold and the one recording are proven elsewhere")]
    public async Task All_three_hear_each_other_and_when_the_agent_leaves_the_two_stay()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = await JoinAsync(agent);

        await citizen.Ear.ShouldHearAsync(centre.Tone);
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(centre.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        await centre.Ear.ShouldHearAsync(citizen.Tone);
        await centre.Ear.ShouldHearAsync(agent.Tone);

        await agent.Desk.LeaveAsync();

        await agent.Desk.WaitForAsync(v => v.Agent.State == "afterCallWork", "after-call work");
        await citizen.Ear.ShouldNotHearAsync(agent.Tone);
        await citizen.Ear.ShouldHearAsync(centre.Tone);
        await centre.Ear.ShouldHearAsync(citizen.Tone);
        await citizen.HangUpAsync();
        (await centre.EndAsync()).ShouldBe("far");
    }

    [Fact]
    [Requirement("XFER-01", Part = "outward only, to one sub-centre")]
    public async Task The_sub_centre_is_shown_the_citizens_number()
    {
        var (_, agent) = await TalkAsync();
        var centre = await JoinAsync(agent);

        var rang = centre.Rings.All[^1];
        rang.Called.ShouldBe("12366");
        rang.From.ShouldContain("sip:13800006021@");
        rang.Identity.ShouldContain("sip:13800006021@");
    }

    [Theory]
    [InlineData(486, "busy")]
    [InlineData(603, "rejected")]
    public async Task A_sub_centre_that_refuses_leaves_the_citizen_with_the_agent_and_the_desk_says_why(int sipCode, string reason)
    {
        var (citizen, agent) = await TalkAsync();
        SubCentre(WhenRung.Refuses(sipCode));

        await agent.Desk.BringInAsync("12366");

        await StillTogetherAsync(citizen, agent, reason);
    }

    [Fact]
    public async Task A_silent_sub_centre_leaves_the_citizen_with_the_agent_and_the_desk_says_why()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = SubCentre(WhenRung.StaysSilent);

        await agent.Desk.BringInAsync("12366");

        await StillTogetherAsync(citizen, agent, "noAnswer");
        (await centre.EndAsync()).ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_citizen_who_hangs_up_in_the_middle_ends_it_for_all()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = await JoinAsync(agent);

        await citizen.HangUpAsync();

        (await centre.EndAsync()).ShouldBe("far");
        (await agent.Phone.EndAsync()).ShouldBe("far");
        (await agent.Desk.WaitForAsync(v => v.Agent.State == "afterCallWork", "after-call work")).Call!.EndedBy.ShouldBe("caller");
    }

    [Fact]
    public async Task An_agent_who_hangs_up_in_the_middle_leaves_the_two_connected()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = await JoinAsync(agent);

        await agent.Desk.HangUpAsync();

        await citizen.Ear.ShouldNotHearAsync(agent.Tone);
        await citizen.Ear.ShouldHearAsync(centre.Tone);
        await centre.Ear.ShouldHearAsync(citizen.Tone);
        await centre.HangUpAsync();
        (await citizen.EndAsync()).ShouldBe("ended far");
    }

    [Fact]
    public async Task While_the_citizen_is_held_agent_and_sub_centre_talk_alone()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = await JoinAsync(agent);

        await agent.Desk.HoldAsync();
        await citizen.Ear.ShouldNotHearAsync(agent.Tone);
        await citizen.Ear.ShouldNotHearAsync(centre.Tone);
        await centre.Ear.ShouldNotHearAsync(citizen.Tone);
        await centre.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(centre.Tone);

        await agent.Desk.RetrieveAsync();
        await centre.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    public async Task A_sub_centre_that_hangs_up_leaves_citizen_and_agent_together()
    {
        var (citizen, agent) = await TalkAsync();
        var centre = await JoinAsync(agent);

        await centre.HangUpAsync();

        await agent.Desk.WaitForAsync(v => v.Call is { Party: null }, "the party gone");
        await citizen.Ear.ShouldNotHearAsync(centre.Tone);
        await citizen.Ear.ShouldHearAsync(agent.Tone);
    }

    private async Task<SubCentre> JoinAsync(Agent agent)
    {
        var centre = SubCentre(WhenRung.AnswersAfter(50));
        await agent.Desk.BringInAsync("12366");
        await agent.Desk.WaitForAsync(v => v.Call?.Party?.State == "joined", "the sub-centre in the call");
        await centre.Ear.ShouldHearAsync(agent.Tone);
        return centre;
    }

    private static async Task StillTogetherAsync(Citizen citizen, Agent agent, string reason)
    {
        var view = await agent.Desk.WaitForAsync(v => v.Call?.PartyFailure is not null, "why the sub-centre did not come");
        (view.Call!.PartyFailure!.Target, view.Call.PartyFailure.Reason, view.Call.State).ShouldBe(("12366", reason, "talking"));
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }
}
