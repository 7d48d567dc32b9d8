using System.Text.Json.Nodes;
using Hotline.Testkit;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>转接: a call goes back to the line, to an expert seat; and a plan ends with a sub-centre.</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class TransferTests(QuickHotline quick) : QuickScene(quick)
{
    private const string Skill = "law", Expert = "1002";

    [Fact]
    public async Task A_citizen_is_given_to_an_expert_with_his_ticket_and_hears_music_meanwhile()
    {
        var (citizen, front) = await TalkAsync();
        var ticket = front.View.Call!.TicketId;
        await front.Desk.OrderAsync("api/desk/requeue", new JsonObject { ["skill"] = Skill });
        await citizen.Ear.ShouldNotHearAsync(front.Tone);
        await citizen.Ear.ShouldHearSomethingAsync();
        await front.Desk.WaitForAsync(v => v.Agent.State == "ready" && v.Call is null, "the agent free for the next call");

        var expert = await AgentAsync(Expert, WhenRung.AnswersAfter(50));
        var call = await expert.TalksAsync();
        call.TicketId.ShouldBe(ticket);
        await citizen.Ear.ShouldHearAsync(expert.Tone);
        await expert.Phone.Ear.ShouldHearAsync(citizen.Tone);
        await citizen.HangUpAsync();
        (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Select(r => (r.Terminal, r.Agent)).ShouldBe([("answered", Expert)]);
    }

    [Fact]
    public async Task A_skill_that_does_not_exist_is_refused_and_the_talk_goes_on()
    {
        var (citizen, agent) = await TalkAsync();
        (await agent.Desk.RefusalAsync("api/desk/requeue", new JsonObject { ["skill"] = "alchemy" })).ShouldBe("unknown-skill");
        await citizen.Ear.ShouldHearAsync(agent.Tone);
    }
}
