using Hotline.Telephony.Ami;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests.Ami;

/// <summary>The manager connection against a manager interface of our own.</summary>
public sealed class AmiConnectionTests : IAsyncLifetime
{
    private readonly FakeManager _manager = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(20));
    private AmiConnection _ami = null!;
    private Task _running = Task.CompletedTask;

    private CancellationToken Cancel => _stop.Token;

    public ValueTask InitializeAsync()
    {
        Start(actionTimeout: TimeSpan.FromSeconds(5), pingInterval: TimeSpan.FromSeconds(5));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // stopped
        }
        _ami.Dispose();
        await _manager.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Send_two_actions_each_gets_its_own_answer_though_they_come_in_the_other_order()
    {
        using var session = await SignedInAsync();
        var first = _ami.SendAsync(AmiMessage.Action("Getvar", ("Variable", "ONE")), Cancel);
        var firstSeen = await session.ReadActionAsync(Cancel);
        var second = _ami.SendAsync(AmiMessage.Action("Getvar", ("Variable", "TWO")), Cancel);
        var secondSeen = await session.ReadActionAsync(Cancel);

        await session.WriteAsync($"Response: Success\r\nActionID: {secondSeen["ActionID"]}\r\nValue: 2\r\n\r\n", Cancel);
        await session.WriteAsync($"Response: Success\r\nActionID: {firstSeen["ActionID"]}\r\nValue: 1\r\n\r\n", Cancel);

        (await first).Response["Value"].ShouldBe("1");
        (await second).Response["Value"].ShouldBe("2");
    }

    [Fact]
    public async Task Send_list_is_complete_only_at_its_end_and_keeps_every_line()
    {
        using var session = await SignedInAsync();
        var list = _ami.SendAsync(AmiMessage.Action("CoreShowChannels"), Cancel);
        var id = (await session.ReadActionAsync(Cancel))["ActionID"];

        await session.WriteAsync(
            $"Response: Success\r\nActionID: {id}\r\nEventList: start\r\n\r\nEvent: CoreShowChannel\r\nActionID: {id}\r\nChannel: PJSIP/a-1\r\n"
            + $"ChanVariable: A=1\r\nChanVariable: HOTLINE_CALL=x\r\n\r\nEvent: CoreShowChannel\r\nActionID: {id}\r\nChannel: PJSIP/b-2\r\n\r\n",
                Cancel);
        list.IsCompleted.ShouldBeFalse();
        await session.WriteAsync($"Event: CoreShowChannelsComplete\r\nActionID: {id}\r\nEventList: Complete\r\nListItems: 2\r\n\r\n", Cancel);

        var answer = await list;
        answer.Items.Select(i => i["Channel"]).ShouldBe(["PJSIP/a-1", "PJSIP/b-2"]);
        answer.Items[0].Lines.Count(l => l.Key == "ChanVariable").ShouldBe(2);
    }

    [Theory]
    [InlineData("1\r\nAction: Originate\r\nChannel: Local/00@evil\r\n\r\n")]
    [InlineData("1\nAction: Originate")]
    [InlineData("1\rAction: Originate")]
    [InlineData("1\0")]
    public async Task Send_line_end_in_a_value_begins_no_header_of_its_own(string hostile)
    {
        using var session = await SignedInAsync();
        var sent = _ami.SendAsync(AmiMessage.Action("QueueAdd", ("Queue", "fallback"), ("MemberName", hostile)), Cancel);
        var seen = await session.ReadActionAsync(Cancel);

        seen.Keys.ShouldBe(["Action", "Queue", "MemberName", "ActionID"]);
        seen["Action"].ShouldBe("QueueAdd");
        seen["MemberName"].ShouldNotContain('\0');
        await session.WriteAsync($"Response: Success\r\nActionID: {seen["ActionID"]}\r\n\r\n", Cancel);
        (await sent).Response.Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Send_overlong_value_is_cut_below_asterisks_line_and_not_inside_a_character()
    {
        using var session = await SignedInAsync();
        _ = _ami.SendAsync(AmiMessage.Action("Setvar", ("Value", string.Concat(Enumerable.Repeat("😀", 600)))), Cancel);
        var value = (await session.ReadActionAsync(Cancel))["Value"];
        System.Text.Encoding.UTF8.GetByteCount(value).ShouldBe(900);
        value.ShouldNotContain('\uFFFD');
    }

    [Fact]
    public async Task Send_no_answer_ends_with_a_timeout()
    {
        await RestartAsync(actionTimeout: TimeSpan.FromMilliseconds(200), pingInterval: TimeSpan.FromSeconds(30));
        using var session = await SignedInAsync();
        await Should.ThrowAsync<TimeoutException>(_ami.SendAsync(AmiMessage.Action("CoreStatus"), Cancel));
    }

    [Fact]
    public async Task Send_not_connected_is_refused_at_once()
    {
        using var alone = new AmiConnection(new AmiOptions("127.0.0.1", 1, "u", "s"), TimeProvider.System, NullLogger<AmiConnection>.Instance);
        await Should.ThrowAsync<IOException>(alone.SendAsync(AmiMessage.Action("Ping"), Cancel));
    }

    [Fact]
    public async Task Run_connection_breaks_under_an_action_the_action_fails_and_the_next_connection_serves()
    {
        var session = await SignedInAsync();
        var lost = _ami.SendAsync(AmiMessage.Action("CoreStatus"), Cancel);
        await session.ReadActionAsync(Cancel);
        session.Dispose();
        await Should.ThrowAsync<IOException>(lost);

        using var next = await SignedInAsync();
        var sent = _ami.SendAsync(AmiMessage.Action("CoreStatus"), Cancel);
        var id = (await next.ReadActionAsync(Cancel))["ActionID"];
        await next.WriteAsync($"Response: Success\r\nActionID: {id}\r\nCoreCurrentCalls: 3\r\n\r\n", Cancel);
        (await sent).Response["CoreCurrentCalls"].ShouldBe("3");
    }

    [Fact]
    public async Task Run_other_end_falls_silent_is_noticed_by_the_ping_and_connected_anew()
    {
        await RestartAsync(actionTimeout: TimeSpan.FromMilliseconds(200), pingInterval: TimeSpan.FromMilliseconds(100));
        using var silent = await SignedInAsync(); // answers nothing any more, and does not close
        using var next = await _manager.SignInAsync(Cancel);
        _ami.Connected.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_wrong_secret_is_tried_again_and_never_counts_as_signed_in()
    {
        await RestartAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        var signedIn = 0;
        _ami.SignedIn += () => signedIn++;
        using var refused = await _manager.SignInAsync(Cancel, welcome: "Error");
        using var again = await _manager.SignInAsync(Cancel, welcome: "Error");
        signedIn.ShouldBe(0);
    }

    [Fact]
    public async Task Received_events_come_in_their_order()
    {
        var seen = new List<string>();
        var all = new TaskCompletionSource();
        _ami.Received += e =>
        {
            seen.Add(e["Queue"]);
            if (seen.Count == 3)
            {
                all.SetResult();
            }
        };
        using var session = await SignedInAsync();
        await session.WriteAsync("Event: QueueCallerJoin\r\nQueue: 1\r\n\r\nEvent: QueueCallerJoin\r\nQueue: 2\r\n\r\n", Cancel);
        await session.WriteAsync("Event: QueueCallerJoin\r\nQueue: 3\r\n\r\n", Cancel);
        await all.Task.WaitAsync(Cancel);
        seen.ShouldBe(["1", "2", "3"]);
    }

    private void Start(TimeSpan actionTimeout, TimeSpan pingInterval)
    {
        _ami = new AmiConnection(
            new AmiOptions("127.0.0.1", _manager.Port, "hotline", "secret") { ActionTimeout = actionTimeout, PingInterval = pingInterval },
            TimeProvider.System, NullLogger<AmiConnection>.Instance);
    }

    /// <summary>Other limits than the usual; only before the first connection.</summary>
    private Task RestartAsync(TimeSpan actionTimeout, TimeSpan pingInterval)
    {
        _ami.Dispose();
        Start(actionTimeout, pingInterval);
        _running = _ami.RunAsync(Cancel);
        return Task.CompletedTask;
    }

    private async Task<FakeManager.Session> SignedInAsync()
    {
        var signedIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note() => signedIn.TrySetResult();
        _ami.SignedIn += Note;
        if (_running.IsCompleted)
        {
            _running = _ami.RunAsync(Cancel);
        }
        var session = await _manager.SignInAsync(Cancel);
        await signedIn.Task.WaitAsync(Cancel);
        _ami.SignedIn -= Note;
        return session;
    }
}
