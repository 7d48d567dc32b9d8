using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.Testkit;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>Who may do what, asked of the real server over HTTP.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class PeopleAndRightsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>();

    [Fact]
    public async Task A_server_whose_asterisk_is_away_says_so_and_is_not_ready()
    {
        using var visitor = await server.VisitAsync();
        var health = await visitor.SendAsync(HttpMethod.Get, "/healthz");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("电话平台断开");
    }

    [Fact]
    public async Task The_figures_are_there_for_who_watches_them_over_time()
    {
        using var visitor = await server.VisitAsync();
        var figures = await (await visitor.SendAsync(HttpMethod.Get, "/metrics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        figures.ShouldMatch("(?m)^hotline_calls(\\{[^}]*\\})? 0");
        figures.ShouldContain("# TYPE hotline_inputs_total counter");
        figures.ShouldContain("# TYPE hotline_writes_lost_total counter");
        figures.ShouldContain("dotnet_gc_pause_time_seconds_total");
    }

    /// <summary>A proxy on this machine tells the browser's address.</summary>
    [Fact]
    public async Task The_figures_are_not_for_people_elsewhere()
    {
        using var visitor = await server.VisitAsync();
        (await visitor.SendAsync(HttpMethod.Get, "/metrics", header: ("X-Forwarded-For", "10.0.0.7"))).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var visitor = await server.VisitAsync();
        var description =
            await (await visitor.SendAsync(HttpMethod.Get, "/openapi/v1.json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        description.ShouldContain("/api/desk/three-way");
        description.ShouldContain("X-CSRF-TOKEN");
    }

    [Theory]
    [InlineData("/api/tickets")]
    [InlineData("/api/drafts")]
    [InlineData("/api/calls/c1/history")]
    [InlineData("/api/calls/c1/recording")]
    [InlineData("/api/reference")]
    [InlineData("/api/people")]
    public async Task Nothing_is_shown_to_strangers(string path)
    {
        using var visitor = await server.VisitAsync();
        (await visitor.SendAsync(HttpMethod.Get, path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_number_sound_alike()
    {
        using var visitor = await server.VisitAsync();
        var wrong = await visitor.SignInAsync("1012", "wrong");
        var unknown = await visitor.SignInAsync("9999", "wrong");
        (wrong.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await CodeAsync(wrong)).ShouldBe(await CodeAsync(unknown));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_the_right_one_too()
    {
        using var visitor = await server.VisitAsync();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("1011", "wrong");
        }
        var right = await visitor.SignInAsync("1011", server.PasswordOf("1011"));
        right.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await CodeAsync(right)).ShouldBe("locked");
    }

    [Fact]
    public async Task A_request_without_the_pages_token_changes_nothing()
    {
        using var agent = await server.SignedInAsync("1001");
        var forged = await agent.SendAsync(HttpMethod.Post, "/api/desk/state", new { state = "ready" }, withToken: false);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(forged)).ShouldBe("csrf");
    }

    [Fact]
    public async Task Who_gets_no_answer_whether_he_may_leave_is_signed_in_still()
    {
        using var agent = await server.SignedInAsync("1005");
        using (server.StallFloor())
        {
            var busy = await agent.SendAsync(HttpMethod.Delete, "/api/session");
            busy.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await CodeAsync(busy)).ShouldBe("busy");
        }
        (await agent.SendAsync(HttpMethod.Get, "/api/reference")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agent.SendAsync(HttpMethod.Delete, "/api/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Without_a_phone_nobody_is_ready_and_the_answer_says_what_to_do()
    {
        using var agent = await server.SignedInAsync("1002");
        var refused = await agent.SendAsync(HttpMethod.Post, "/api/desk/state", new { state = "ready" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(refused)).ShouldBe("phone-unregistered");
    }

    [Fact]
    [Requirement("CALL-05", Shows = "an agent neither sees nor makes accounts")]
    public async Task Agents_make_no_accounts()
    {
        using var agent = await server.SignedInAsync("1003");
        (await agent.SendAsync(HttpMethod.Get, "/api/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.SendAsync(HttpMethod.Put, "/api/people/1003",
            new { name = "我", roles = new[] { "administrator" }, skills = Array.Empty<string>(), enabled = true }))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_makes_an_account_and_closes_it()
    {
        using var administrator = await server.SignedInAsync("0000");
        var made = await administrator.SendAsync(HttpMethod.Put, "/api/people/1050",
            new { name = "新座席", roles = new[] { "agent" }, skills = new[] { "law" }, enabled = true });
        var password = (await made.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["password"]!.GetValue<string>();
        using var agent = await server.VisitAsync();
        (await agent.SignInAsync("1050", password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agent.SendAsync(HttpMethod.Get, "/api/reference")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await administrator.SendAsync(HttpMethod.Put, "/api/people/1050",
            new { name = "新座席", roles = new[] { "agent" }, skills = new[] { "law" }, enabled = false });
        (await agent.SendAsync(HttpMethod.Get, "/api/reference")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized,
            "a closed account has no session any more");
        using var again = await server.VisitAsync();
        (await again.SignInAsync("1050", password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_becomes_a_shift_leader_is_one_when_he_signs_in_anew()
    {
        using var administrator = await server.SignedInAsync("0000");
        object Person(params string[] roles) => new { name = "新人", roles, skills = Array.Empty<string>(), enabled = true };
        var made = await administrator.SendAsync(HttpMethod.Put, "/api/people/1051", Person("agent"));
        var password = (await made.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["password"]!.GetValue<string>();
        using var person = await server.VisitAsync();
        await person.SignInAsync("1051", password);
        (await person.SendAsync(HttpMethod.Get, "/api/call-backs")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await administrator.SendAsync(HttpMethod.Put, "/api/people/1051", Person("agent", "shiftLeader"));
        (await person.SendAsync(HttpMethod.Get, "/api/call-backs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await person.RefreshAsync();
        await person.SignInAsync("1051", password);
        (await person.SendAsync(HttpMethod.Get, "/api/call-backs")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("10x", "agent", "law")]
    [InlineData("1060", "king", "law")]
    [InlineData("1060", "auditor agent", "law")]
    [InlineData("1060", "agent", "alchemy")]
    public async Task An_account_that_makes_no_sense_is_refused(string id, string role, string skill)
    {
        using var administrator = await server.SignedInAsync("0000");
        var refused = await administrator.SendAsync(HttpMethod.Put, $"/api/people/{id}",
            new { name = "某", roles = role.Split(' '), skills = new[] { skill }, enabled = true });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("某\0人")]
    [InlineData("某\n人")]
    [InlineData("\u001b[2J")]
    public async Task A_name_with_control_characters_is_refused(string name)
    {
        using var administrator = await server.SignedInAsync("0000");
        var refused = await administrator.SendAsync(HttpMethod.Put, "/api/people/1060",
            new { name, roles = new[] { "agent" }, skills = Array.Empty<string>(), enabled = true });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_stranger_may_send_no_more_than_a_sign_in_needs()
    {
        using var visitor = await server.VisitAsync();
        (await visitor.SignInAsync("1012", new string('x', 5_000))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/API/nothing/at/all")]
    public async Task An_address_that_is_none_is_not_answered_with_the_desk(string path)
    {
        using var agent = await server.SignedInAsync("1004");
        var answer = await agent.SendAsync(HttpMethod.Get, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_call_of_somebody_else_is_neither_shown_nor_revealed()
    {
        using var agent = await server.SignedInAsync("1004");
        (await agent.SendAsync(HttpMethod.Get, "/api/calls/cnone/history")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await agent.SendAsync(HttpMethod.Post, "/api/calls/cnone/reveal", new { purpose = "" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await agent.SendAsync(HttpMethod.Post, "/api/calls/cnone/reveal", new { purpose = "本次通话" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
