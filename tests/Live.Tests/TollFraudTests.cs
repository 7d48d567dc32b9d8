using Hotline.Testkit;

namespace Hotline.Live.Tests;

/// <summary>Nobody dials out through Hotline, and nobody unknown gets in.</summary>
public sealed class TollFraudTests(QuickHotline quick) : QuickScene(quick)
{
    [Theory]
    [InlineData("12345")]
    [InlineData("12366")]
    [InlineData("008613800006021")]
    [InlineData("1008")]
    public async Task An_agents_phone_dials_nothing(string number)
    {
        var agent = await AgentAsync("1007");

        (await agent.Phone.DialAsync(number)).ShouldBe("refused 403");
    }

    [Fact]
    public async Task A_peer_that_is_no_trunk_and_no_agent_is_refused()
    {
        var stranger = Calls("12345", address: "127.0.0.9");

        (await stranger.EndAsync()).ShouldBe("refused 401");
    }
}
