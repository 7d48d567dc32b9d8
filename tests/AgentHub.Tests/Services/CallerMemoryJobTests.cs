using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tests.Config;
using Hotline.Persistence;
using Hotline.Routing.Numbers;
using Hotline.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>After a start the city knows who had whom, and who gave up his place; only where it asks for that.</summary>
public sealed class CallerMemoryJobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CityConfiguration Remembering => Cities.Kaifeng with
    {
        Settings = Cities.Kaifeng.Settings with { PlaceKeptFor = TimeSpan.FromMinutes(10), RepeatMatterSpan = TimeSpan.FromDays(2) },
        Numbers = new NumberBook(Cities.Kaifeng.Tenant, [new NumberPolicy
        {
            Tenant = Cities.Kaifeng.Tenant, Number = "12345", Mode = MergeMode.Main, Name = "12345", EffectiveFrom = new DateOnly(2022, 1, 1),
            Plan = new RoutingPlan(new RoutingStep(null, null, ChoiceOrder.PreviousHandler)),
        }]),
    };

    [Fact]
    public async Task Run_handlers_and_places_of_before_are_remembered()
    {
        await using var room = await Room.OpenAsync(Remembering);
        var now = room.Clock.Now;
        await room.Ledger.UpsertAsync(room.City.Tenant,
        [
            room.Record("c1", TerminalState.Answered, now.AddDays(-1), "13800000001", agent: "1001"),
            room.Record("c2", TerminalState.Answered, now.AddDays(-3), "13800000002", agent: "1002"),
            room.Record("c3", TerminalState.Abandoned, now.AddMinutes(-5), "13800000003"),
            room.Record("c4", TerminalState.Abandoned, now.AddMinutes(-30), "13800000004"),
        ], Cancel);

        await RunAsync(room);

        (await ArrivalAsync(room, "13800000001")).PreviousHandler.ShouldBe(new AgentId("1001"));
        (await ArrivalAsync(room, "13800000002")).PreviousHandler.ShouldBeNull("too long ago");
        (await ArrivalAsync(room, "13800000003")).KeptPlace!.Value.ShouldBe(now.AddMinutes(-5), TimeSpan.FromMilliseconds(1));
        (await ArrivalAsync(room, "13800000004")).KeptPlace.ShouldBeNull("too long ago");
    }

    [Fact]
    public async Task Run_city_that_asks_for_neither_reads_nothing()
    {
        await using var room = new Room(); // its database has no tables: whoever reads there fails
        await room.StartAsync();
        await RunAsync(room);
    }

    [Fact]
    public async Task Run_database_that_is_away_at_the_start_is_read_later()
    {
        await using var room = new Room(Remembering);
        await room.StartAsync();
        using var job = Job(room);
        await job.StartAsync(Cancel);
        job.ExecuteTask!.IsCompleted.ShouldBeFalse();

        await room.Database.MigrateAsync(Cancel);

        await job.ExecuteTask.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        room.Faults.Total.ShouldBe(0);
    }

    private static CallerMemoryJob Job(Room room) =>
        new(room.City, room.Ledger, room.Memory, room.Loop, room.Clock, new HastyTime(), room.Faults, NullLogger<CallerMemoryJob>.Instance);

    private static async Task RunAsync(Room room)
    {
        using var job = Job(room);
        await job.StartAsync(Cancel);
        await job.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        room.Faults.Total.ShouldBe(0);
    }

    private static Task<Input.CallArrived> ArrivalAsync(Room room, string caller) => room.Loop.ReadAsync(
        _ => (Input.CallArrived)room.Memory.Complete(
            new Input.CallArrived(new CallId("c9"), new TicketId("t9"), new LegId(new NodeId("n1"), "x"), "carrier", "12345", caller, "",
                room.Clock.Now), room.Clock.Now), Cancel);
}
