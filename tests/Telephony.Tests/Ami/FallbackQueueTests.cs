using Hotline.Routing;
using Hotline.Telephony.Ami;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests.Ami;

/// <summary>What Asterisk's own queue is told of the agents' phones.</summary>
public sealed class FallbackQueueTests : IAsyncDisposable
{
    private readonly FakeManager _manager = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(20));

    private CancellationToken Cancel => _stop.Token;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _manager.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Set_same_again_is_told_once()
    {
        using var ami = new AmiConnection(new AmiOptions("127.0.0.1", _manager.Port, "hotline", "secret") { PingInterval = TimeSpan.FromSeconds(20) },
            TimeProvider.System, NullLogger<AmiConnection>.Instance);
        var queue = new FallbackQueue(ami, NullLogger<FallbackQueue>.Instance);
        var signedIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ami.SignedIn += signedIn.SetResult;
        _ = ami.RunAsync(Cancel);
        using var session = await _manager.SignInAsync(Cancel);
        await signedIn.Task.WaitAsync(Cancel);
        Effect.SetFallbackMember Member(bool paused) => new(new PhoneAddress(new NodeId("n1"), "a1001"), new AgentId("1001"), Member: true, paused);
        async Task<string> ToldAsync(Task setting)
        {
            var action = await session.ReadActionAsync(Cancel);
            await session.WriteAsync($"Response: Success\r\nActionID: {action["ActionID"]}\r\n\r\n", Cancel);
            await setting;
            return action["Paused"];
        }

        (await ToldAsync(queue.SetAsync(Member(paused: false)))).ShouldBe("false");
        await queue.SetAsync(Member(paused: false)); // answered by nobody: it is not sent
        (await ToldAsync(queue.SetAsync(Member(paused: true)))).ShouldBe("true");
    }
}
