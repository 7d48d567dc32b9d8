using System.Net;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Notices;
using Hotline.AgentHub.Tests.Config;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Testkit;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Notices;

/// <summary>
/// Notices on a real database, to a real gateway that fails, stalls and is told twice: each arrives once, in order, or lies where somebody sees it.
/// </summary>
public sealed class NoticeSenderTests : IAsyncLifetime
{
    private const string Caller = "13800006021", Unit = "kf-cg";
    private static readonly CityConfiguration City = Cities.Kaifeng with
    {
        NoticeContacts = new Dictionary<string, NoticeContact> { [Unit] = new("13900000001", "cg@example.gov.cn") },
    };

    private readonly HandTime _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-notices").FullName;
    private readonly ServiceFaults _faults = new();
    private Database _database = null!;
    private Gateway _gateway = null!;
    private SteadyClock _clock = null!;
    private SmsGateway _carrier = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DeliveryStore Store => new(_database);

    public async ValueTask InitializeAsync()
    {
        _database = Open();
        await _database.MigrateAsync(Cancel);
        _gateway = await Gateway.OpenAsync();
        _clock = new SteadyClock(_time);
        _carrier = new SmsGateway(SmsGatewayTests.Of(_gateway.Url), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        await _gateway.DisposeAsync();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Requirement("TKT-22", Shows = "what a citizen is told of each step reaches his telephone in the order of the steps, each once, whatever the gateway does")]
    public async Task Notices_of_a_ticket_arrive_in_order_though_the_gateway_fails_in_between()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a", "已受理"), Row("b", "已转办"), Row("c", "已办结")], Cancel);
        _gateway.Answer = (message, http) =>
        {
            var down = message.Text == "已转办" && _gateway.Asked.All.Count(asked => asked.Text == "已转办") < 2;
            http.Response.StatusCode = down ? 503 : 200;
            return Task.FromResult(!down);
        };

        for (var round = 0; round < 3; round++)
        {
            await Sender().SendDueAsync(Cancel);
            _time.Pass(TimeSpan.FromMinutes(3));
        }

        _gateway.Delivered.Select(message => message.Text).ShouldBe(["已受理", "已转办", "已办结"]);
        _gateway.Asked.All.Select(message => message.Text).ShouldBe(["已受理", "已转办", "已转办", "已转办", "已办结"]);
        (await StatesAsync()).ShouldBe([(DeliveryStates.Sent, "", 1), (DeliveryStates.Sent, "", 3), (DeliveryStates.Sent, "", 1)]);
    }

    [Fact]
    public async Task What_failed_waits_longer_each_time_and_is_dead_in_the_end_and_what_came_after_it_goes_on()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a", "已受理"), Row("b", "已转办")], Cancel);
        _gateway.Answer = (message, http) =>
        {
            http.Response.StatusCode = message.Text == "已受理" ? 500 : 200;
            return Task.FromResult(message.Text != "已受理");
        };

        await Sender().SendDueAsync(Cancel);
        (await Sender().SendDueAsync(Cancel)).ShouldBe(0, "nothing is due yet");
        _time.Pass(TimeSpan.FromSeconds(23));
        (await Sender().SendDueAsync(Cancel)).ShouldBe(0, "half a minute, a fifth less at the least");
        _time.Pass(TimeSpan.FromSeconds(14));
        (await Sender().SendDueAsync(Cancel)).ShouldBe(1);
        _time.Pass(TimeSpan.FromSeconds(73));
        (await Sender().SendDueAsync(Cancel)).ShouldBe(2, "the third is the last, and the next of the lane goes at once");

