using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>Whoever guesses passwords gets few answers, learns nothing of who exists, and shuts out nobody but himself.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class GuessingTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const int TriesMax = 5, StrangerTriesMax = 20;

    [Theory]
    [InlineData("1001")]
    [InlineData("9999")]
    public async Task Guesses_at_once_are_counted_each_and_nobody_learns_who_exists(string id)
    {
        using var guesser = await server.VisitAsync("10.9.0." + id[..1]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => guesser.SignInAsync(id, "wrong")));

        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBeLessThan(TriesMax);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Unauthorized || a.StatusCode == HttpStatusCode.TooManyRequests);
        var locked = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        (await locked.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>().ShouldBe("locked");
    }

    [Fact]
    public async Task A_guesser_shuts_himself_out_and_not_the_accounts_owner()
    {
        using var guesser = await server.VisitAsync("10.9.1.1");
        for (var tries = 0; tries < TriesMax; tries++)
        {
            await guesser.SignInAsync("1002", "wrong");
        }

        (await guesser.SignInAsync("1002", server.PasswordOf("1002"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var owner = await server.VisitAsync("10.0.1.2");
        (await owner.SignInAsync("1002", server.PasswordOf("1002"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_guessers_shut_out_strangers_and_not_who_signed_in_from_there_before()
    {
        using var owner = await server.VisitAsync("10.0.1.3");
        (await owner.SignInAsync("1003", server.PasswordOf("1003"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var tries = 0; tries < StrangerTriesMax; tries++)
        {
            using var guesser = await server.VisitAsync($"10.9.2.{tries}");
            await guesser.SignInAsync("1003", "wrong");
        }

        using var stranger = await server.VisitAsync("10.9.3.1");
        (await stranger.SignInAsync("1003", server.PasswordOf("1003"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await owner.SignInAsync("1003", server.PasswordOf("1003"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_security_administrator_opens_a_locked_account()
    {
        using var agent = await server.VisitAsync("10.0.1.4");
        for (var tries = 0; tries < TriesMax; tries++)
        {
            await agent.SignInAsync("1004", "wrong");
        }
        (await agent.SignInAsync("1004", server.PasswordOf("1004"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var security = await server.SignedInAsync("0001");

        (await security.SendAsync(HttpMethod.Post, "/api/people/1004/unlock")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await agent.SignInAsync("1004", server.PasswordOf("1004"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
