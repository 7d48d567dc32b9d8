using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hotline.Testkit.Desk;

/// <summary>
/// A desk's page as the server sees it: SignalR's JSON protocol on a bare WebSocket, connected again whenever it was cut,
/// as the browser does it.
/// </summary>
public sealed class DeskSocket : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _address;
    private readonly CookieContainer _cookies;
    private readonly Task _running;

    public DeskSocket(string agent, Uri server, CookieContainer cookies, string pageId)
    {
        _cookies = cookies;
        _address = $"ws://{server.Authority}/hub/desk?pageId={pageId}";
        Origin = server.GetLeftPart(UriPartial.Authority);
        Views = new Happenings<DeskPicture>($"desk of {agent}");
        Floors = new Happenings<FloorPicture>($"floor seen by {agent}");
        _running = Task.Run(RunAsync);
    }

    public Happenings<DeskPicture> Views { get; }

    public Happenings<FloorPicture> Floors { get; }

    private string Origin { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            try
            {
                using var socket = new ClientWebSocket();
                socket.Options.Cookies = _cookies;
                socket.Options.SetRequestHeader("Origin", Origin);
                // As the page does, it says what it last showed.
                var last = Views.Count > 0 ? Views.All[^1].Agent : null;
                await socket.ConnectAsync(new Uri($"{_address}&was={last?.State}&reason={last?.Reason}"), cut.Token);
                await SendAsync(socket, """{"protocol":"json","version":1}""", cut.Token);
                var pinging = PingAsync(socket, cut.Token);
                await ReceiveAsync(socket, cut.Token);
                await cut.CancelAsync();
                await pinging;
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
            {
                // Cut: connected again below, unless the page is closed.
            }
            await cut.CancelAsync();
            await Task.Delay(Pause, _stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static async Task PingAsync(ClientWebSocket socket, CancellationToken cut)
    {
        try
        {
            using var timer = new PeriodicTimer(PingInterval);
            while (await timer.WaitForNextTickAsync(cut))
            {
                await SendAsync(socket, """{"type":6}""", cut);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The connection is over.
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string text, CancellationToken cut) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text + End), WebSocketMessageType.Text, endOfMessage: true, cut);

    private async Task ReceiveAsync(ClientWebSocket socket, CancellationToken cut)
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cut);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                foreach (var text in Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length)
                    .Split(End, StringSplitOptions.RemoveEmptyEntries))
                {
                    Take(text);
                }
                message.SetLength(0);
            }
        }
    }

    private void Take(string text)
    {
        using var json = JsonDocument.Parse(text);
        if (!json.RootElement.TryGetProperty("target", out var target))
        {
            return; // the handshake's answer, or a ping
        }
        var argument = json.RootElement.GetProperty("arguments")[0];
        if (target.GetString() == "desk")
        {
            Views.Add(Read(argument, PictureJson.Default.DeskPicture));
        }
        else
        {
            Floors.Add(Read(argument, PictureJson.Default.FloorPicture));
        }
    }

    private static T Read<T>(JsonElement element, JsonTypeInfo<T> type) where T : class =>
        element.Deserialize(type) ?? throw new InvalidDataException("An empty picture was sent.");
}
