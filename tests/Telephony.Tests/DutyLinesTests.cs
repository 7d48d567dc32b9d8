using System.Collections.Concurrent;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Tests.Ari;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests;

/// <summary>What is asked of Asterisk to ring somebody on duty, and what its events say of him.</summary>
public sealed class DutyLinesTests : IAsyncLifetime, IDutyInbox
{
    private const string Channel = "duty-t-7-1-2";
    private static readonly DutyLine Line = new("t-7", 1, 2);
    private readonly ConcurrentQueue<DutyNews> _news = new();
    private FakeAri _ari = null!;
    private AriClient _client = null!;
    private DutyLines _lines = null!;

    public async ValueTask InitializeAsync()
    {
        _ari = await FakeAri.StartAsync();
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _lines = new DutyLines(_client, this, NullLogger<DutyLines>.Instance);
        string[] asked = [$"POST channels/{Channel}", $"DELETE channels/{Channel}", $"DELETE playbacks/{Channel}.1", $"DELETE playbacks/{Channel}.2"];
        foreach (var what in asked.Concat(new[] { 0, 1, 2 }.Select(n => $"POST channels/{Channel}/play/{Channel}.{n}")))
        {
            _ari.Says(what, "{}");
        }
        _lines.Seen([]);
        _news.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _ari.DisposeAsync();
    }

