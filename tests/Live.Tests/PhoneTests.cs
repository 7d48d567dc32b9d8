using System.Text.Json.Nodes;
using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>Agents' seats, their phones and registrations.</summary>
public sealed class PhoneTests(QuickHotline quick) : QuickScene(quick)
{
    [Fact]
    [Requirement("STF-01", Shows = "a seat that is added while the hotline runs answers calls")]
    public async Task A_seat_that_is_added_while_the_hotline_runs_answers_calls()
    {
        const string NewSeat = "1061";
        await using var administrator = await Hotline.SignInAsync("0000");
        var made = await administrator.PutAsync(
            $"api/people/{NewSeat}",
            new JsonObject { ["name"] = "新座席", ["roles"] = new JsonArray("agent"), ["skills"] = new JsonArray(), ["enabled"] = true });
        var agent = await Staff.AgentAsync(NewSeat, made["password"]!.GetValue<string>());
        await agent.ReadyAsync(WhenRung.AnswersAfter(50));

        var citizen = Calls("12345");

        await agent.TalksAsync();
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
    }

    [Fact]
    public async Task A_phone_that_registers_from_another_port_stays_registered_and_is_rung_there()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var seen = agent.Desk.Views.Count;

        await agent.ReplacePhoneAsync(Hotline);

        var citizen = Calls("12345");
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        agent.Desk.Views.All.Skip(seen).ShouldAllBe(v => v.Agent.PhoneRegistered);
    }
}
