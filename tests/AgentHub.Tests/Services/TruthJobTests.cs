using Hotline.AgentHub.Config;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Health;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Tests.Ami;
using Hotline.Telephony.Tests.Ari;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>What floor, Asterisk and ledger say of the same thing is made to agree, and counted.</summary>
public sealed class TruthJobTests : IAsyncLifetime
{
    private static readonly NodeId Node = new("n1");
    private readonly FakeManager _manager = new();
    private readonly CancellationTokenSource _stop = new();
    private FakeAri _ari = null!;
    private Room _room = null!;
    private ServiceProvider _services = null!;
    private TruthJob _job = null!;
    private Task _answering = Task.CompletedTask;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_ari, _room) = (await FakeAri.StartAsync(), await Room.OpenAsync());
        var asterisk = _ari.Options with { AmiPort = _manager.Port, AmiUser = "hotline", AmiSecret = "secret", TruthSeconds = 1 };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IInbox>(new FloorInbox(_room.Loop));
        services.AddSingleton<IDutyInbox>(new DutyInbox());
        services.AddSingleton<IArrivalRules>(new CityArrivals(_room.City));
        services.AddHotlineTelephony(asterisk, epoch: 1);
        _services = services.BuildServiceProvider();
        _ = _services.GetRequiredService<AmiConnection>().RunAsync(_stop.Token);
        _answering = AnswerAsync();
        _job = new TruthJob(asterisk, _room.City, _services.GetRequiredService<NodeCensus>(), _room.Loop, _room.Ledger, _room.Writes, _room.Book,
            _room.Clock, new HastyTime(), _room.Faults,
            NullLogger<TruthJob>.Instance);
        await _room.Loop.PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _job.StopAsync(CancellationToken.None);
        _job.Dispose();
        await _stop.CancelAsync();
        await _answering;
        await _services.DisposeAsync();
        await _manager.DisposeAsync();
        await _ari.DisposeAsync();
        await _room.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Look_all_agree_counts_nothing()
    {
        await LookedAsync();
        _room.Book.Of(_room.Today).ShouldBeEmpty();
        _room.Faults.Total.ShouldBe(0);
    }

    /// <summary>The event of its end was lost: the call would wait for ever.</summary>
    [Fact]
    public async Task Look_leg_that_is_gone_ends_on_the_floor()
    {
        await _room.Loop.PostAsync(
            new Input.CallArrived(new CallId("c1"), new TicketId("t1"), new LegId(Node, "x-1"), "carrier", "12345", "", "", _room.Clock.Now), Cancel);
        await _job.StartAsync(Cancel);
        await Room.UntilAsync(() => _room.Loop.ReadAsync(f => f.Legs.Count == 0, Cancel), "the leg's end");
        _room.Book.Of(_room.Today).ShouldBe([(Difference.LegGone, 1)]);
    }

    [Fact]
    public async Task Look_bridge_of_no_call_is_removed_and_counted()
    {
        _ari.Says("GET bridges", """[{"id":"c9.b","channels":[]},{"id":"somebody's","channels":[]}]""");
        await _job.StartAsync(Cancel);
        await _ari.Requests.FirstAsync(r => r.What == "DELETE bridges/c9.b", "the bridge's removal");
        await Room.UntilAsync(() => Task.FromResult(_room.Book.LookedAt is not null), "the end of the look");
        _room.Book.Of(_room.Today)[0].Kind.ShouldBe(Difference.Bridge);
        _ari.Requests.All.ShouldNotContain(r => r.What.StartsWith("DELETE bridges/s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_open_row_of_no_call_is_closed_and_those_that_may_be_on_their_way_are_not()
    {
        await _room.Ledger.UpsertAsync(_room.City.Tenant,
            [_room.Record("c-old", null, _room.Clock.Now.AddMinutes(-5)), _room.Record("c-new", null, _room.Clock.Now)], Cancel);
        await LookedAsync();
        (await _room.RowAsync("c-old"))!.TerminalState.ShouldBe("abandoned");
        (await _room.RowAsync("c-new"))!.TerminalState.ShouldBeNull();
        _room.Book.Of(_room.Today).ShouldBe([(Difference.LedgerOpen, 1)]);
    }

    [Theory]
    [InlineData("channels", "<html>")]
    [InlineData("bridges", null)]
    public async Task Look_list_that_fails_is_taken_later(string list, string? answer)
    {
        var asked = 0;
        _ari.Does("GET " + list, async http =>
        {
            if (Interlocked.Increment(ref asked) > 2)
            {
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "[]");
            }
            else if (answer is null)
            {
                http.Response.StatusCode = 503;
            }
            else
            {
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, answer);
            }
        });
        await LookedAsync();
        asked.ShouldBeGreaterThan(2);
        _room.Faults.Total.ShouldBe(0);
    }

    private async Task LookedAsync()
    {
        await _job.StartAsync(Cancel);
        await Room.UntilAsync(() => Task.FromResult(_room.Book.LookedAt is not null), "a whole look");
    }

    /// <summary>The manager interface lists no channels, as often as it is asked.</summary>
    private async Task AnswerAsync()
    {
        try
        {
            using var session = await _manager.SignInAsync(_stop.Token);
            while (true)
            {
                var asked = await session.ReadActionAsync(_stop.Token);
                var id = $"ActionID: {asked["ActionID"]}\r\n";
                await session.WriteAsync(
                    $"Response: Success\r\n{id}EventList: start\r\n\r\nEvent: CoreShowChannelsComplete\r\n{id}EventList: Complete\r\nListItems: 0\r\n\r\n", _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or KeyNotFoundException or ObjectDisposedException)
        {
            // the end of the test
        }
    }
}
