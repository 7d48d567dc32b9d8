using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>A confidential ticket (保密) over HTTP: beyond the agent who wrote it, its unit and those who may, it is not there.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class ConfidentialTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string Agent = "1001", Other = "1004", Leader = "2001", Administrator = "0000", Unit = "kf-office";

    private static readonly string[] Unknown = ["unit"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;

    private async Task<string> WriteAsync(string call)
    {
        await server.TalkedAsync(call, Agent);
        using var agent = await server.SignedInAsync(Agent);
        var outcome = new { version = 1, outcome = "ticket", demandType = "complaint", category = "0101", title = "举报", text = "某单位保密事项", unit = Unit,
            confidential = true };
        var answer = await agent.SendAsync(HttpMethod.Post, $"/api/calls/{call}/outcome", outcome);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        return (await ReadAsync(answer))["id"]!.GetValue<string>();
    }

    private async Task<ServerWithoutAsterisk.Visitor> UnitAsync(string id, string unit)
    {
        using var administrator = await server.SignedInAsync(Administrator);
        var saved = await administrator.SendAsync(HttpMethod.Put, $"/api/people/{id}",
            new { name = "单位", roles = Unknown, skills = Array.Empty<string>(), enabled = true, newPassword = true, unit });
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync(Cancel));
        var visitor = await server.VisitAsync();
        (await visitor.SignInAsync(id, (await ReadAsync(saved))["password"]!.GetValue<string>())).StatusCode.ShouldBe(HttpStatusCode.OK);
        return visitor;
    }

    private static async Task<(HttpStatusCode Read, bool Found)> SeesAsync(ServerWithoutAsterisk.Visitor visitor, string ticket)
    {
        var list = await ReadAsync(await visitor.SendAsync(HttpMethod.Get, "/api/tickets?query=" + Uri.EscapeDataString("保密事项")));
        return ((await visitor.SendAsync(HttpMethod.Get, "/api/tickets/" + ticket)).StatusCode, list["items"] is JsonArray items && items
            .Any(t => t!["id"]!.GetValue<string>() == ticket));
    }

    [Fact]
    public async Task It_is_there_for_its_agent_for_leaders_and_for_its_unit_and_for_nobody_else()
    {
        var ticket = await WriteAsync("c-secret");
        foreach (var (who, read) in new[] { (Agent, HttpStatusCode.OK), (Other, HttpStatusCode.NotFound), (Leader, HttpStatusCode.OK),
            (Administrator, HttpStatusCode.Forbidden) })
        {
            using var visitor = await server.SignedInAsync(who);
            (await SeesAsync(visitor, ticket)).ShouldBe((read, read == HttpStatusCode.OK), who);
        }
        using var unit = await UnitAsync("7001", Unit);
        (await SeesAsync(unit, ticket)).ShouldBe((HttpStatusCode.OK, true));
        using var another = await UnitAsync("7002", "kf");
        (await SeesAsync(another, ticket)).ShouldBe((HttpStatusCode.NotFound, false));
    }

    [Fact]
    public async Task It_is_not_in_the_history_that_another_agent_reads_of_the_same_caller()
    {
        await WriteAsync("c-secret2");
        await server.TalkedAsync("c-next", Other);
        using var other = await server.SignedInAsync(Other);
        (await ReadAsync(await other.SendAsync(HttpMethod.Get, "/api/calls/c-next/history")))["tickets"]!.AsArray()
            .ShouldAllBe(t => t!["callId"]!.GetValue<string>() != "c-secret2");
        using var leader = await server.SignedInAsync(Leader);
        (await ReadAsync(await leader.SendAsync(HttpMethod.Get, "/api/calls/c-next/history")))["tickets"]!.AsArray()
            .ShouldContain(t => t!["callId"]!.GetValue<string>() == "c-secret2");
    }

    [Fact]
    public async Task A_unit_does_nothing_but_read_its_tickets()
    {
        using var unit = await UnitAsync("7003", Unit);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/api/people"), (HttpMethod.Get, "/api/call-backs"),
            (HttpMethod.Post, "/api/desk/hold"), (HttpMethod.Put, "/api/tickets/t-c/draft"), (HttpMethod.Get, "/api/calls/c/history") })
        {
            (await unit.SendAsync(method, path, method == HttpMethod.Get ? null : new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no-such-unit")]
    public async Task A_unit_account_names_a_unit_of_the_city(string? unit)
    {
        using var administrator = await server.SignedInAsync(Administrator);
        var refused = await administrator.SendAsync(HttpMethod.Put, "/api/people/7004",
            new { name = "单位", roles = Unknown, skills = Array.Empty<string>(), enabled = true, unit });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("单位");
    }

}
