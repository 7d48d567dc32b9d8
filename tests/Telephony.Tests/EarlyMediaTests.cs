using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Tests.Ari;
using Microsoft.AspNetCore.Http;

namespace Hotline.Telephony.Tests;

/// <summary>What is made so that the agent hears a third party's line before it is answered, and that all of it goes again.</summary>
public sealed class EarlyMediaTests : IAsyncLifetime
{
    private const string Create = "POST channels/create", Ring = "POST channels/c1.p1/dial", Ear = "ear-c1.p1";
    private const string Open = $"POST bridges/{Ear}", Join = $"POST bridges/{Ear}/addChannel", Listen = $"POST channels/c1.a1.1007/snoop/{Ear}";
    private static readonly NodeId Node = new("n1");
    private static readonly LegId Party = new(Node, "c1.p1");
    private static readonly Effect.DialParty Dial = new(new CallId("c1"), Party, new LegId(Node, "x-1.0"), "subcentre", "12366", "138",
        TimeSpan.FromSeconds(30), new LegId(Node, "c1.a1.1007"));

    private FakeAri _ari = null!;
    private AriClient _client = null!;
    private EarlyMedia _early = null!;

    public async ValueTask InitializeAsync()
    {
        _ari = await FakeAri.StartAsync();
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _early = new EarlyMedia(_client, new AriRequests(TelephonyNode.App));
        Enters(Create, Party.Channel);
        Enters(Listen, Ear);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _ari.DisposeAsync();
    }

    [Fact]
    public async Task The_line_rings_before_anybody_listens_to_it_and_nothing_is_left()
    {
        (await _early.DialAsync(Dial)).Ok.ShouldBeTrue();
        Asked().ShouldBe([Create, Open, Join, Ring, Listen, Join]);

        await _early.EndAsync(Party);
        await _early.EndAsync(Party); // answered, and later gone
        Asked().Skip(6).ShouldBe([$"DELETE channels/{Ear}", $"DELETE bridges/{Ear}"]);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_made()
    {
        (await _early.DialAsync(Dial with { Listener = null })).Ok.ShouldBeTrue();
        await _early.EndAsync(Party);
        Asked().ShouldBe([Create, Ring]);
    }

    [Theory]
    [InlineData(Open)]
    [InlineData(Join)]
    [InlineData(Listen)]
    public async Task What_fails_of_the_ear_keeps_no_line_from_ringing(string request)
    {
        Refuses(request);
        (await _early.DialAsync(Dial)).Ok.ShouldBeTrue();
        Asked().ShouldContain(Ring);
    }

    [Fact]
    public async Task A_line_that_cannot_ring_is_told_and_leaves_nothing()
    {
        Refuses(Ring);
        (await _early.DialAsync(Dial)).Status.ShouldBe(StatusCodes.Status409Conflict);
        Asked().ShouldBe([Create, Open, Join, Ring, $"DELETE channels/{Ear}", $"DELETE bridges/{Ear}", "DELETE channels/c1.p1"]);
    }

    [Fact]
    public async Task A_line_that_cannot_be_made_is_told()
    {
        Refuses(Create);
        (await _early.DialAsync(Dial)).Status.ShouldBe(StatusCodes.Status409Conflict);
        Asked().ShouldBe([Create]);
    }

    private List<string> Asked() => [.. _ari.Requests.All.Select(r => r.What)];

    private void Refuses(string request) => _ari.Does(request, http =>
    {
        http.Response.StatusCode = StatusCodes.Status409Conflict;
        return Task.CompletedTask;
    });

    /// <summary>Asterisk's event comes with its answer.</summary>
    private void Enters(string request, string channel) => _ari.Does(request, http =>
    {
        _early.NoteEntry(channel);
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    });
}
