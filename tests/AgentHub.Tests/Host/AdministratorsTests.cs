using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The three administrators watch one another.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class AdministratorsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string System = "0000", Security = "0001", Auditor = "0002";

    [Theory]
    [InlineData(System, "1071", "agent", HttpStatusCode.OK, "")]
    [InlineData(System, "1072", "auditor", HttpStatusCode.Forbidden, "person-administrator")]
    [InlineData(System, "1072", "administrator", HttpStatusCode.Forbidden, "person-administrator")]
    [InlineData(System, Auditor, "agent", HttpStatusCode.Forbidden, "person-administrator")]
    [InlineData(System, System, "administrator", HttpStatusCode.Forbidden, "person-self")]
    [InlineData(Security, "1073", "agent", HttpStatusCode.Forbidden, "person-ordinary")]
    [InlineData(Security, "0073", "auditor", HttpStatusCode.OK, "")]
    [InlineData(Security, Security, "securityAdministrator", HttpStatusCode.Forbidden, "person-self")]
    [InlineData(Security, System, "auditor", HttpStatusCode.Conflict, "person-last")]
    public async Task Each_has_his_own_accounts(string who, string id, string role, HttpStatusCode status, string code)
    {
        using var administrator = await server.SignedInAsync(who);
        var answer = await administrator.SendAsync(HttpMethod.Put, $"/api/people/{id}", Person(role));
        answer.StatusCode.ShouldBe(status);
        if (code.Length > 0)
        {
            (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>().ShouldBe(code);
        }
    }

    [Fact]
    public async Task The_last_of_a_kind_is_not_closed_and_one_of_two_is()
    {
        using var security = await server.SignedInAsync(Security);
        (await security.SendAsync(HttpMethod.Put, $"/api/people/{System}", Person("administrator", false))).StatusCode
            .ShouldBe(HttpStatusCode.Conflict);

        (await security.SendAsync(HttpMethod.Put, "/api/people/0074", Person("administrator"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await security.SendAsync(HttpMethod.Put, "/api/people/0074", Person("administrator", false))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(System)]
    [InlineData(Security)]
    [InlineData(Auditor)]
    public async Task None_sees_a_citizens_data(string who)
    {
        await server.TalkedAsync("c-citizen-" + who, "1001");
        using var administrator = await server.SignedInAsync(who);
        foreach (var path in new[]
        {
            "/api/tickets", "/api/drafts", $"/api/tickets/t-c-citizen-{who}", $"/api/calls/c-citizen-{who}/history", "/api/call-backs",
            $"/api/calls/c-citizen-{who}/recording", $"/api/calls/c-citizen-{who}/why",
        })
        {
            (await administrator.SendAsync(HttpMethod.Get, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Theory]
    [InlineData(System, "POST", "/api/people/1001/unlock")]
    [InlineData(System, "DELETE", "/api/people/1001/sessions")]
    [InlineData(System, "DELETE", "/api/people/1001/totp")]
    [InlineData(Auditor, "GET", "/api/people")]
    public async Task None_does_what_is_anothers(string who, string method, string path)
    {
        using var administrator = await server.SignedInAsync(who);
        (await administrator.SendAsync(new HttpMethod(method), path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object Person(string role, bool enabled = true) =>
        new { name = "某人", roles = new[] { role }, skills = Array.Empty<string>(), enabled };
}
