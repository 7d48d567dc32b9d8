using Hotline.Testkit;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>The server is killed, or kept down: no citizen loses the line or the place in the queue.</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class RecoveryTests(QuickHotline quick) : QuickScene(quick)
{
    private static readonly TimeSpan WatchdogLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan NoticeableBreak = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_server_that_is_killed_loses_no_call_no_place_and_no_word()
    {
        var leader = await Staff.LeaderAsync();
        var (talking, agent) = await TalkAsync();
        await agent.Phone.Ear.ShouldHearAsync(talking.Tone);
        var (first, second) = await TwoWaitAsync(leader);
        var order = Waiting(leader);
        var printed = Hotline.Printed.Count;
        var killedAt = TimeProvider.System.GetTimestamp();

        Hotline.KillServer();
        await Hotline.ServerIsBackAsync(printed);

        talking.Ear.LongestBreak(agent.Tone, killedAt).ShouldBeLessThan(NoticeableBreak);
        agent.Phone.Ear.LongestBreak(talking.Tone, killedAt).ShouldBeLessThan(NoticeableBreak);
        await leader.WaitForFloorAsync(f => f.Telephony && f.Waiting.Select(w => w.CallId).SequenceEqual(order), "both who wait, in their order");
        await first.Ear.ShouldHearSomethingAsync();
        await second.Ear.ShouldHearSomethingAsync();

        // Control is back: hold, retrieve, hang up, and the next in order.
        await agent.Desk.WaitForAsync(v => v.Telephony && v.Call?.State == "talking", "the talk at the desk");
        await agent.Desk.HoldAsync();
        await talking.Ear.ShouldNotHearAsync(agent.Tone);
        await agent.Desk.RetrieveAsync();
        await talking.Ear.ShouldHearAsync(agent.Tone);
        await agent.Desk.HangUpAsync();
        (await talking.EndAsync()).ShouldBe("ended far");
        await agent.Desk.WrapUpAsync();
        await first.Ear.ShouldHearAsync(agent.Tone);
        await agent.Desk.HangUpAsync();
        await agent.Desk.WrapUpAsync();
        await second.Ear.ShouldHearAsync(agent.Tone);
        await second.HangUpAsync();
        string[] calls = [talking.CallId, first.CallId, second.CallId];
        (await LedgerBook.RowsAsync(Hotline, calls)).Select(r => (r.SipCallId, r.Terminal)).ShouldBe(calls.Select(c => (c, "answered")));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_the_server_is_dead_is_gone_when_it_is_back()
    {
        var leader = await Staff.LeaderAsync();
        var (first, second) = await TwoWaitAsync(leader);
        var printed = Hotline.Printed.Count;
        Hotline.KillServer();
        await first.HangUpAsync();
        await first.EndAsync();
        await Hotline.ServerIsBackAsync(printed);

        var floor = await leader.WaitForFloorAsync(f => f.Telephony && f.Waiting.Count == 1, "one who waits");
        floor.Waiting[0].Caller.ShouldEndWith("0002");
        second.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task While_the_server_is_down_the_fallback_queue_rings_the_ready_agent_in_the_callers_order()
    {
        var leader = await Staff.LeaderAsync();
        var (talking, agent) = await TalkAsync();
        var (first, second) = await TwoWaitAsync(leader);
        var printed = Hotline.Printed.Count;

        Hotline.TakeServerDown();
        try
        {
            await Hotline.Asterisk.ShouldHaveInContextAsync("fallback", 2, WatchdogLimit);
            var newcomer = Calls("12345", "13800000003");
            await newcomer.AnsweredAsync();
            await newcomer.Ear.ShouldHearSomethingAsync();
            await talking.Ear.ShouldHearAsync(agent.Tone); // the talk went on

            await agent.Phone.HangUpAsync();
            await first.Ear.ShouldHearAsync(agent.Tone, WatchdogLimit);
            await agent.Phone.Ear.ShouldHearAsync(first.Tone);
            await first.HangUpAsync();
            await second.Ear.ShouldHearAsync(agent.Tone, WatchdogLimit);
            await second.HangUpAsync();
            await newcomer.Ear.ShouldHearAsync(agent.Tone, WatchdogLimit);
            await newcomer.HangUpAsync();
            await newcomer.EndAsync();
        }
        finally
        {
            Hotline.LetServerStart();
            await Hotline.ServerIsBackAsync(printed);
        }
        await leader.WaitForFloorAsync(f => f.Telephony && f.Waiting.Count == 0, "a floor that knows the truth");
    }

    [Fact]
    public async Task Callers_of_the_fallback_queue_are_adopted_in_their_order_when_the_server_is_back()
    {
        var leader = await Staff.LeaderAsync();
        var agent = await AgentAsync("1007"); // not ready: nobody answers meanwhile
        var (first, second) = await TwoWaitAsync(leader);
        var before = leader.Floors.All[^1].Waiting.Select(w => (w.CallId, w.QueuedAt)).ToArray();
        var printed = Hotline.Printed.Count;
        Citizen third, fourth;

        Hotline.TakeServerDown();
        try
        {
            await Hotline.Asterisk.ShouldHaveInContextAsync("fallback", 2, WatchdogLimit);
            third = Calls("12345", "13800000003");
            await Hotline.Asterisk.ShouldHaveInContextAsync("fallback", 3, WatchdogLimit);
            fourth = Calls("12312", "13800000004"); // merged, without seats of its own: nobody is waited for
            await Hotline.Asterisk.ShouldHaveInContextAsync("fallback", 4, WatchdogLimit);
        }
        finally
        {
            Hotline.LetServerStart();
            await Hotline.ServerIsBackAsync(printed);
        }

        var floor = await leader.WaitForFloorAsync(f => f.Waiting.Count == 4, "all four who wait");
        floor.Waiting.Take(2).Select(w => w.CallId).ShouldBe(before.Select(w => w.CallId));
        // The mark on the call keeps milliseconds.
        floor.Waiting.Zip(before).ShouldAllBe(w => (w.First.QueuedAt - w.Second.QueuedAt).Duration() < TimeSpan.FromMilliseconds(1));
        floor.Waiting.Skip(2).Select(w => (w.Dialled, w.Caller[^4..])).ShouldBe([("12345", "0003"), ("12312", "0004")]);
        await agent.ReadyAsync(WhenRung.AnswersAfter(50));
        foreach (var citizen in (Citizen[])[first, second, third, fourth])
        {
            await citizen.Ear.ShouldHearAsync(agent.Tone);
            await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
            await agent.Desk.HangUpAsync();
            await agent.Desk.WrapUpAsync();
        }
        string[] calls = [first.CallId, second.CallId, third.CallId, fourth.CallId];
        (await LedgerBook.RowsAsync(Hotline, calls)).Select(r => (r.SipCallId, r.Terminal, r.Agent))
            .ShouldBe(calls.Select(c => (c, "answered", "1007")));
    }

    private static string[] Waiting(AgentClient leader) => [.. leader.Floors.All[^1].Waiting.Select(w => w.CallId)];

    private async Task<(Citizen First, Citizen Second)> TwoWaitAsync(AgentClient leader)
    {
        var first = Calls("12345", "13800000001");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");
        var second = Calls("12345", "13800000002");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 2, "two who wait");
        return (first, second);
    }

    [Fact]
    public async Task When_asterisk_died_the_floor_forgets_its_calls_and_the_next_call_is_answered()
    {
        var leader = await Staff.LeaderAsync();
        var (lost, agent) = await TalkAsync();

        Hotline.KillAsterisk();

        await agent.Desk.WaitForAsync(v => !v.Telephony, "telephony shown as away");
        await agent.Desk.WaitForAsync(v => v.Telephony
            && v.Agent.State == "afterCallWork", "telephony back and the call over", TimeSpan.FromSeconds(15));
        lost.Abandon();
        await agent.ReplacePhoneAsync(Hotline); // a browser's phone registers again as soon as its connection was cut
        await agent.Desk.WrapUpAsync();
        await leader.WaitForFloorAsync(f => f.Telephony && f.Calls.Count == 0, "no call left");
        await agent.ReadyAsync(WhenRung.AnswersAfter(50));
        var next = Calls("12345", "13800000002");
        await next.Ear.ShouldHearAsync(agent.Tone);
    }
}
