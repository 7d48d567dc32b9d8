using System.Threading.Channels;
using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Hotline.Telephony.Tests.Ami;
using Hotline.Telephony.Tests.Ari;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests;

/// <summary>The life with one Asterisk, where it misbehaves as the real one does not on demand.</summary>
public sealed class TelephonyNodeTests : IAsyncLifetime, IInbox, IDutyInbox
{
    private const long Epoch = 100;
    private const string WaitingCaller = """
        [{"id":"x-1","name":"PJSIP/carrier-1","state":"Up","dialplan":{"context":"fallback","exten":"12345","app_name":"Queue","app_data":""},"creationtime":"2026-04-01T01:00:00.000+0000"}]
        """;

    private readonly System.Collections.Concurrent.ConcurrentQueue<DutyNews> _duty = new();
    private readonly Channel<Input> _inputs = Channel.CreateUnbounded<Input>();
    private readonly ServiceFaults _faults = new();
    private readonly Replacement _replacement = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    private FakeAri _ari = null!;
    private FakeManager _manager = null!;
    private AriClient _client = null!;
    private AmiConnection _ami = null!;
    private TelephonyOutbox _outbox = null!;
    private TelephonyNode _node = null!;

    private CancellationToken Cancel => _stop.Token;

    public async ValueTask InitializeAsync()
    {
        (_ari, _manager) = (await FakeAri.StartAsync(), new FakeManager());
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _ami = new AmiConnection(new AmiOptions("127.0.0.1", _manager.Port, "hotline", "secret") { PingInterval = TimeSpan.FromSeconds(20) },
            TimeProvider.System, NullLogger<AmiConnection>.Instance);
        var fallback = new FallbackQueue(_ami, NullLogger<FallbackQueue>.Instance);
        var early = new EarlyMedia(_client, new AriRequests(TelephonyNode.App));
        _outbox = new TelephonyOutbox(_client, new AriRequests(TelephonyNode.App), new Recorder(_ami, _ari.Options, this), fallback, early, this,
            new NodeLag(), NullLogger<TelephonyOutbox>.Instance);
        var time = new HastyTime();
        var duty = new DutyLines(_client, this, NullLogger<DutyLines>.Instance);
        _node = new TelephonyNode(_ari.Options, _client, new NodeEpoch(_client, Epoch), _outbox, duty, early, fallback, this, new IdSource(time),
            new PlainRules(),
            new NodeLag(), time,
            _replacement, _faults, NullLogger<TelephonyNode>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.StopAsync(CancellationToken.None);
        await _stop.CancelAsync();
        _node.Dispose();
        _ami.Dispose();
        _client.Dispose();
        await _ari.DisposeAsync();
        await _manager.DisposeAsync();
        _stop.Dispose();
    }

    void IDutyInbox.Post(DutyNews news) => _duty.Enqueue(news);

    ValueTask IInbox.PostAsync(Input input, CancellationToken cancellationToken) => _inputs.Writer.WriteAsync(input, cancellationToken);

    [Theory]
    [InlineData("<html>overloaded</html>")]
    [InlineData(null)]
    public async Task Adoption_after_a_listing_that_failed_goes_on(string? listing)
    {
        _ = _ami.RunAsync(Cancel);
        using var manager = await _manager.SignInAsync(Cancel);
        await _node.StartAsync(Cancel);
        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBeOfType<Input.NodeSnapshot>();
        var listings = 0;
        _ari.Does("GET channels", async http =>
        {
            if (Interlocked.Increment(ref listings) > 2)
            {
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, WaitingCaller);
            }
            else if (listing is null)
            {
                http.Response.StatusCode = 500;
            }
            else
            {
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, listing);
            }
        });

        var taken = await manager.ReadActionAsync(Cancel);

        (taken["Action"], taken["Channel"], taken["Context"]).ShouldBe(("Redirect", "PJSIP/carrier-1", FallbackQueue.AdoptContext));
        _faults.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Connect_listing_that_is_no_json_is_tried_again()
    {
        _ari.Says("GET bridges", "no JSON");
        await _node.StartAsync(Cancel);
        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBeOfType<Input.NodeLost>();
        _ari.Says("GET bridges", "[]");

        while (await _inputs.Reader.ReadAsync(Cancel) is not Input.NodeSnapshot)
        {
        }
        _node.ExecuteTask!.IsCompleted.ShouldBeFalse();
    }

