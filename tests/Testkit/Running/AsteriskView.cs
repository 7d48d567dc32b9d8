using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotline.Testkit.Running;

/// <summary>What Asterisk itself says there is, told by a second application that only listens.</summary>
public sealed class AsteriskView : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _events;
    private readonly string _credentials;
    private readonly Task _listening;

    internal AsteriskView(JsonNode asterisk)
    {
        string address = asterisk["http"]!.GetValue<string>();
        _credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{asterisk["user"]}:{asterisk["password"]}"));
        _http = new HttpClient { BaseAddress = new Uri(address + "/ari/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", _credentials);
        _events = new Uri(address.Replace("http://", "ws://", StringComparison.Ordinal) + "/ari/events?app=testkit&subscribeAll=true");
        SipAddress = new IPEndPoint(IPAddress.Loopback, asterisk["sip"]!.GetValue<int>());
        _listening = Task.Run(ListenAsync);
    }

    public IPEndPoint SipAddress { get; }

    /// <summary>Everything that happens in Asterisk: the types of its events, with the channel's or bridge's name.</summary>
    public Happenings<string> Events { get; } = new("Asterisk");

    public Task<JsonArray> ChannelsAsync() => ListAsync("channels");

    public Task<JsonArray> BridgesAsync() => ListAsync("bridges");

    /// <summary>Waits until no channel and no bridge is left.</summary>
    public async Task ShouldBeQuietAsync(TimeSpan? limit = null)
    {
        using var over = new CancellationTokenSource(limit ?? Limits.Usual);
        while (true)
        {
            int seen = Events.Count;
            string left = string.Join(", ", (await ChannelsAsync()).Concat(await BridgesAsync()).Select(c => $"{c!["id"]} {c["name"]} {c["state"]}"));
            if (left.Length == 0)
            {
                return;
            }
            try
            {
                // An event brings the next look; the last one may have come just before the first look.
                await Task.WhenAny(Events.FirstAsync(_ => true, "anything", Timeout.InfiniteTimeSpan, seen), Task.Delay(500, over.Token));
                over.Token.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException)
            {
                throw new NotInTimeException($"Asterisk should be quiet, but still has: {left}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task<JsonArray> ListAsync(string what) => JsonNode.Parse(await _http.GetStringAsync(new Uri(what, UriKind.Relative)))!.AsArray();

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = new ClientWebSocket();
                socket.Options.SetRequestHeader("Authorization", $"Basic {_credentials}");
                await socket.ConnectAsync(_events, _stop.Token);
                await ReceiveAsync(socket);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
            {
                await Task.Delay(200, _stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ReceiveAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (await socket.ReceiveAsync(buffer.AsMemory(), _stop.Token) is { MessageType: WebSocketMessageType.Text } part)
        {
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                var json = JsonNode.Parse(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length))!;
                Events.Add($"{json["type"]} {json["channel"]?["id"]} {json["bridge"]?["id"]}");
                message.SetLength(0);
            }
        }
    }
}
