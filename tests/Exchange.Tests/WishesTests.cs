using Hotline.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Exchange.Tests;

/// <summary>A wish is carried out once, however often it is sent, and each who sent it gets the answer.</summary>
public sealed class WishesTests : IDisposable
{
    private static readonly AgentId Agent = new("1001");
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-wishes").FullName;
    private readonly JournalCipher _cipher;
    private readonly Wishes _wishes = new();
    private readonly FloorLoop _loop;

    public WishesTests()
    {
        _cipher = new JournalCipher(Path.Combine(_folder, "key"));
        var nobody = new Nobody();
        var dispatcher = new EffectDispatcher(nobody, nobody, new CallerMemory(new RoutingSettings()), nobody, _wishes, new FloorFigures(),
            NullLogger<EffectDispatcher>.Instance);
        _loop = new FloorLoop(Floors.New,
            new FloorJournal(new JournalFiles(_folder, TimeProvider.System), _cipher, Floors.New, TimeProvider.System,
                NullLogger<FloorJournal>.Instance),
            dispatcher, new CallerMemory(new RoutingSettings()), new SteadyClock(TimeProvider.System), TimeProvider.System,
            NullLogger<FloorLoop>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _loop.Dispose();
        _cipher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Ask_wish_that_the_floor_refuses_is_answered_with_the_reason()
    {
        await _loop.StartAsync(Cancel);
        (await _wishes.AskAsync(_loop, Ready("r1"), Cancel)).ShouldBe(Refusals.NotSignedIn);
        await _loop.StopAsync(Cancel);
    }

    [Fact]
    public async Task Ask_same_wish_twice_is_posted_once_and_answered_twice()
    {
        var (first, second) = (_wishes.AskAsync(_loop, Ready("r1"), Cancel), _wishes.AskAsync(_loop, Ready("r1"), Cancel));
        _loop.Backlog.ShouldBe(1);

        _wishes.Answer(new Effect.Reply(new RequestId("r1"), Refusals.InCall));

        (await first, await second).ShouldBe((Refusals.InCall, Refusals.InCall));
        (await _wishes.AskAsync(_loop, Ready("r1"), Cancel)).ShouldBe(Refusals.InCall, "the answer is kept for a repeat that comes late");
        _loop.Backlog.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_two_wishes_each_gets_its_own_answer()
    {
        var (first, second) = (_wishes.AskAsync(_loop, Ready("r1"), Cancel), _wishes.AskAsync(_loop, Ready("r2"), Cancel));
        _wishes.Answer(new Effect.Reply(new RequestId("r2"), null));
        _wishes.Answer(new Effect.Reply(new RequestId("r1"), Refusals.InCall));
        (await first, await second).ShouldBe((Refusals.InCall, null));
    }

    [Fact]
    public async Task Answer_second_one_changes_nothing()
    {
        var asked = _wishes.AskAsync(_loop, Ready("r1"), Cancel);
        _wishes.Answer(new Effect.Reply(new RequestId("r1"), null));
        _wishes.Answer(new Effect.Reply(new RequestId("r1"), Refusals.InCall));
        (await asked).ShouldBeNull();
    }

    [Fact]
    public void Answer_nobody_asked_is_passed_over() => Should.NotThrow(() => _wishes.Answer(new Effect.Reply(new RequestId("?"), null)));

    [Fact]
    public async Task Ask_when_the_inbox_is_full_is_refused_and_may_be_asked_again()
    {
        while (_loop.TryPost(new Input.ClockStruck()))
        {
        }
        await Should.ThrowAsync<TimeoutException>(_wishes.AskAsync(_loop, Ready("r1"), Cancel));

        await _loop.StartAsync(Cancel);
        await _loop.ReadAsync(_ => 0, Cancel);
        (await _wishes.AskAsync(_loop, Ready("r1"), Cancel)).ShouldBe(Refusals.NotSignedIn);
        await _loop.StopAsync(Cancel);
    }

    /// <summary>Kept for repeats, not for ever.</summary>
    [Fact]
    public async Task Ask_answers_of_long_ago_are_forgotten()
    {
        const int Kept = 5_000;
        await Answered("r0");
        for (var i = 1; i <= Kept; i++)
        {
            await Answered($"r{i}");
        }
        var before = _loop.Backlog;
        await Answered("r1");
        _loop.Backlog.ShouldBe(before, "one of those that are kept");
        var again = _wishes.AskAsync(_loop, Ready("r0"), Cancel);
        _loop.Backlog.ShouldBe(before + 1, "forgotten: asked anew");
        _wishes.Answer(new Effect.Reply(new RequestId("r0"), null));
        await again;
    }

    [Fact]
    public async Task Ask_whoever_gives_up_takes_nothing_from_the_others()
    {
        using var stop = new CancellationTokenSource();
        var (given, kept) = (_wishes.AskAsync(_loop, Ready("r1"), stop.Token), _wishes.AskAsync(_loop, Ready("r1"), Cancel));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        _wishes.Answer(new Effect.Reply(new RequestId("r1"), null));
        (await kept).ShouldBeNull();
    }

    private async Task Answered(string request)
    {
        var asked = _wishes.AskAsync(_loop, Ready(request), Cancel);
        _wishes.Answer(new Effect.Reply(new RequestId(request), null));
        await asked;
    }

    private static Input.StateRequested Ready(string request) => new(new RequestId(request), Agent, AgentState.Ready, null);

    private sealed class Nobody : IPhones, IRecords, IScreens
    {
        public void Send(IReadOnlyList<Effect> effects)
        {
        }

        public void Write(DateTimeOffset at, Effect effect)
        {
        }

        public void Show(AgentId agent, CallDistributor floor, DateTimeOffset now)
        {
        }

        public void ShowFloor(CallDistributor floor, DateTimeOffset now)
        {
        }

        public void ShowQueues(CallDistributor floor, DateTimeOffset now)
        {
        }
    }
}
