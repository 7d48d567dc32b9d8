using System.Net;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The session's cookie, the page's token and the hub's origin, asked of the real server.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class SignInRulesTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_Cookie_IsForThisSiteAndNoScript()
    {
        using var visitor = await server.VisitAsync();
        var answer = await visitor.SignInAsync("1006", server.PasswordOf("1006"));
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hotline=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain("1006"); // sealed
    }

    [Theory]
    [InlineData("POST", "/api/desk/state")]
    [InlineData("DELETE", "/api/session")]
    public async Task Change_WithoutThePagesToken_IsRefused(string method, string path)
    {
        using var agent = await server.SignedInAsync("1006");
        var refused = await agent.SendAsync(new HttpMethod(method), path, new { state = "ready" }, withToken: false);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("csrf");
    }

    [Fact]
    public async Task Change_WithAnothersToken_IsRefused()
    {
        using var agent = await server.SignedInAsync("1006");
        var forged = await agent.SendAsync(HttpMethod.Post, "/api/desk/state", new { state = "ready" }, withToken: false, ("X-CSRF-TOKEN", "forged"));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Stranger_IsToldToSignInAndNotSentToAPage()
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
    public async Task Hub_AskedFromAPageOfAnotherSite_IsClosed(string origin, HttpStatusCode status)
    {
        using var agent = await server.SignedInAsync("1006");
        string own = origin == "(own)" ? server.Address.GetLeftPart(UriPartial.Authority) : origin;
        string hub = server.Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).First(p => p.EndsWith("/negotiate", StringComparison.Ordinal));
        var answer = await agent.SendAsync(HttpMethod.Post, hub + "?negotiateVersion=1", header: ("Origin", own));
        answer.StatusCode.ShouldBe(status);
    }
}
