using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Tests.Config;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The lists that the desk's forms choose from, with the words that go to the caller.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class ReferenceTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    [Fact]
    public async Task Each_reason_comes_with_the_words_to_say_and_a_referral_with_who_is_in_charge()
    {
        using var agent = await server.SignedInAsync("1001");
        var answer = await agent.SendAsync(HttpMethod.Get, "/api/reference");
        var reference = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;

        Guidance(reference, "notAcceptReasons").ShouldBe(Cities.Kaifeng.NotAcceptReasons.Select(r => (r.Code, r.Guidance)));
        Guidance(reference, "referralReasons").ShouldBe(Cities.Kaifeng.ReferralReasons.Select(r => (r.Code, r.Guidance)));
        reference["referralReasons"]!.AsArray().Select(r => r!["responsible"]!.GetValue<string>())
            .ShouldBe(Cities.Kaifeng.ReferralReasons.Select(r => r.Responsible));
        reference["formerReasons"]!.AsArray().Select(r => r!["code"]!.GetValue<string>()).ShouldContain("emergency");
    }

    private static IEnumerable<(string Code, string Guidance)> Guidance(JsonObject reference, string list) =>
        reference[list]!.AsArray().Select(r => (r!["code"]!.GetValue<string>(), r["guidance"]!.GetValue<string>()));
}
