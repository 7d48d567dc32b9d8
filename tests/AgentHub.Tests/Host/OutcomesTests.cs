using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>
/// Recording an outcome over HTTP: the same wish twice is done once, and nobody is told that his words are on record when another's are.
/// </summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class OutcomesTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string Agent = "1001", Call = "c-outcome";

    private static object Answer(int version, string summary) => new { version, outcome = "directAnswer", demandType = "consultation", summary };

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;

    [Fact]
    public async Task The_same_outcome_told_again_is_answered_as_the_first_time_and_another_one_is_shown_what_is_on_record()
    {
        await server.TalkedAsync(Call, Agent);
        using var agent = await server.SignedInAsync(Agent);
        var first = await agent.SendAsync(HttpMethod.Post, $"/api/calls/{Call}/outcome", Answer(1, "已答复"));
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var recorded = await ReadAsync(first);

        var again = await agent.SendAsync(HttpMethod.Post, $"/api/calls/{Call}/outcome", Answer(1, "已答复"));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(again))["version"]!.GetValue<int>().ShouldBe(recorded["version"]!.GetValue<int>());

        var other = await agent.SendAsync(HttpMethod.Post, $"/api/calls/{Call}/outcome", Answer(1, "另一番答复"));
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var current = (await ReadAsync(other))["current"]!;
        (current["state"]!.GetValue<string>(), current["summary"]!.GetValue<string>()).ShouldBe(("answeredDirect", "已答复"));
    }
}
