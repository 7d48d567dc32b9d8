using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Tests.Ami;
using Hotline.Telephony.Tests.Ari;
using Hotline.Testkit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests;

/// <summary>Both of Asterisk's interfaces say what there is, or there is no census.</summary>
public sealed class NodeCensusTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    private FakeAri _ari = null!;
    private FakeManager _manager = null!;
    private AriClient _client = null!;
    private AmiConnection _ami = null!;
    private NodeCensus _census = null!;

    private CancellationToken Cancel => _stop.Token;

    public async ValueTask InitializeAsync()
    {
        (_ari, _manager) = (await FakeAri.StartAsync(), new FakeManager());
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _ami = new AmiConnection(new AmiOptions("127.0.0.1", _manager.Port, "hotline", "secret") { PingInterval = TimeSpan.FromSeconds(20) },
            TimeProvider.System, NullLogger<AmiConnection>.Instance);
        _census = new NodeCensus(_ari.Options, _client, _ami, new IdSource(new HandTime()), new PlainRules(), new HandTime());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _ami.Dispose();
        _client.Dispose();
        await _manager.DisposeAsync();
        await _ari.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Take_both_interfaces_are_asked()
    {
        _ari.Says("GET channels", """[{"id":"x-1","name":"PJSIP/carrier-1","state":"Up","dialplan":{"app_name":"Stasis","app_data":"hotline,inbound,12345,carrier"}}]""");
        _ari.Says("GET bridges", """[{"id":"c9.b","channels":[]}]""");
        using var manager = await SignInAsync();
        var taking = _census.TakeAsync(Cancel);
        var asked = await manager.ReadActionAsync(Cancel);
        asked["Action"].ShouldBe("CoreShowChannels");
        var id = $"ActionID: {asked["ActionID"]}\r\n";
        await manager.WriteAsync(
            $"Response: Success\r\n{id}EventList: start\r\n\r\nEvent: CoreShowChannel\r\n{id}Uniqueid: x-1\r\n\r\nEvent: CoreShowChannel\r\n{id}Uniqueid: x-2\r\n\r\n"
            + $"Event: CoreShowChannelsComplete\r\n{id}EventList: Complete\r\nListItems: 2\r\n\r\n", Cancel);

        var census = await taking;

        census.Found.Legs.ShouldHaveSingleItem().Leg.Channel.ShouldBe("x-1");
        census.Managed.ShouldBe(["x-1", "x-2"], ignoreOrder: true);
        census.OrphanBridges.ShouldBe(["c9.b"]);
    }

    [Fact]
    public async Task Take_manager_that_is_away_is_no_census() => await Should.ThrowAsync<IOException>(_census.TakeAsync(Cancel));

    [Fact]
    public async Task Take_ari_that_is_away_is_no_census()
    {
        using var manager = await SignInAsync();
        _ari.Does("GET channels", http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await Should.ThrowAsync<HttpRequestException>(_census.TakeAsync(Cancel));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    public async Task Remove_bridge_one_that_may_be_gone_already_is_no_error(int status)
    {
        _ari.Does("DELETE bridges/c9.b", http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await _census.RemoveBridgeAsync("c9.b", Cancel);
        _ari.Requests.All.ShouldHaveSingleItem().What.ShouldBe("DELETE bridges/c9.b");
    }

    private async Task<FakeManager.Session> SignInAsync()
    {
        TaskCompletionSource signedIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ami.SignedIn += signedIn.SetResult;
        _ = _ami.RunAsync(Cancel);
        var session = await _manager.SignInAsync(Cancel);
        await signedIn.Task.WaitAsync(Cancel);
        return session;
    }
}
