using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>Agents' phones and their registrations.</summary>
public sealed class PhoneTests(QuickHotline quick) : QuickScene(quick)
{
    [Fact]
    public async Task A_phone_that_registers_from_another_port_stays_registered_and_is_rung_there()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        int seen = agent.Desk.Views.Count;

        await agent.ReplacePhoneAsync(Hotline);

        var citizen = Calls("12345");
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        agent.Desk.Views.All.Skip(seen).ShouldAllBe(v => v.Agent.PhoneRegistered);
    }
}
