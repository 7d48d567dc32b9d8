using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Tests.Services;
using Hotline.Exchange;
using Hotline.Routing;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>A session ends when it is said to, everywhere and at once: asked of the real server with cookies that somebody copied before.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class SessionsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string System = "0000", Security = "0001";
    private static int _desks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_cookie_ends_with_the_sign_out()
    {
        using var agent = await server.SignedInAsync("1001");
        using var thief = await server.ThiefAsync(agent);
        (await StatusAsync(thief)).ShouldBe(HttpStatusCode.OK);

        (await agent.SendAsync(HttpMethod.Delete, "/api/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(thief)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("role")]
    [InlineData("password")]
    public async Task A_change_of_what_a_sign_in_rests_on_ends_it(string what)
    {
        var id = what switch { "closed" => "1081", "role" => "1082", _ => "1083" };
        using var administrator = await server.SignedInAsync(System);
        var password = await SaveAsync(administrator, id, ["agent"]);
        using var agent = await server.VisitAsync($"10.0.2.{_desks++}");
        (await agent.SignInAsync(id, password!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var thief = await server.ThiefAsync(agent);
        var ended = 0;
        server.Part<OpenPages>().Opened("page-" + id, new AgentId(id), "another", () => ended++);
        (await OnTheFloorAsync(id)).ShouldBeTrue();

        await SaveAsync(administrator, id, what == "role" ? ["agent", "shiftLeader"] : ["agent"], what != "closed", what == "password");

        (await StatusAsync(agent), await StatusAsync(thief)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        ended.ShouldBe(1);
        await Room.UntilAsync(async () => !await OnTheFloorAsync(id), "the agent to leave the floor");
    }

    [Fact]
    public async Task Skills_change_without_a_new_sign_in()
    {
        using var administrator = await server.SignedInAsync(System);
        var password = await SaveAsync(administrator, "1084", ["agent"]);
        using var agent = await server.VisitAsync($"10.0.2.{_desks++}");
        await agent.SignInAsync("1084", password!);

        await administrator.SendAsync(HttpMethod.Put, "/api/people/1084",
            new { name = "新人", roles = new[] { "agent" }, skills = new[] { "law" }, enabled = true });

        (await StatusAsync(agent)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_sees_his_own_sessions_and_ends_one_of_them()
    {
        using var here = await server.SignedInAsync("1003");
        using var there = await server.VisitAsync("10.0.0.7");
        (await there.SignInAsync("1003", server.PasswordOf("1003"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var other = await server.SignedInAsync("1004");

        var sessions = (await (await here.SendAsync(HttpMethod.Get, "/api/session/sessions")).Content.ReadFromJsonAsync<JsonArray>(Cancel))!;
        var far = sessions.Single(s => s!["address"]!.GetValue<string>() == "10.0.0.7")!["id"]!.GetValue<string>();
        sessions.Count(s => s!["current"]!.GetValue<bool>()).ShouldBe(1);

        (await other.SendAsync(HttpMethod.Delete, $"/api/session/sessions/{far}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is another's");
        (await StatusAsync(there)).ShouldBe(HttpStatusCode.OK);
        (await here.SendAsync(HttpMethod.Delete, $"/api/session/sessions/{far}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(there), await StatusAsync(here)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
    }

    [Fact]
    public async Task The_security_administrator_signs_somebody_out_everywhere()
    {
        using var agent = await server.SignedInAsync("1005");
        using var security = await server.SignedInAsync(Security);

        (await security.SendAsync(HttpMethod.Delete, "/api/people/1005/sessions")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(agent)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_of_ones_own_ends_all_sessions_but_this()
    {
        using var administrator = await server.SignedInAsync(System);
        var given = await SaveAsync(administrator, "1085", ["agent"]);
        using var here = await server.VisitAsync();
        await here.SignInAsync("1085", given!);
        using var there = await server.VisitAsync("10.0.0.8");
        await there.SignInAsync("1085", given!);
        using var thief = await server.ThiefAsync(here);

        (await here.SendAsync(HttpMethod.Post, "/api/session/password", new { current = given, password = "a-longer-word-7" }))
            .StatusCode.ShouldBe(HttpStatusCode.OK);

        (await StatusAsync(here), await StatusAsync(there), await StatusAsync(thief))
            .ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        using var later = await server.VisitAsync();
        (await later.SignInAsync("1085", given!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await later.SignInAsync("1085", "a-longer-word-7")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Codes_are_set_up_asked_for_and_switched_off_with_the_password()
    {
        using var administrator = await server.SignedInAsync(System);
        var given = await SaveAsync(administrator, "1087", ["agent"]);
        using var here = await server.VisitAsync($"10.0.2.{_desks++}");
        await here.SignInAsync("1087", given!);
        var offer = await JsonAsync(await here.SendAsync(HttpMethod.Post, "/api/session/totp", new { password = given }));
        var totp = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(offer["secret"]!.GetValue<string>()));

        var proven = await here.SendAsync(HttpMethod.Put, "/api/session/totp", new { token = offer["token"]!.GetValue<string>(), code = Code() });

        (await JsonAsync(proven))["totp"]!.GetValue<bool>().ShouldBeTrue();
        using var later = await server.VisitAsync($"10.0.2.{_desks++}");
        (await CodeAsync(await later.SignInAsync("1087", given!))).ShouldBe("code");
        (await CodeAsync(await later.SignInAsync("1087", "a-wrong-word-7"))).ShouldBe("credentials", "whoever does not know it learns of no codes");
        (await CodeAsync(await later.SignInAsync("4711", given!))).ShouldBe("credentials");
        (await later.SignInAsync("1087", given!, Code())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await later.SendAsync(HttpMethod.Post, "/api/session/totp/off", new { password = "wrong" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var off = await later.SendAsync(HttpMethod.Post, "/api/session/totp/off", new { password = given });
        (await JsonAsync(off))["totp"]!.GetValue<bool>().ShouldBeFalse();
        (await StatusAsync(here), await StatusAsync(later)).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
        using var after = await server.VisitAsync($"10.0.2.{_desks++}");
        (await after.SignInAsync("1087", given!)).StatusCode.ShouldBe(HttpStatusCode.OK);

        string Code() => totp.ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await JsonAsync(answer))["code"]?.GetValue<string>();

    [Theory]
    [InlineData("short-1", "password-length")]
    [InlineData("123456789012345", "password-simple")]
    [InlineData("aaaaaaaaaaaaaaaa", "password-simple")]
    [InlineData("my-number-is-1086", "password-name")]
    [InlineData("(given)", "password-former")]
    public async Task A_bad_password_is_refused_and_says_why(string wanted, string code)
    {
        using var administrator = await server.SignedInAsync(System);
        var given = await SaveAsync(administrator, "1086", ["agent"], newPassword: true);
        using var agent = await server.VisitAsync($"10.0.2.{_desks++}");
        await agent.SignInAsync("1086", given!);

        var refused = await agent.SendAsync(HttpMethod.Post, "/api/session/password",
            new { current = given, password = wanted == "(given)" ? given : wanted });

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task Whoever_finds_an_open_desk_sets_no_password()
    {
        using var agent = await server.SignedInAsync("1009");
        (await agent.SendAsync(HttpMethod.Post, "/api/session/password", new { current = "guess", password = "a-longer-word-7" }))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(agent)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(ServerWithoutAsterisk.Visitor visitor) =>
        (await visitor.SendAsync(HttpMethod.Get, "/api/reference")).StatusCode;

    private Task<bool> OnTheFloorAsync(string id) => server.Part<FloorLoop>().ReadAsync(f => f.Agents.ContainsKey(new AgentId(id)), Cancel);

    private static async Task<string?> SaveAsync(ServerWithoutAsterisk.Visitor administrator, string id, string[] roles, bool enabled = true,
        bool newPassword = false)
    {
        var saved = await administrator.SendAsync(HttpMethod.Put, $"/api/people/{id}",
            new { name = "新人", roles, skills = Array.Empty<string>(), enabled, newPassword });
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await saved.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["password"]?.GetValue<string>();
    }
}