    /// <summary>The lines of people on duty are told where they belong, and not to the floor as a citizen.</summary>
    [Fact]
    public async Task Connect_tells_of_duty_lines_that_are_up_and_the_floor_hears_of_none()
    {
        _ari.Says("GET channels", """
            [{"id":"duty-t-1-2-3","name":"PJSIP/carrier-1","state":"Up",
              "dialplan":{"context":"from-carrier","exten":"s","app_name":"Stasis","app_data":"hotline,duty"}},
             {"id":"duty-t-2-1-1","name":"PJSIP/carrier-2","state":"Ringing",
              "dialplan":{"context":"from-carrier","exten":"s","app_name":"","app_data":""}}]
            """);
        await _node.StartAsync(Cancel);

        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBeOfType<Input.NodeSnapshot>().Legs.ShouldBeEmpty();
        while (_duty.IsEmpty)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancel);
        }
        _duty.ShouldHaveSingleItem().ShouldBeOfType<DutyNews.NodeSeen>().Lines
            .ShouldBe([(new DutyLine("t-1", 2, 3), true), (new DutyLine("t-2", 1, 1), false)]);
    }

    /// <summary>An older server that comes back to life must not take the calls from the one that took over.</summary>
    [Fact]
    public async Task Connect_where_somebody_started_later_commands_stays_away_for_good()
    {
        _ari.Says("GET asterisk/variable", $$"""{"value":"{{Epoch + 1}}"}""");
        await _node.StartAsync(Cancel);
        await _node.ExecuteTask!.WaitAsync(Cancel);

        _replacement.Replaced.ShouldBeTrue();
        _outbox.Open.ShouldBeFalse();
        _ari.Requests.All.ShouldNotContain(r => r.What.StartsWith("SOCKET", StringComparison.Ordinal)
            || r.What.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("100")]
    [InlineData("")]
    [InlineData("rubbish")]
    public async Task Connect_where_nobody_started_later_claims_the_node(string greatest)
    {
        _ari.Says("GET asterisk/variable", $$"""{"value":"{{greatest}}"}""");
        await _node.StartAsync(Cancel);

        var (_, body) = await _ari.Requests.FirstAsync(r => r.What == "POST asterisk/variable", "the claim");

        body.ShouldContain(NodeEpoch.Variable);
        body.ShouldContain("\"100\"");
    }

    [Theory]
    [InlineData("{\"type\":\"StasisEnd\",\"chan")]
    [InlineData("""{"type":"StasisStart","args":["inbound","12345","carrier"],"channel":{"id":null}}""")]
    [InlineData("""{"type":"StasisStart","args":null,"channel":{"id":"x-2","name":null,"dialplan":{"app_data":null}}}""")]
    [InlineData("""{"type":"PlaybackFinished","playback":{}}""")]
    [InlineData("(a megabyte)")]
    public async Task Listen_event_that_is_malformed_costs_itself_alone(string malformed)
    {
        await _node.StartAsync(Cancel);
        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBeOfType<Input.NodeSnapshot>();

        _ari.Tells("""{"type":"StasisEnd","channel":{"id":"x-1"}}""");
        _ari.Tells(malformed == "(a megabyte)" ? new string(' ', 2 << 20) + "{}" : malformed);
        _ari.Tells("""{"type":"StasisEnd","channel":{"id":"x-3"}}""");

        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBe(new Input.LegEnded(new LegId(new NodeId("n1"), "x-1"), HangupCause.NormalClearing));
        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBe(new Input.LegEnded(new LegId(new NodeId("n1"), "x-3"), HangupCause.NormalClearing));
        _faults.Total.ShouldBe(0);
        _outbox.Open.ShouldBeTrue();
    }

    [Fact]
    public async Task Listen_recorded_replacement_goes_passive_for_good_after_what_came_before()
    {
        await _node.StartAsync(Cancel);
        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBeOfType<Input.NodeSnapshot>();
        foreach (var line in Golden.Lines("replaced"))
        {
            _ari.Tells(line);
        }

        await _node.ExecuteTask!.WaitAsync(Cancel);

        (await _inputs.Reader.ReadAsync(Cancel)).ShouldBeOfType<Input.CallArrived>();
        (_replacement.Replaced, _outbox.Open).ShouldBe((true, false));
    }

    [Fact]
    public async Task Outbox_what_waits_in_a_lane_when_we_are_replaced_is_not_sent()
    {
        TaskCompletionSource release = new();
        _ari.Does("POST channels/x-1/answer", async http =>
        {
            await release.Task;
            http.Response.StatusCode = 204;
        });
        _outbox.Open = true;
        var (call, leg) = (new CallId("c1"), new LegId(new NodeId("n1"), "x-1"));
        _outbox.Send([new Effect.AnswerCall(call, leg), new Effect.StartMusic(call, leg)]);
        await _ari.Requests.FirstAsync(r => r.What == "POST channels/x-1/answer", "the first command");

        _outbox.Open = false;
        release.SetResult();
        _outbox.Open.ShouldBeFalse();
        await _outbox.DrainedAsync().WaitAsync(Cancel);

        _ari.Requests.All.ShouldNotContain(r => r.What.Contains("moh", StringComparison.Ordinal));
    }
}