    [Fact]
    public async Task A_line_is_rung_by_its_name_on_its_trunk_under_the_hotlines_number_and_goes_nowhere_else()
    {
        _lines.Ring(Line, "13900000001", "carrier", "12345", TimeSpan.FromSeconds(30));

        var (what, body) = await AskedAsync(1);
        what.ShouldBe($"POST channels/{Channel}");
        body.ShouldBe("{\"endpoint\":\"PJSIP/13900000001@carrier\",\"app\":\"hotline\",\"appArgs\":\"duty\",\"callerId\":\"12345\","
            + "\"timeout\":32,\"variables\":{\"FORWARD_CONTEXT\":\"nowhere\"}}");
        _news.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_notice_is_read_again_in_place_of_the_reading_before_and_so_are_the_thanks()
    {
        _lines.Read(Line, 1, special: true, "000123");
        _lines.Read(Line, 2, special: false, "9");
        _lines.Thank(Line, 2);
        _lines.HangUp(Line);

        await AskedAsync(6);
        _ari.Requests.All.Select(r => r.What).ShouldBe(
        [
            $"POST channels/{Channel}/play/{Channel}.1", $"DELETE playbacks/{Channel}.1", $"POST channels/{Channel}/play/{Channel}.2",
            $"DELETE playbacks/{Channel}.2", $"POST channels/{Channel}/play/{Channel}.0", $"DELETE channels/{Channel}",
        ]);
        _ari.Requests.All[0].Body.ShouldBe("{\"media\":["
            + "\"sound:hotline/duty-notice\",\"sound:hotline/duty-special-urgent\",\"sound:hotline/duty-number\",\"sound:hotline/digit-0\","
            + "\"sound:hotline/digit-0\",\"sound:hotline/digit-0\",\"sound:hotline/digit-1\",\"sound:hotline/digit-2\",\"sound:hotline/digit-3\","
            + "\"sound:hotline/duty-keys\"]}");
        _ari.Requests.All[2].Body.ShouldContain("duty-special\"");
        _ari.Requests.All[4].Body.ShouldBe("""{"media":["sound:hotline/duty-thanks"]}""");
    }

    [Fact]
    public async Task A_ring_that_is_refused_is_told_and_one_that_stands_already_is_not()
    {
        Answers($"POST channels/{Channel}", StatusCodes.Status409Conflict);
        _lines.Ring(Line, "139", "carrier", "12345", TimeSpan.FromSeconds(30));
        await AskedAsync(1);
        Answers($"POST channels/{Channel}", StatusCodes.Status400BadRequest);
        _lines.Ring(Line, "139", "carrier", "12345", TimeSpan.FromSeconds(30));

        (await NewsAsync()).ShouldBe(new DutyNews.Ended(Line, DutyLineEnd.Failed));
    }

    [Fact]
    public async Task A_notice_that_cannot_be_read_is_over()
    {
        Answers($"POST channels/{Channel}/play/{Channel}.1", StatusCodes.Status404NotFound);
        _lines.Read(Line, 1, special: true, "1");
        (await NewsAsync()).ShouldBe(new DutyNews.ReadingEnded(Line, 1));
    }

    [Fact]
    public void While_the_node_is_away_nothing_is_asked()
    {
        _lines.Open = false;
        _lines.HangUp(Line);
        _ari.Requests.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("StasisStart", 0, 0, "Answered")]
    [InlineData("StasisEnd", 0, 0, "Failed")]
    [InlineData("ChannelDestroyed", 17, 486, "Busy")]
    [InlineData("ChannelDestroyed", 21, 603, "Refused")]
    [InlineData("ChannelDestroyed", 19, 0, "NoAnswer")]
    [InlineData("ChannelDestroyed", 18, 0, "NoAnswer")]
    [InlineData("ChannelDestroyed", 17, 302, "Failed")] // he has his calls sent elsewhere
    [InlineData("ChannelDestroyed", 27, 0, "Failed")]
    [InlineData("ChannelStateChange", 0, 0, "")]
    public void Event_of_a_line_says_what_became_of_it(string type, int cause, int techCause, string news)
    {
        _lines.Take(new AriEvent { Type = type, Channel = new AriChannel { Id = Channel }, Cause = cause, TechCause = techCause }).ShouldBeTrue();
        string.Concat(_news.Select(n => n is DutyNews.Ended ended ? ended.End.ToString() : n.GetType().Name)).ShouldBe(news);
    }

    [Fact]
    public void Keys_and_readings_are_told_and_what_is_no_duty_lines_is_left_to_others()
    {
        _lines.Take(new AriEvent { Type = "ChannelDtmfReceived", Channel = new AriChannel { Id = Channel }, Digit = "1" }).ShouldBeTrue();
        _lines.Take(new AriEvent { Type = "PlaybackFinished", Playback = new AriPlayback { Id = Channel + ".2" } }).ShouldBeTrue();
        _lines.Take(new AriEvent { Type = "PlaybackFinished", Playback = new AriPlayback { Id = "duty-x.y" } }).ShouldBeTrue();
        _lines.Take(new AriEvent { Type = "StasisStart", Channel = new AriChannel { Id = "duty-x" } }).ShouldBeTrue();
        _lines.Take(new AriEvent { Type = "StasisStart", Channel = new AriChannel { Id = "x-1.0" } }).ShouldBeFalse();
        _lines.Take(new AriEvent { Type = "PlaybackFinished", Playback = new AriPlayback { Id = "c1.Greeting" } }).ShouldBeFalse();

        _news.ShouldBe([new DutyNews.KeyPressed(Line, '1'), new DutyNews.ReadingEnded(Line, 2)]);
    }

    [Theory]
    [InlineData("duty-t-7-1-2", true)]
    [InlineData("duty-t1m8gf764c8kx1wy-1-2", true)]
    [InlineData("duty-t-1", false)]
    [InlineData("duty-t-1-x", false)]
    [InlineData("c1.p1", false)]
    public void A_lines_name_is_read_back(string name, bool isOne) => (DutyLine.Of(name)?.Channel).ShouldBe(isOne ? name : null);

    void IDutyInbox.Post(DutyNews news) => _news.Enqueue(news);

    private void Answers(string what, int status) => _ari.Does(what, http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private async Task<(string What, string Body)> AskedAsync(int count) =>
        await _ari.Requests.FirstAsync(_ => true, "a request", from: count - 1);

    private async Task<DutyNews> NewsAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        DutyNews? news;
        while (!_news.TryDequeue(out news))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
        return news;
    }
}
