using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotline.Testkit.Desk;

/// <summary>An account of a phone, as the server hands it out.</summary>
public sealed record PhoneAccount(string User, string Secret);

/// <summary>A person at a desk: signs in, gives orders by HTTP, sees the pictures that the server sends.</summary>
public sealed class AgentClient : IAsyncDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly DeskSocket? _socket;
    private string _csrf = "";

    private AgentClient(string id, Uri server)
    {
        Id = id;
        PageId = NewId();
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = server };
        _socket = null;
    }

    private AgentClient(AgentClient signedIn)
    {
        (Id, PageId, _http, _cookies, _csrf) = (signedIn.Id, signedIn.PageId, signedIn._http, signedIn._cookies, signedIn._csrf);
        _socket = new DeskSocket(Id, _http.BaseAddress!, _cookies, PageId);
    }

    public string Id { get; }

    public string PageId { get; }

    public Happenings<DeskPicture> Views => Socket.Views;

    public Happenings<FloorPicture> Floors => Socket.Floors;

    /// <summary>What the desk shows now.</summary>
    public DeskPicture View => Views.All[^1];

    private DeskSocket Socket => _socket ?? throw new InvalidOperationException("Not signed in.");

    public static async Task<AgentClient> SignInAsync(Uri server, string id, string password)
    {
        var client = new AgentClient(id, server);
        client._csrf = await client.CsrfAsync(HttpMethod.Get, null);
        client._csrf = await client.CsrfAsync(HttpMethod.Post, new JsonObject { ["agentId"] = id, ["password"] = password });
        return new AgentClient(client);
    }

    /// <summary>Opens the page's phone, as a SIP phone on the desk.</summary>
    public async Task<PhoneAccount> OpenPhoneAsync()
    {
        var answer = await SendAsync(HttpMethod.Post, "api/phone", new JsonObject { ["pageId"] = PageId, ["deskPhone"] = true });
        var phone = await ReadAsync(answer);
        return new PhoneAccount(phone["authorizationUser"]!.GetValue<string>(), phone["secret"]!.GetValue<string>());
    }

    /// <summary>The desk as it is now or comes to be within the limit.</summary>
    /// <param name="fits">What is waited for.</param>
    /// <param name="what">The same in words.</param>
    /// <param name="limit">How long.</param>
    public Task<DeskPicture> WaitForAsync(Func<DeskPicture, bool> fits, string what, TimeSpan? limit = null) =>
        Views.FirstAsync(fits, what, limit, Math.Max(0, Views.Count - 1));

    /// <summary>The floor as the shift leader sees it now or within the limit.</summary>
    public Task<FloorPicture> WaitForFloorAsync(Func<FloorPicture, bool> fits, string what, TimeSpan? limit = null) =>
        Floors.FirstAsync(fits, what, limit, Math.Max(0, Floors.Count - 1));

    /// <summary>Gives an order that must be granted.</summary>
    public async Task OrderAsync(string path, JsonObject? body = null)
    {
        if (await RefusalAsync(path, body) is { } refusal)
        {
            throw new InvalidOperationException($"{Id}: {path} was refused: {refusal}. The desk: {(Views.Count > 0 ? View : null)}");
        }
    }

    /// <summary>Gives an order; why it was refused, or null.</summary>
    public async Task<string?> RefusalAsync(string path, JsonObject? body = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body);
        return answer.IsSuccessStatusCode
            ? null
            : JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"]?.GetValue<string>() ?? answer.StatusCode.ToString();
    }

    public Task ReadyAsync() => OrderAsync("api/desk/state", new JsonObject { ["state"] = "ready" });

    public Task NotReadyAsync() => OrderAsync("api/desk/state", new JsonObject { ["state"] = "notReady" });

    public Task HoldAsync() => OrderAsync("api/desk/hold");

    public Task RetrieveAsync() => OrderAsync("api/desk/retrieve");

    public Task BringInAsync(string target) => OrderAsync("api/desk/three-way", new JsonObject { ["target"] = target });

    public Task DropPartyAsync() => OrderAsync("api/desk/drop-party");

    public Task LeaveAsync() => OrderAsync("api/desk/leave");

    public Task HangUpAsync() => OrderAsync("api/desk/hang-up");

    /// <summary>Records the outcome of the call that is over, and ends the after-call work.</summary>
    public async Task WrapUpAsync()
    {
        var call = await WritesUpAsync();
        await RecordAsync(call);
        await OrderAsync("api/desk/wrap-up", new JsonObject { ["callId"] = call.Id });
    }

    /// <summary>The call whose after-call work has begun.</summary>
    public async Task<CallPicture> WritesUpAsync() =>
        (await WaitForAsync(v => v.Agent.State == "afterCallWork" && v.Call is not null, "after-call work")).Call!;

    /// <summary>Puts the outcome of a call on record: an answer on the spot.</summary>
    /// <param name="call">The call.</param>
    /// <param name="otherwise">What differs from an answer on the spot.</param>
    public async Task RecordAsync(CallPicture call, params (string Field, string Value)[] otherwise)
    {
        var draft = await ReadAsync($"api/tickets/{call.TicketId}");
        var form = new JsonObject
        {
            ["version"] = draft["version"]!.DeepClone(), ["outcome"] = "directAnswer", ["summary"] = "已答复", ["reasonCode"] = null,
            ["demandType"] = "consultation", ["category"] = null, ["title"] = "咨询", ["text"] = "咨询办理时间", ["place"] = "", ["requesterName"] = "",
            ["requesterKind"] = "person", ["contactNumber"] = "", ["unit"] = null, ["confidential"] = false, ["urgency"] = "normal",
        };
        foreach (var (field, value) in otherwise)
        {
            form[field] = value;
        }
        await OrderAsync($"api/calls/{call.Id}/outcome", form);
    }

    /// <summary>The caller's whole number, asked for with a purpose.</summary>
    public async Task<string> RevealAsync(string call)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"api/calls/{call}/reveal", new JsonObject { ["purpose"] = "回拨" });
        return (await ReadAsync(answer))["number"]!.GetValue<string>();
    }

    public async Task<Recording> RecordingAsync(string call)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"api/calls/{call}/recording", null);
        answer.EnsureSuccessStatusCode();
        return new Recording(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Makes or changes what lies at an address; what it answers.</summary>
    public async Task<JsonNode> PutAsync(string path, JsonObject body)
    {
        using var answer = await SendAsync(HttpMethod.Put, path, body);
        return await ReadAsync(answer);
    }

    /// <summary>What an address answers.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        return await ReadAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket is not null)
        {
            await _socket.DisposeAsync();
        }
        _http.Dispose();
    }

    private async Task<string> CsrfAsync(HttpMethod method, JsonObject? body)
    {
        using var answer = await SendAsync(method, "api/session", body);
        return (await ReadAsync(answer))["csrf"]!.GetValue<string>();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject? body)
    {
        var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get)
        {
            request.Content = JsonContent.Create(body ?? [], options: JsonSerializerOptions.Web);
            request.Headers.Add("X-CSRF-TOKEN", _csrf);
            request.Headers.Add("X-Request-Id", NewId());
        }
        return _http.SendAsync(request);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
