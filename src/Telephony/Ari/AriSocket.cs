using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hotline.Telephony.Ari;

/// <summary>The one WebSocket on which a node's events come, in order.</summary>
internal sealed class AriSocket : IDisposable
{
    /// <summary>A peer that answers no ping within this time is gone, even if its socket looks open: noticed within 5 s in all.</summary>
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(2), PingInterval = TimeSpan.FromSeconds(1);

    /// <summary>No event is longer; a longer one is a fault of the peer and is passed over.</summary>
    private const int EventLengthMax = 1 << 20;
    private readonly ClientWebSocket _socket = new();

    /// <summary>Opens the stream of one application.</summary>
    public async Task ConnectAsync(AsteriskOptions options, string app, CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("Authorization", AriClient.Basic(options).ToString());
        _socket.Options.KeepAliveInterval = PingInterval;
        _socket.Options.KeepAliveTimeout = PingTimeout;
        var address = new UriBuilder(options.Http) { Path = "/ari/events", Query = $"app={app}&subscribeAll=false" };
        address.Scheme = address.Scheme == "https" ? "wss" : "ws";
        await _socket.ConnectAsync(address.Uri, cancellationToken);
    }

    /// <summary>Reads until the connection ends. A malformed event is passed over and counted by the caller as null.</summary>
    public async IAsyncEnumerable<AriEvent?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (true)
            {
                var (length, tooLong) = (0, false);
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length && length >= EventLengthMax)
                    {
                        (length, tooLong) = (0, true); // read to its end, kept nowhere
                    }
                    else if (length == buffer.Length)
                    {
                        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                        buffer.AsSpan(0, length).CopyTo(larger);
                        ArrayPool<byte>.Shared.Return(buffer);
                        buffer = larger;
                    }
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    yield break;
                }
                yield return tooLong ? null : Parse(buffer.AsSpan(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static AriEvent? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AriJson.Default.AriEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
