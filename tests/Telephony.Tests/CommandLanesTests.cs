using Hotline.Testkit;

namespace Hotline.Telephony.Tests;

/// <summary>In order within a lane, lanes side by side.</summary>
public sealed class CommandLanesTests
{
    private readonly Happenings<string> _done = new("the lanes");
    private readonly Dictionary<string, TaskCompletionSource> _held = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_many_into_one_lane_are_done_in_their_order_and_one_at_a_time()
    {
        const int Count = 2_000;
        int running = 0, most = 0;
        List<int> order = [];
        var lanes = new CommandLanes<int>(async n =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            order.Add(n);
            await Task.Yield();
            Interlocked.Decrement(ref running);
        });
        for (var n = 0; n < Count; n++)
        {
            lanes.Add("a", n);
        }
        await lanes.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
        order.ShouldBe(Enumerable.Range(0, Count));
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Add_lane_that_hangs_holds_up_nobody_else()
    {
        var lanes = Lanes();
        Hold("a1");
        lanes.Add("a", "a1");
        lanes.Add("a", "a2");
        lanes.Add("b", "b1");

        await _done.FirstAsync(d => d == "b1", "the other lane's work");
        _done.All.ShouldBe(["b1"]);

        _held["a1"].SetResult();
        await lanes.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
        _done.All.ShouldBe(["b1", "a1", "a2"]);
    }

    [Fact]
    public async Task Add_from_many_threads_loses_nothing_and_keeps_each_ones_order()
    {
        const int Writers = 8, Each = 500;
        List<(int Writer, int N)> order = [];
        var lanes = new CommandLanes<(int Writer, int N)>(work =>
        {
            order.Add(work);
            return Task.CompletedTask;
        });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() =>
        {
            for (var n = 0; n < Each; n++)
            {
                lanes.Add("a", (w, n));
            }
        }, Cancel)));
        await lanes.DrainedAsync().WaitAsync(Limits.Usual, Cancel);

        order.Count.ShouldBe(Writers * Each);
        for (var w = 0; w < Writers; w++)
        {
            order.Where(o => o.Writer == w).Select(o => o.N).ShouldBe(Enumerable.Range(0, Each));
        }
    }

    /// <summary>It must not throw; should it all the same, that is this piece's fault alone and what follows in its lane is the hang-up.</summary>
    [Fact]
    public async Task Add_work_that_throws_costs_itself_alone()
    {
        var lanes = Lanes();
        lanes.Add("a", "falls");
        lanes.Add("a", "hang up");
        await _done.FirstAsync(d => d == "hang up", "what follows in the lane");
        await lanes.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
        lanes.Add("a", "next");
        await _done.FirstAsync(d => d == "next", "what comes later");
    }

    [Fact]
    public async Task Count_lane_without_work_is_no_more()
    {
        var lanes = Lanes();
        Hold("a1");
        lanes.Add("a", "a1");
        lanes.Add("b", "b1");
        await _done.FirstAsync(d => d == "b1", "the other lane's work");
        _held["a1"].SetResult();
        await lanes.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
        lanes.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Drained_while_a_lane_works_is_not_yet()
    {
        var lanes = Lanes();
        lanes.DrainedAsync().IsCompleted.ShouldBeTrue();
        Hold("a1");
        lanes.Add("a", "a1");
        var drained = lanes.DrainedAsync();
        drained.IsCompleted.ShouldBeFalse();
        _held["a1"].SetResult();
        await drained.WaitAsync(Limits.Usual, Cancel);
    }

    private void Hold(string work) => _held[work] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private CommandLanes<string> Lanes() => new(async work =>
    {
        if (_held.TryGetValue(work, out var held))
        {
            await held.Task;
        }
        if (work == "falls")
        {
            throw new InvalidOperationException("on purpose");
        }
        _done.Add(work);
    });
}