        (await StatesAsync()).ShouldBe([(DeliveryStates.Dead, "busy", 3), (DeliveryStates.Sent, "", 1)]);
        (await Store.AgainAsync(City.Tenant, ["a"], _clock.Now, Cancel)).ShouldBe(1);
        _gateway.Says(HttpStatusCode.OK);
        await Sender().SendDueAsync(Cancel);
        _gateway.Asked.All.Where(message => message.Text == "已受理").Select(message => message.Key).ShouldBe(["a-1", "a-1", "a-1", "a-2"]);
        (await StatesAsync())[0].ShouldBe((DeliveryStates.Sent, "", 1));
    }

    [Fact]
    public async Task Refusal_for_good_is_dead_at_once()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a", "已受理")], Cancel);
        _gateway.Says(HttpStatusCode.BadRequest);

        await Sender().SendDueAsync(Cancel);

        var row = (await Store.OfTicketAsync("t1", Cancel)).ShouldHaveSingleItem();
        (row.State, row.Reason, row.Detail, row.Attempts, row.DueAt).ShouldBe((DeliveryStates.Dead, "refused", "HTTP 400", 1, null));
    }

    [Fact]
    public async Task Server_that_ends_before_the_answer_tells_it_again_under_the_same_key_and_the_citizen_hears_it_once()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a", "已受理"), Row("b", "已转办")], Cancel);
        using var stop = new CancellationTokenSource();
        _gateway.Answer = async (_, http) =>
        {
            // It was taken; the answer comes when nobody listens any more.
            await stop.CancelAsync();
            return true;
        };
        await Should.ThrowAsync<OperationCanceledException>(() => Sender().SendDueAsync(stop.Token));
        await _gateway.Asked.FirstAsync(_ => true, "the first");
        _database.Dispose();

        _database = Open();
        _gateway.Says(HttpStatusCode.OK);
        await Sender().SendDueAsync(Cancel);

        _gateway.Asked.All.Select(message => message.Key).ShouldBe(["a-1", "a-1", "b-1"]);
        _gateway.Delivered.Select(message => message.Text).ShouldBe(["已受理", "已转办"]);
        (await StatesAsync()).ShouldBe([(DeliveryStates.Sent, "", 1), (DeliveryStates.Sent, "", 1)]);
    }

    [Fact]
    public async Task Slow_answer_holds_up_its_own_lane_alone()
    {
        await TicketAsync("t1");
        await TicketAsync("t2");
        var release = new TaskCompletionSource<bool>();
        _gateway.Answer = (message, _) => message.Text == "慢" ? release.Task : Task.FromResult(true);
        await Store.QueueAsync([], [Row("a", "慢"), Row("b", "快", "t2")], Cancel);

        var sending = Sender().SendDueAsync(Cancel);
        (await _gateway.Asked.FirstAsync(message => message.Text == "快", "the other's")).Number.ShouldBe(Caller);
        release.SetResult(true);
        (await sending).ShouldBe(2);
        _gateway.Delivered.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Way_that_is_not_set_up_says_so_and_fails_nothing()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a", "已受理"), Row("b", "已转办")], Cancel);

        await Sender(carrier: null).SendDueAsync(Cancel);

        (await StatesAsync()).ShouldBe([(DeliveryStates.Skipped, "notSetUp", 0), (DeliveryStates.Skipped, "notSetUp", 0)]);
        (await Store.CountAsync(City.Tenant, DeliveryStates.Dead, Cancel)).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "noNumber")]
    [InlineData("037112345678", "noMobile")]
    [InlineData("10086", "noMobile")]
    public async Task Caller_without_a_mobile_gets_no_message_and_the_row_says_why(string caller, string why)
    {
        await TicketAsync("t1", caller);
        await Store.QueueAsync([], [Row("a", "已受理")], Cancel);

        await Sender().SendDueAsync(Cancel);

        (await StatesAsync()).ShouldBe([(DeliveryStates.Skipped, why, 0)]);
        _gateway.Asked.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Caller_who_wants_none_gets_none()
    {
        await TicketAsync("t1", "+86 138 0000 6021");
        await Store.RefuseAsync(City.Tenant, Caller, refused: true, "1001", _clock.Now, Cancel);
        await Store.QueueAsync([], [Row("a", "已受理")], Cancel);

        await Sender().SendDueAsync(Cancel);

        (await StatesAsync()).ShouldBe([(DeliveryStates.Skipped, "optedOut", 0)]);
        _gateway.Asked.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Unit_is_reached_by_its_post_and_one_without_is_said_so()
    {
        await TicketAsync("t1");
        var row = Row("a", "请签收") with { Audience = "units", Unit = Unit, Lane = "unit" };
        await Store.QueueAsync([], [row, row with { DeliveryId = "b", Unit = "kf-gas", Lane = "gas" }], Cancel);

        await Sender().SendDueAsync(Cancel);

        _gateway.Delivered.ShouldHaveSingleItem().Number.ShouldBe("13900000001");
        (await StatesAsync()).ShouldBe([(DeliveryStates.Sent, "", 1), (DeliveryStates.Skipped, "noAddress", 0)]);
    }

    private NoticeSender Sender() => Sender(_carrier);

    private NoticeSender Sender(SmsGateway? carrier) => new(
        Hotline.Tickets.Notices.NoticeChannel.Sms, carrier, 3, Store, new TicketStore(_database), City, _clock, _faults,
        NullLogger.Instance);

    private Database Open() => Database.Open(new DatabaseOptions("sqlite", $"Data Source={_folder}/hotline.db"), TimeProvider.System);

    private async Task TicketAsync(string id, string caller = Caller) => await new TicketStore(_database).OpenDraftAsync(
        TicketOpenings.Of(City.Tenant, new TicketId(id), new CallId("c-" + id), new AgentId("1001"), "12345", caller, _clock.Now), Cancel);

    private async Task<IReadOnlyList<(string State, string Reason, int Attempts)>> StatesAsync() =>
        [.. (await Store.OfTicketAsync("t1", Cancel)).Select(row => (row.State, row.Reason, row.Attempts))];

    private DeliveryRow Row(string id, string text, string ticket = "t1") => new()
    {
        DeliveryId = id, Tenant = City.Tenant.Value, TicketId = ticket, StepNo = 2, StepCode = "accepted", What = "accepted", Way = "sms",
        Audience = "citizen", Lane = ticket, Body = text, CreatedAt = _clock.Now, DueAt = _clock.Now,
    };
}
