using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hotline.Testkit.Running;

/// <summary>A wire between the server and Asterisk that can be cut, or go dead without anybody being told.</summary>
public sealed class StallingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly int _target;
    private readonly Func<Action<ReadOnlyMemory<byte>>>? _listeners;
    private volatile TaskCompletionSource _flows = Flowing();

    /// <param name="target">The port of Asterisk's side.</param>
    /// <param name="listeners">Makes, for each connection, one who is given what Asterisk says in it.</param>
    public StallingProxy(int target, Func<Action<ReadOnlyMemory<byte>>>? listeners = null)
    {
        (_target, _listeners) = (target, listeners);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Nothing gets through any more; no connection is closed, and new ones are taken.</summary>
    public void Stall() => _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Flow() => _flows.TrySetResult();

    /// <summary>All connections end at once.</summary>
    public void Cut()
    {
        foreach (var client in _open.Keys)
        {
            client.Close();
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Cut();
        Flow();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        _open[near] = _open[far] = 0;
        try
        {
            await _flows.Task;
            await far.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream()), PumpAsync(far.GetStream(), near.GetStream(), _listeners?.Invoke()));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone: so is the other.
        }
        _open.TryRemove(near, out _);
        _open.TryRemove(far, out _);
        near.Dispose();
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>>? listener = null)
    {
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = await from.ReadAsync(buffer)) > 0;)
            {
                await _flows.Task;
                listener?.Invoke(buffer.AsMemory(0, read));
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other pump ends with it.
        }
    }
}
