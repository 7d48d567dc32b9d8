using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Trail;
using Hotline.Persistence;
using Hotline.Testkit;
using Hotline.Upkeep;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>What stands in the audit, who reads it, and that nobody changes it unseen: asked of the real server.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class AuditTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string System = "0000", Auditor = "0002", Agent = "1001", Other = "1004";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What is open to everybody writes nothing down: there is nobody to name.</summary>
    [Fact]
    public void Endpoints_each_says_what_of_it_stands_in_the_audit()
    {
        server.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("**"))
            .Where(e => e.Metadata.GetMetadata<AuditedAs>() is null && e.Metadata.GetMetadata<NotAudited>() is null)
            .Select(e => e.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("SEC-02", Shows = "reads, edits with what was there before and after, and refusals stand in the audit, with purpose and result")]
    public async Task Reads_edits_and_refusals_are_found_by_the_auditor()
    {
        await server.TalkedAsync("c-audit", Agent);
        using var agent = await server.SignedInAsync(Agent);
        using var other = await server.SignedInAsync(Other);
        using var unlucky = await server.VisitAsync("10.5.5.5");
        await unlucky.SignInAsync(Agent, "wrong");
        (await agent.SendAsync(HttpMethod.Post, "/api/calls/c-audit/reveal", new { purpose = "回访核实" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agent.SendAsync(HttpMethod.Get, "/api/tickets/t-c-audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agent.SendAsync(HttpMethod.Put, "/api/tickets/t-c-audit/draft", new { version = 1, title = "路灯不亮", contactNumber = "13800006021" }))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.SendAsync(HttpMethod.Post, "/api/calls/c-audit/reveal", new { purpose = "好奇" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await other.SendAsync(HttpMethod.Get, "/api/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.SendAsync(HttpMethod.Get, "/api/tickets?query=13800006021")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var found = await FoundAsync("");

        found.ShouldContain(e => Is(e, Agent, "reveal-number", "c-audit", "ok") && e["purpose"]!.GetValue<string>() == "回访核实");
        found.ShouldContain(e => Is(e, Agent, "read-ticket", "t-c-audit", "ok") && e["purpose"]!.GetValue<string>() == "own");
        found.ShouldContain(e => Is(e, Agent, "write-draft", "t-c-audit", "ok")
            && e["detail"]!.GetValue<string>().Contains("\"title\":[\"\",\"路灯不亮\"]", StringComparison.Ordinal)
            && !e["detail"]!.GetValue<string>().Contains("13800006021", StringComparison.Ordinal));
        found.ShouldContain(e => Is(e, Other, "reveal-number", "c-audit", "403") && e["purpose"]!.GetValue<string>() == "好奇");
        found.ShouldContain(e => Is(e, Other, "list-people", "", "403"));
        found.ShouldContain(e => e["action"]!.GetValue<string>() == "sign-in" && e["result"]!.GetValue<string>() == "401"
            && e["address"]!.GetValue<string>() == "10.5.5.5");
        found.ShouldContain(e => Is(e, Agent, "search-tickets", "", "ok") && e["purpose"]!.GetValue<string>() == "138****6021");
    }

    [Fact]
    public async Task A_session_that_is_over_stands_there_when_it_is_tried_again()
    {
        using var agent = await server.SignedInAsync("1006");
        using var thief = await server.ThiefAsync(agent);
        await agent.SendAsync(HttpMethod.Delete, "/api/session");
        (await thief.SendAsync(HttpMethod.Get, "/api/tickets")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await FoundAsync("?who=1006&result=401")).ShouldContain(e => Is(e, "1006", "search-tickets", "", "401"));
    }

    [Fact]
    public async Task A_change_of_an_account_stands_there_with_what_was_before_and_after()
    {
        using var administrator = await server.SignedInAsync(System);
        foreach (var roles in new[] { new[] { "agent" }, ["agent", "shiftLeader"] })
        {
            await administrator.SendAsync(HttpMethod.Put, "/api/people/1091",
                new { name = "新人", roles, skills = Array.Empty<string>(), enabled = true });
        }

        var changes = (await FoundAsync("?subject=1091&action=save-person")).Select(e => e["detail"]!.GetValue<string>()).ToList();

        changes[0].ShouldBe("{\"roles\":[\"agent\",\"agent shiftLeader\"]}");
        changes[1].ShouldContain("\"name\":[null,\"新人\"]");
        changes.ShouldAllBe(change => !change.Contains("AQAAAA", StringComparison.Ordinal), "no hash of a password");
    }

    [Theory]
    [InlineData("/api/audit")]
    [InlineData("/api/audit.csv")]
    [InlineData("/api/audit/verdict")]
    public async Task Nobody_but_the_auditor_reads_it(string path)
    {
        foreach (var who in new[] { System, "0001", Agent, "2001" })
        {
            using var visitor = await server.SignedInAsync(who);
            (await visitor.SendAsync(HttpMethod.Get, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, who);
        }
        using var auditor = await server.SignedInAsync(Auditor);
        (await auditor.SendAsync(HttpMethod.Get, path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_comes_in_pages_and_as_a_table_that_no_spreadsheet_calculates()
    {
        using var agent = await server.SignedInAsync("1007");
        await agent.SendAsync(HttpMethod.Get, "/api/tickets?query=" + Uri.EscapeDataString("=1+1,\"x\""));
        await agent.SendAsync(HttpMethod.Get, "/api/tickets?query=b");
        using var auditor = await server.SignedInAsync(Auditor);
        await server.Part<WriteBehind>().WrittenAsync(Cancel);

        var first = await PageAsync(auditor, "?who=1007&action=search-tickets&max=1");
        first["items"]!.AsArray().ShouldHaveSingleItem()!["purpose"]!.GetValue<string>().ShouldBe("b");
        var second = await PageAsync(auditor, $"?who=1007&action=search-tickets&max=1&before={first["next"]}");
        second["items"]!.AsArray().ShouldHaveSingleItem()!["purpose"]!.GetValue<string>().ShouldBe("=1+1,\"x\"");

        var answer = await auditor.SendAsync(HttpMethod.Get, "/api/audit.csv?who=1007&action=search-tickets");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldBe("seq,at,who,action,subject,purpose,address,result,detail");
        lines[2].ShouldContain(",\"'=1+1,\"\"x\"\"\",");
    }

    [Fact]
    [Requirement("SEC-02", Shows = "a change of the audit past the server is found, by the auditor, at night and by the command")]
    public async Task Whoever_changes_it_in_the_database_is_found_out()
    {
        using var agent = await server.SignedInAsync("1008");
        await server.Part<WriteBehind>().WrittenAsync(Cancel);
        using var auditor = await server.SignedInAsync(Auditor);
        (await VerdictAsync(auditor)).ShouldBeEmpty();
        var witness = new TrailWitness(server.Part<AuditLog>(), server.Part<TrailFile>(), server.Part<CityConfiguration>(), server.Part<Database>(),
            TimeProvider.System, new ServiceFaults(), NullLogger<TrailWitness>.Instance);
        await witness.LookAsync(Cancel);
        await witness.LookAsync(Cancel);
        var heads = server.Part<TrailFile>().Read();
        heads.Select(h => h.Seq).Distinct().Count().ShouldBe(heads.Count, "an end is written down once");

        await using (var owner = new SqliteConnection($"Data Source={server.Folder}/hotline.db"))
        {
            await owner.OpenAsync(Cancel);
            await using var change = owner.CreateCommand();
            change.CommandText = "update audit set who = '1002' where who = '1008' and action = 'sign-in'";
            (await change.ExecuteNonQueryAsync(Cancel)).ShouldBeGreaterThan(0);
            try
            {
                (await VerdictAsync(auditor)).ShouldHaveSingleItem().ShouldContain("is not as it was written");
                var said = new StringWriter();
                (await TrailCommand.VerifyAsync(
                    server.Folder, server.Part<Database>(), server.Part<CityConfiguration>(), said, Cancel)).ShouldBe(1);
                said.ToString().ShouldContain("NOT whole");
            }
            finally
            {
                change.CommandText = "update audit set who = '1008' where who = '1002' and action = 'sign-in' and address = "
                    + "(select address from audit where who = '1008' limit 1)";
                await change.ExecuteNonQueryAsync(Cancel);
                change.CommandText = "delete from audit_heads; update audit set seq = null, hash = null";
                await change.ExecuteNonQueryAsync(Cancel);
            }
        }
    }

    [Fact]
    public async Task An_administrator_who_lost_his_password_gets_one_from_the_machine_and_that_stands_there()
    {
        using var before = await server.SignedInAsync("0001");
        (await Recovery.RunAsync(server.Part<Database>(), server.Part<CityConfiguration>(), "1001", TimeProvider.System.GetUtcNow(), Cancel))
            .ShouldBeNull("he is no administrator");

        var password = await Recovery.RunAsync(
            server.Part<Database>(), server.Part<CityConfiguration>(), "0001", TimeProvider.System.GetUtcNow(), Cancel);

        server.Learn("0001", password!);
        using var after = await server.VisitAsync("10.5.5.6");
        (await after.SignInAsync("0001", password!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await before.SendAsync(HttpMethod.Get, "/api/people")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await FoundAsync("?action=recover-person")).ShouldHaveSingleItem()["subject"]!.GetValue<string>().ShouldBe("0001");
    }

    private async Task<List<JsonNode>> FoundAsync(string filter)
    {
        using var auditor = await server.SignedInAsync(Auditor);
        await server.Part<WriteBehind>().WrittenAsync(Cancel);
        return [.. (await PageAsync(auditor, filter))["items"]!.AsArray().Select(e => e!)];
    }

    private static async Task<JsonObject> PageAsync(ServerWithoutAsterisk.Visitor auditor, string filter)
    {
        var answer = await auditor.SendAsync(HttpMethod.Get, "/api/audit" + filter);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private static async Task<List<string>> VerdictAsync(ServerWithoutAsterisk.Visitor auditor) =>
    [
        .. (await (await auditor.SendAsync(HttpMethod.Get, "/api/audit/verdict")).Content.ReadFromJsonAsync<JsonObject>(Cancel))!["faults"]!.AsArray()
            .Select(f => f!.GetValue<string>()),
    ];

    private static bool Is(JsonNode entry, string who, string action, string subject, string result) =>
        entry["who"]!.GetValue<string>() == who && entry["action"]!.GetValue<string>() == action
        && entry["subject"]!.GetValue<string>() == subject && entry["result"]!.GetValue<string>() == result;
}
