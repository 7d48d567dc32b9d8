using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>What an agent finds of others' tickets: nothing by looking around, and nothing that tells what stars hide.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class VisibilityTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_find_ones_own_and_a_number_that_the_citizen_told_finds_it_whosever_it_is()
    {
        var (id, number) = await Tickets.AcceptedAsync(server, "c-sight-1", "1001");
        using var own = await server.SignedInAsync("1001");
        using var other = await server.SignedInAsync("1004");
        using var leader = await server.SignedInAsync("2001");

        (await Tickets.FoundAsync(own, "独一无二")).ShouldContain(id);
        (await Tickets.FoundAsync(other, "独一无二")).ShouldBeEmpty();
        (await Tickets.FoundAsync(other, "")).ShouldNotContain(id);
        (await Tickets.FoundAsync(other, number)).ShouldBe([id]);
        (await Tickets.FoundAsync(leader, "独一无二")).ShouldContain(id);
    }

    [Fact]
    public async Task A_guessed_telephone_number_tells_nothing()
    {
        var (id, _) = await Tickets.AcceptedAsync(server, "c-sight-2", "1001");
        using var other = await server.SignedInAsync("1004");
        using var leader = await server.SignedInAsync("2001");

        (await Tickets.FoundAsync(other, "13800006021")).ShouldBeEmpty();
        (await Tickets.FoundAsync(leader, "13800006021")).ShouldContain(id);
    }

    [Fact]
    public async Task An_old_version_and_a_guessed_outcome_tell_a_stranger_nothing()
    {
        await server.TalkedAsync("c-sight-3", "1001");
        using var other = await server.SignedInAsync("1004");

        var stale = await other.SendAsync(HttpMethod.Put, "/api/tickets/t-c-sight-3/draft", new { version = 99, title = "x" });
        (stale.StatusCode, (await stale.Content.ReadAsStringAsync(Cancel)).Contains("current", StringComparison.Ordinal))
            .ShouldBe((HttpStatusCode.NotFound, false));
        (await other.SendAsync(HttpMethod.Post, "/api/calls/c-sight-3/outcome", new { version = 1, outcome = "directAnswer", summary = "已答复" }))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

/// <summary>The same where the city lets agents read every ticket: drafts, confidential ones and telephone numbers stay closed.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class OpenVisibilityTests(OpenVisibilityTests.Server server) : IClassFixture<OpenVisibilityTests.Server>
{
    [Fact]
    public async Task Words_find_others_and_telephone_numbers_do_not()
    {
        var (id, _) = await Tickets.AcceptedAsync(server, "c-open-1", "1001");
        await server.TalkedAsync("c-open-2", "1001");
        using var other = await server.SignedInAsync("1004");

        (await Tickets.FoundAsync(other, "独一无二")).ShouldBe([id]);
        (await Tickets.FoundAsync(other, "13800006021")).ShouldBeEmpty();
        (await other.SendAsync(HttpMethod.Get, "/api/tickets/t-c-open-2")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft");
    }

    public sealed class Server : ServerWithoutAsterisk
    {
        protected override SecuritySettings Security => new() { AgentsReadAllTickets = true };
    }
}

internal static class Tickets
{
    public static async Task<(string Id, string Number)> AcceptedAsync(ServerWithoutAsterisk server, string call, string agent)
    {
        await server.TalkedAsync(call, agent);
        using var writer = await server.SignedInAsync(agent);
        var done = await writer.SendAsync(HttpMethod.Post, $"/api/calls/{call}/outcome", new
        {
            version = 1, outcome = "ticket", demandType = "complaint", category = "0101", title = "独一无二", text = "路灯不亮", unit = "kf",
        });
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        return ("t-" + call, (await done.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["number"]!.GetValue<string>());
    }

    public static async Task<List<string>> FoundAsync(ServerWithoutAsterisk.Visitor visitor, string query)
    {
        var answer = await visitor.SendAsync(HttpMethod.Get, "/api/tickets?query=" + Uri.EscapeDataString(query));
        var items = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["items"]!.AsArray();
        return [.. items.Select(t => t!["id"]!.GetValue<string>())];
    }
}
