using Hotline.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Exchange.Tests;

/// <summary>What the call loop outlives, and what it does not.</summary>
public sealed class FloorLoopTests : IDisposable
{
    private static readonly NodeId Node = new("n1");
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-loop").FullName;
    private readonly JournalCipher _cipher;
    private readonly FloorFigures _figures = new();
    private readonly FloorLoop _loop;

    public FloorLoopTests()
    {
        var clock = new SteadyClock(TimeProvider.System);
        _cipher = new JournalCipher(Path.Combine(_folder, "key"));
        var dispatcher = new EffectDispatcher(new Broken(), new Broken(), new CallerMemory(new RoutingSettings()), new Broken(), new Wishes(),
            _figures, NullLogger<EffectDispatcher>.Instance);
        _loop = new FloorLoop(Floors.New,
            new FloorJournal(new JournalFiles(_folder, TimeProvider.System), _cipher, Floors.New, TimeProvider.System,
                NullLogger<FloorJournal>.Instance),
            dispatcher, new CallerMemory(new RoutingSettings()), clock, TimeProvider.System, NullLogger<FloorLoop>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _loop.Dispose();
        _cipher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_shell_that_stumbles_over_an_effect_is_counted_and_the_floor_goes_on()
    {
        await _loop.StartAsync(Cancel);
        await _loop.PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []), Cancel);
        await _loop.PostAsync(
            new Input.CallArrived(new CallId("c1"), new TicketId("t1"), new LegId(Node, "x"), "carrier", "12345", "", "", DateTimeOffset.UnixEpoch),
            Cancel);

        (await _loop.ReadAsync(f => f.Calls.Count, Cancel)).ShouldBe(1);
        _figures.NotHanded.ShouldBeGreaterThan(0);
        await _loop.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_question_that_fails_is_the_askers_alone()
    {
        await _loop.StartAsync(Cancel);
        await Should.ThrowAsync<KeyNotFoundException>(_loop.ReadAsync<int>(_ => throw new KeyNotFoundException(), Cancel));
        (await _loop.ReadAsync(f => f.Calls.Count, Cancel)).ShouldBe(0);
        await _loop.StopAsync(Cancel);
    }

    /// <summary>What the floor holds can no longer be trusted: the server stops, calls talk on, the next start rebuilds it.</summary>
    [Fact]
    public async Task A_floor_that_breaks_ends_the_server()
    {
        await _loop.StartAsync(Cancel);
        var twice = new FoundLeg { Leg = new LegId(Node, "x"), Role = FoundRole.Party, Up = true };
        await _loop.PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [twice, twice], []), Cancel);
        await Should.ThrowAsync<ArgumentException>(_loop.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    [Fact]
    public async Task Post_facts_of_one_call_are_applied_in_their_order()
    {
        const int Calls = 200;
        await _loop.StartAsync(Cancel);
        await _loop.PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []), Cancel);
        for (var i = 0; i < Calls; i++)
        {
            var leg = new LegId(Node, $"x{i}");
            await _loop.PostAsync(
                new Input.CallArrived(new CallId($"c{i}"), new TicketId($"t{i}"), leg, "carrier", "12345", "", "", DateTimeOffset.UnixEpoch), Cancel);
            await _loop.PostAsync(new Input.LegEnded(leg, HangupCause.NormalClearing), Cancel); // before its arrival it would be nothing
        }
        (await _loop.ReadAsync(f => f.Calls.Values.Count(c => c.Live), Cancel)).ShouldBe(0);
        (await _loop.ReadAsync(f => f.Legs.Count, Cancel)).ShouldBe(0);
        _figures.Inputs.ShouldBe(1 + 2 * Calls);
        await _loop.StopAsync(Cancel);
    }

    /// <summary>People's wishes are refused where the phone's facts wait: none of those may be lost.</summary>
    [Fact]
    public async Task Post_full_inbox_waits_and_refuses_wishes()
    {
        for (var i = 0; i < FloorLoop.InboxCapacity; i++)
        {
            _loop.TryPost(new Input.ClockStruck()).ShouldBeTrue();
        }
        _loop.TryPost(new Input.ClockStruck()).ShouldBeFalse();
        var waiting = _loop.PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []), Cancel).AsTask();
        waiting.IsCompleted.ShouldBeFalse();

        await _loop.StartAsync(Cancel);
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        (await _loop.ReadAsync(f => f.NodeIsUp(Node), Cancel)).ShouldBeTrue();
        await _loop.StopAsync(Cancel);
    }

    [Fact]
    public async Task Read_between_two_facts_sees_all_that_were_posted_before()
    {
        await _loop.StartAsync(Cancel);
        (await _loop.ReadAsync(f => f.NodeIsUp(Node), Cancel)).ShouldBeFalse();
        await _loop.PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []), Cancel);
        (await _loop.ReadAsync(f => f.NodeIsUp(Node), Cancel)).ShouldBeTrue();
        await _loop.StopAsync(Cancel);
    }

    [Fact]
    public async Task Stop_is_no_error()
    {
        await _loop.StartAsync(Cancel);
        await _loop.ReadAsync(_ => 0, Cancel); // it has begun
        await _loop.StopAsync(Cancel);
        _loop.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
    }

    /// <summary>All ways out, each of which breaks.</summary>
    private sealed class Broken : IPhones, IRecords, IScreens
    {
        public void Send(IReadOnlyList<Effect> effects) => throw OnPurpose();

        public void Write(DateTimeOffset at, Effect effect) => throw OnPurpose();

        public void Show(AgentId agent, CallDistributor floor, DateTimeOffset now) => throw OnPurpose();

        public void ShowFloor(CallDistributor floor, DateTimeOffset now) => throw OnPurpose();

        public void ShowQueues(CallDistributor floor, DateTimeOffset now) => throw OnPurpose();

        private static InvalidOperationException OnPurpose() => new("broken on purpose");
    }
}
