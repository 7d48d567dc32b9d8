using System.Net;
using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>What every answer says to the browser, and by which names the server answers at all.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class SafetyHeadersTests(SafetyHeadersTests.Server server) : IClassFixture<SafetyHeadersTests.Server>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/session")]
    [InlineData("/api/nothing")]
    public async Task Answers_each_carry_them(string path)
    {
        using var visitor = await server.VisitAsync();
        var headers = (await visitor.SendAsync(HttpMethod.Get, path)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("form-action 'self'");
        policy.ShouldContain("object-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain($"connect-src 'self' ws://{server.Address.Authority} wss://{server.Address.Authority} ws://127.0.0.1:1;");
        headers.GetValues("Permissions-Policy").Single().ShouldContain("microphone=(self), camera=()");
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        headers.Contains("Strict-Transport-Security").ShouldBeFalse("nobody can hold a promise of TLS that is not there");
    }

    [Fact]
    public async Task Behind_tls_the_browser_is_told_to_stay_there()
    {
        using var visitor = await server.VisitAsync();
        var answer = await visitor.SendAsync(HttpMethod.Get, "/api/session", header: ("X-Forwarded-Proto", "https"));
        answer.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
    }

    [Theory]
    [InlineData("desk.example.gov.cn", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Names_that_are_not_ours_are_not_answered(string host, HttpStatusCode status)
    {
        using var visitor = await server.VisitAsync();
        (await visitor.SendAsync(HttpMethod.Get, "/api/session", header: ("Host", host))).StatusCode.ShouldBe(status);
        (await visitor.SendAsync(HttpMethod.Get, "/api/session", header: ("X-Forwarded-Host", host))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_telephone_on_the_desk_is_set_up_only_where_it_is_allowed()
    {
        using var agent = await server.SignedInAsync("1001");
        (await agent.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "p", deskPhone = true })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "p" })).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    public sealed class Server : ServerWithoutAsterisk
    {
        protected override SecuritySettings Security => new() { Hosts = ["desk.example.gov.cn"], DeskPhones = false };
    }
}
