using System.Net;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The session's cookie, the page's token and the hub's origin, asked of the real server.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class SignInRulesTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_in_cookie_is_for_this_site_and_no_script()
    {
        using var visitor = await server.VisitAsync();
        var answer = await visitor.SignInAsync("1006", server.PasswordOf("1006"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hotline=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain("1006"); // sealed
    }

    /// <summary>What says who somebody is, or what he reads, stays on no shared PC, however its address is spelled.</summary>
    [Theory]
    [InlineData("/api/reference")]
    [InlineData("/API/Reference")]
    [InlineData("/%61pi/reference")]
    [InlineData("/api//reference")]
    public async Task Answers_are_not_kept_by_the_browser(string path)
    {
        using var agent = await server.SignedInAsync("1006");
        var answer = await agent.SendAsync(HttpMethod.Get, path);
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    /// <summary>A rule that goes by the spelling of a path is passed by another spelling.</summary>
    [Theory]
    [InlineData("/API/desk/state")]
    [InlineData("/%41PI/desk/state")]
    [InlineData("/api/DESK/%73tate")]
    public async Task Change_without_the_pages_token_is_refused_however_its_address_is_spelled(string path)
    {
        using var agent = await server.SignedInAsync("1006");
        var refused = await agent.SendAsync(HttpMethod.Post, path, new { state = "ready" }, withToken: false);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("POST", "/api/desk/state")]
    [InlineData("DELETE", "/api/session")]
    public async Task Change_without_the_pages_token_is_refused(string method, string path)
    {
        using var agent = await server.SignedInAsync("1006");
        var refused = await agent.SendAsync(new HttpMethod(method), path, new { state = "ready" }, withToken: false);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("csrf");
    }

    [Fact]
    public async Task Change_with_anothers_token_is_refused()
    {
        using var agent = await server.SignedInAsync("1006");
        var forged = await agent.SendAsync(HttpMethod.Post, "/api/desk/state", new { state = "ready" }, withToken: false, ("X-CSRF-TOKEN", "forged"));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>A wish under the id of another one would be answered with the other's answer.</summary>
    [Fact]
    public async Task Request_id_of_another_wish_is_refused_and_of_the_same_is_answered_again()
    {
        using var agent = await server.SignedInAsync("1007");
        using var other = await server.SignedInAsync("1008");
        Task<HttpResponseMessage> Ask(ServerWithoutAsterisk.Visitor who, string path, object body) =>
            who.SendAsync(HttpMethod.Post, path, body, header: ("X-Request-Id", "one-wish"));

        (await Ask(agent, "/api/desk/state", new { state = "notReady" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Ask(agent, "/api/desk/state", new { state = "notReady" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var refused = await Ask(agent, "/api/desk/state", new { state = "ready" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("request-id");
        (await Ask(agent, "/api/desk/hold", new { state = "notReady" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Ask(agent, "/api/calls/c1/outcome", new { version = 1 })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Ask(other, "/api/desk/state", new { state = "notReady" })).StatusCode.ShouldBe(HttpStatusCode.NoContent, "it is his own id");
    }

    [Fact]
    public async Task Stranger_is_told_to_sign_in_and_not_sent_to_a_page()
    {
        using var visitor = await server.VisitAsync();
        var refused = await visitor.SendAsync(HttpMethod.Get, "/api/reference");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("not-signed-in");
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("(own)", HttpStatusCode.OK)]
    public async Task Hub_asked_from_a_page_of_another_site_is_closed(string origin, HttpStatusCode status)
    {
        using var agent = await server.SignedInAsync("1006");
        var own = origin == "(own)" ? server.Address.GetLeftPart(UriPartial.Authority) : origin;
        var hub = server.Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .First(p => p.EndsWith("/negotiate", StringComparison.Ordinal));
        var answer = await agent.SendAsync(HttpMethod.Post, hub + "?negotiateVersion=1", header: ("Origin", own));
        answer.StatusCode.ShouldBe(status);
    }
}
