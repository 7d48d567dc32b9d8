using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Hotline.Telephony.Tests.Ari;
using Hotline.Testkit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests;

/// <summary>Asterisk may lose a stop of the music, so it is told several times; but never so late that it ends music that began since.</summary>
public sealed class MusicStopsTests : IAsyncLifetime, IInbox
{
    private static readonly CallId Call = new("c1");
    private static readonly LegId Citizen = new(new NodeId("n1"), "l1");
    private FakeAri _ari = null!;
    private AmiConnection _ami = null!;
    private AriClient _client = null!;
    private TelephonyOutbox _outbox = null!;

    public async ValueTask InitializeAsync()
    {
        _ari = await FakeAri.StartAsync();
        _ami = new AmiConnection(new AmiOptions("127.0.0.1", 1, "", ""), TimeProvider.System, NullLogger<AmiConnection>.Instance);
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _outbox = new TelephonyOutbox(
            _client, new AriRequests(TelephonyNode.App), new Recorder(_ami, _ari.Options, this),
            new FallbackQueue(_ami, NullLogger<FallbackQueue>.Instance), new EarlyMedia(_client, new AriRequests(TelephonyNode.App)), this,
            new NodeLag(), NullLogger<TelephonyOutbox>.Instance) { Open = true };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _ami.Dispose();
        await _ari.DisposeAsync();
    }

    ValueTask IInbox.PostAsync(Input input, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    [Fact]
    public async Task A_stop_is_told_again_until_no_piece_of_music_can_have_hidden_it()
    {
        _outbox.Send([new Effect.StartMusic(Call, Citizen), new Effect.StopMusic(Call, Citizen)]);

        var stops = 0;
        await _ari.Requests.FirstAsync(r => r.What == "DELETE channels/l1/moh" && ++stops == MusicStops.Times, "the last stop");
        stops.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Music_that_began_since_is_not_ended()
    {
        var other = new CallId("c2");
        _outbox.Send([new Effect.StopMusic(Call, Citizen)]);
        await _ari.Requests.FirstAsync(r => r.What == "DELETE channels/l1/moh", "the first stop");
        _outbox.Send([new Effect.StartMusic(Call, Citizen)]);
        await _ari.Requests.FirstAsync(r => r.What == "POST channels/l1/moh", "music");

        _outbox.Send([new Effect.StopMusic(other, Citizen with { Channel = "l2" })]); // its last comes later than any of the first call's could
        var stops = 0;
        await _ari.Requests.FirstAsync(r => r.What == "DELETE channels/l2/moh" && ++stops == MusicStops.Times, "the other's last stop");

        _ari.Requests.All.Select(r => r.What).SkipWhile(r => r != "POST channels/l1/moh").ShouldNotContain("DELETE channels/l1/moh");
    }
}
