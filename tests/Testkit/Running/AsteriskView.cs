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
        var address = asterisk["http"]!.GetValue<string>();
        _credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{asterisk["user"]}:{asterisk["password"]}"));
        _http = new HttpClient { BaseAddress = new Uri(address + "/ari/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", _credentials);
        _events = new Uri(address.Replace("http://", "ws://", StringComparison.Ordinal) + "/ari/events?app=testkit&subscribeAll=true");
        SipAddress = new IPEndPoint(IPAddress.Loopback, asterisk["sip"]!.GetValue<int>());
        _listening = Task.Run(ListenAsync);
    }

    public IPEndPoint SipAddress { get; }

    /// <summary>Something that happened in Asterisk.</summary>
    /// <param name="Type">ARI's name of it.</param>
    /// <param name="Channel">Id; empty where it concerns none.</param>
    /// <param name="Bridge">Id; empty where it concerns none.</param>
    /// <param name="State">The channel's state then; empty where it concerns none.</param>
    /// <param name="At">When it was heard of.</param>
    public sealed record Event(string Type, string Channel, string Bridge, string State, long At);

    /// <summary>Everything that happens in Asterisk.</summary>
    public Happenings<Event> Events { get; } = new("Asterisk");

    public Task<JsonArray> ChannelsAsync() => ListAsync("channels");

    public Task<JsonArray> BridgesAsync() => ListAsync("bridges");

    /// <summary>Makes a bridge behind Hotline's back.</summary>
    public async Task MakeBridgeAsync(string id) =>
        (await _http.PostAsync(new Uri($"bridges/{id}?type=mixing", UriKind.Relative), null)).EnsureSuccessStatusCode();

    /// <summary>Ends a channel behind Hotline's back.</summary>
    public async Task HangUpAsync(string channel) =>
        (await _http.DeleteAsync(new Uri($"channels/{channel}", UriKind.Relative))).EnsureSuccessStatusCode();

    /// <summary>Rings an agent's phone behind Hotline's back, as a ring whose end was lost: it names a call that is none of his.</summary>
    /// <returns>The ringing channel.</returns>
    public async Task<string> RingPhoneAsync(string agent, string call)
    {
        var phone = (await ListAsync("endpoints/PJSIP")).Where(e => $"{e!["state"]}" == "online").Select(e => $"{e!["resource"]}")
            .Single(e => e.StartsWith($"a{agent}-", StringComparison.Ordinal));
        var ring = new JsonObject { ["variables"] = new JsonObject { ["PJSIP_HEADER(add,X-Hotline-Call)"] = call } };
        using var body = new StringContent(ring.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri($"channels?endpoint=PJSIP/{phone}&app=testkit&timeout=60", UriKind.Relative), body);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    /// <summary>Waits until no channel and no bridge is left.</summary>
    public Task ShouldBeQuietAsync(TimeSpan? limit = null) => UntilAsync(
        async () => string.Join(", ", (await ChannelsAsync()).Concat(await BridgesAsync()).Select(c => $"{c!["id"]} {c["name"]} {c["state"]}")),
        left => left.Length == 0, "to be quiet", limit);

    /// <summary>Waits until no bridge whose name begins so is left.</summary>
    public Task ShouldHaveNoBridgeAsync(string prefix, TimeSpan? limit = null) => UntilAsync(
        async () => string.Join(", ", (await BridgesAsync()).Select(b => $"{b!["id"]}").Where(id => id.StartsWith(prefix, StringComparison.Ordinal))),
        left => left.Length == 0, $"to have no bridge {prefix}…", limit);

    /// <summary>Waits until so many channels stand in a context of the dialplan.</summary>
    public Task ShouldHaveInContextAsync(string context, int count, TimeSpan? limit = null) => UntilAsync(
        async () =>
        string.Join(", ", (await ChannelsAsync()).Select(c => $"{c!["name"]} in {c["dialplan"]?["context"]}/{c["dialplan"]?["app_name"]}")),
        seen => seen.Split(", ")
        .Count(c => c.Contains($" in {context}/", StringComparison.Ordinal)) == count, $"to have {count} channels in {context}", limit);

    /// <summary>Waits until so many telephones of an agent are registered: one that he had before must not stay "online" without its page.</summary>
    public Task ShouldHavePhonesOfAsync(string agent, int count, TimeSpan? limit = null) => UntilAsync(
        async () => string.Join(", ", (await ListAsync("endpoints/PJSIP"))
            .Where(e => $"{e!["resource"]}".StartsWith($"a{agent}-", StringComparison.Ordinal) && $"{e["state"]}" == "online")
            .Select(e => e!["resource"])),
        seen => seen.Split(", ", StringSplitOptions.RemoveEmptyEntries).Length == count, $"to have {count} telephones of {agent} online", limit);

    /// <summary>Takes a Stasis application over as a second instance of its server would; given back when disposed.</summary>
    public async Task<IAsyncDisposable> TakeOverAsync(string application)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Basic {_credentials}");
        await socket.ConnectAsync(
            new Uri(_events.ToString().Replace("app=testkit&subscribeAll=true", $"app={application}", StringComparison.Ordinal)), _stop.Token);
        return new Consumer(socket);
    }

    private sealed class Consumer(ClientWebSocket socket) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            socket.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _http.Dispose();
        _stop.Dispose();
    }

    /// <summary>Looks, and looks again whenever something happened in Asterisk.</summary>
    private async Task UntilAsync(Func<Task<string>> look, Func<string, bool> holds, string what, TimeSpan? limit)
    {
        using var over = new CancellationTokenSource(limit ?? Limits.Usual);
        while (true)
        {
            var seen = Events.Count;
            var now = await look();
            if (holds(now))
            {
                return;
            }
            // Not every change has an event: after half a second it is looked at again.
            await Task.WhenAny(Events.FirstAsync(_ => true, "anything", TimeSpan.FromMinutes(1), seen), Task.Delay(TimeSpan.FromSeconds(0.5)));
            if (over.IsCancellationRequested)
            {
                throw new NotInTimeException($"Asterisk was expected {what}, but has: {now}");
            }
        }
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
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (await socket.ReceiveAsync(buffer.AsMemory(), _stop.Token) is { MessageType: WebSocketMessageType.Text } part)
        {
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                var json = JsonNode.Parse(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length))!;
                Events.Add(
                    new Event($"{json["type"]}", $"{json["channel"]?["id"]}", $"{json["bridge"]?["id"]}", $"{json["channel"]?["state"]}",
                        TimeProvider.System.GetTimestamp()));
                message.SetLength(0);
            }
        }
    }
}
