using System.Threading.Channels;
using Hotline.AgentHub.Screens;
using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>A page that takes what it is shown.</summary>
internal sealed class DeskBrowser : ISingleClientProxy
{
    private readonly Channel<DeskView> _came = Channel.CreateUnbounded<DeskView>();

    public bool Breaks { get; set; }

    public async Task<DeskView> NextAsync() =>
        await _came.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
    {
        if (Breaks)
        {
            return Task.FromException(new IOException("the connection broke"));
        }
        _came.Writer.TryWrite((DeskView)args[0]!);
        return Task.CompletedTask;
    }

    public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();
}
