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

    [Fact]
    public async Task A_call_on_a_ticket_that_there_is_adds_to_it_and_makes_no_second_one()
    {
        using var agent = await server.SignedInAsync(Agent);
        await server.TalkedAsync("c-first", Agent);
        var accepted = await ReadAsync(await agent.SendAsync(HttpMethod.Post, "/api/calls/c-first/outcome", new
        {
            version = 1, outcome = "ticket", demandType = "complaint", category = "0101", title = "路灯", text = "路灯不亮", unit = "kf",
        }));
        await server.TalkedAsync("c-again", Agent);
        var form = new { version = 1, kind = "expedite", earlier = "t-c-first", earlierVersion = 2, words = "还是不亮" };

        var first = await agent.SendAsync(HttpMethod.Post, "/api/calls/c-again/follow-up", form, header: ("X-Request-Id", "one-wish"));
        var again = await agent.SendAsync(HttpMethod.Post, "/api/calls/c-again/follow-up", form, header: ("X-Request-Id", "one-wish"));

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.OK, "the same wish told again is the same answer");
        var own = await ReadAsync(await agent.SendAsync(HttpMethod.Get, "/api/tickets/t-c-again"));
        (own["state"]!.GetValue<string>(), own["stateText"]!.GetValue<string>(), own["number"]).ShouldBe(("followedUp", "并入原工单", null));
        own["earlier"]!["number"]!.GetValue<string>().ShouldBe(accepted["number"]!.GetValue<string>());
        var ticket = await ReadAsync(await agent.SendAsync(HttpMethod.Get, "/api/tickets/t-c-first"));
        (ticket["state"]!.GetValue<string>(), ticket["expedited"]!.GetValue<int>()).ShouldBe(("accepted", 1));
        var said = ticket["followUps"]!.AsArray().ShouldHaveSingleItem()!;
        (said["kind"]!.GetValue<string>(), said["words"]!.GetValue<string>(), said["callId"]!.GetValue<string>(), said["agentId"]!.GetValue<string>())
            .ShouldBe(("expedite", "还是不亮", "c-again", Agent));

        await server.TalkedAsync("c-third", Agent);
        var stale = await agent.SendAsync(HttpMethod.Post, "/api/calls/c-third/follow-up", form);
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict, "the ticket is another than the agent has before him");
        (await ReadAsync(stale))["current"]!["expedited"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"version\":1,\"outcome\":\"expedite\",\"summary\":\"请尽快\"}", "outcome", "unknownCode")]
    [InlineData("{\"version\":1,\"kind\":\"supplement\",\"earlier\":\"t-c-closed\",\"earlierVersion\":2,\"words\":\"又\"}", "follow-up", "notOpen")]
    [InlineData("{\"version\":1,\"kind\":\"supplement\",\"earlier\":\"t-c-closed\",\"earlierVersion\":2}", "follow-up", "fieldsMissing")]
    [InlineData("{\"version\":1,\"kind\":\"praise\",\"earlier\":\"t-c-closed\",\"earlierVersion\":2}", "follow-up", "fieldsMissing")]
    public async Task What_cannot_be_added_is_refused_with_its_reason_and_the_draft_stays(string body, string way, string code)
    {
        using var agent = await server.SignedInAsync(Agent);
        await server.TalkedAsync("c-closed", Agent);
        await agent.SendAsync(HttpMethod.Post, "/api/calls/c-closed/outcome", Answer(1, "已答复"));
        await server.TalkedAsync("c-open", Agent);

        var refused = await agent.SendAsync(HttpMethod.Post, $"/api/calls/c-open/{way}", JsonNode.Parse(body));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReadAsync(refused))["code"]!.GetValue<string>().ShouldBe(code);
        (await ReadAsync(await agent.SendAsync(HttpMethod.Get, "/api/tickets/t-c-open")))["state"]!.GetValue<string>().ShouldBe("draft");
    }
}
