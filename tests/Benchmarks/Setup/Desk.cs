using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Hotline.Benchmarks.Load;

namespace Hotline.Benchmarks.Setup;

/// <summary>An agent's desk without a page: signs in, asks for its phone, listens to the hub, is ready.</summary>
internal sealed class Desk : IDisposable
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(5);
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly string _url, _page;
    private string _csrf = "";
    private long _requests;
    private ClientWebSocket? _socket;

    /// <param name="index">Each desk comes from an address of its own, since sign-ins are counted by address.</param>
    public Desk(string url, int index)
    {
        var address = IPAddress.Parse($"127.0.{5 + (index / 200)}.{1 + (index % 200)}");
        _url = url;
        _page = $"bench{index}";
        _http = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            UseProxy = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(IPAddress.Parse(context.DnsEndPoint.Host), context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri(url) };
    }

    public async Task<SipAccount> SignInAsync(string agent, string password, CancellationToken cancellationToken)
    {
        _csrf = (string)(await GetAsync("/api/session", cancellationToken))["csrf"]!;
        _csrf = (string)(
            await SendAsync(HttpMethod.Post, "/api/session", new JsonObject { ["agentId"] = agent, ["password"] = password }, cancellationToken))![
            "csrf"]!;
        var phone = (await SendAsync(HttpMethod.Post, "/api/phone", new JsonObject { ["pageId"] = _page, ["deskPhone"] = true }, cancellationToken))!;
        return new SipAccount((string)phone["authorizationUser"]!, (string)phone["realm"]!, (string)phone["secret"]!);
    }

    /// <summary>Ready or not; asked again for a while, since the floor hears of the registration by another way.</summary>
    /// <returns>False where the floor has not heard of it in a second.</returns>
    public async Task<bool> BeAsync(bool ready, CancellationToken cancellationToken)
    {
        for (var left = 20; left > 0; left--)
        {
            try
            {
                await SendAsync(HttpMethod.Post, "/api/desk/state", new JsonObject { ["state"] = ready ? "ready" : "notReady" }, cancellationToken);
                return true;
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Conflict)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
        return false;
    }

    /// <summary>Ends a call as an agent does: the outcome with a summary, then after-call work is over.</summary>
    /// <returns>The moment in which the last request was sent.</returns>
    public async Task<long> WrapUpAsync(string call, string ticket, CancellationToken cancellationToken)
    {
        var form = (JsonObject)await GetAsync($"/api/tickets/{ticket}", cancellationToken);
        form["outcome"] = "directAnswer";
        form["summary"] = "已答复";
        form["demandType"] = "consultation";
        form["reasonCode"] = null;
        await SendAsync(HttpMethod.Post, $"/api/calls/{call}/outcome", form, cancellationToken);
        var at = Now.Ticks;
        await SendAsync(HttpMethod.Post, "/api/desk/wrap-up", new JsonObject { ["callId"] = call }, cancellationToken);
        return at;
    }

    /// <summary>The hub as a page listens to it: every picture of the desk is sent here too.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = _cookies;
        socket.Options.SetRequestHeader("Origin", _url);
        await socket.ConnectAsync(new Uri(_url.Replace("http", "ws", StringComparison.Ordinal) + $"/hub/desk?pageId={_page}&was=ready"),
            cancellationToken);
        await SayAsync(socket, """{"protocol":"json","version":1}""", cancellationToken);
        _socket = socket;
        _ = ReadAsync(socket);
        _ = PingAsync(socket);
    }

    /// <summary>Whether the hub is heard.</summary>
    public bool Listens => _socket?.State == WebSocketState.Open;

    /// <summary>The connection breaks without a goodbye.</summary>
    public void Disconnect() => _socket?.Abort();

    /// <summary>As a page does: tries, and tries again later where nobody answers.</summary>
    /// <returns>True where the hub answered.</returns>
    public async Task<bool> TryListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ListenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _http.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16384];
        try
        {
            while (true)
            {
                await socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            socket.Dispose();
        }
    }

    private async Task PingAsync(ClientWebSocket socket)
    {
        try
        {
            while (true)
            {
                await Task.Delay(PingInterval, _end.Token);
                await SayAsync(socket, """{"type":6}""", _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The reader ends it.
        }
    }

    private static async Task SayAsync(ClientWebSocket socket, string json, CancellationToken cancellationToken) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(json + "\u001e").AsMemory(), WebSocketMessageType.Text, true, cancellationToken);

    private async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Get, path, null, cancellationToken))!;

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(method, path);
        message.Headers.Add("X-CSRF-TOKEN", _csrf);
        message.Headers.Add("X-Request-Id", $"{_page}-{Interlocked.Increment(ref _requests)}");
        message.Content = body is null ? null : JsonContent.Create(body);
        using var answer = await _http.SendAsync(message, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? text.Length == 0 ? null : JsonNode.Parse(text)
            : throw new HttpRequestException($"{_page}: {method} {path}: {(int)answer.StatusCode} {text}", null, answer.StatusCode);
    }
}
