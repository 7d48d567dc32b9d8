using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.Exchange;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>Tickets that go through the closed loop over HTTP, each person at a browser of his own.</summary>
internal sealed class CaseStories(ServerWithoutAsterisk server)
{
    internal const string Agent = "1001", Dispatcher = "3001", ReturnReviewer = "3101", ExtensionReviewer = "3102", CloseReviewer = "3103",
    Coordinator = "3104", RevisitOfficer = "3105", Supervisor = "3106", Handler = "4001", UnitReviewer = "4002", Stranger = "4003",
    CoHandler = "4005", Station = "4101", Department = "4102", Administrator = "0000";

    private static int _made;
    private readonly Dictionary<string, ServerWithoutAsterisk.Visitor> _people = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Now => server.Part<SteadyClock>().Now.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A ticket that the agent accepted; its id.</summary>
    public async Task<string> AcceptedAsync(string? accused = null, bool confidential = false, string demand = "complaint", string unit = "kf-cg")
    {
        var call = string.Create(CultureInfo.InvariantCulture, $"c-case-{Interlocked.Increment(ref _made)}");
        await server.TalkedAsync(call, Agent);
        var answer = await (await PersonAsync(Agent)).SendAsync(HttpMethod.Post, $"/api/calls/{call}/outcome", new
        {
            version = 1, outcome = "ticket", demandType = demand, category = "0104", title = "路灯", text = "路灯不亮", unit,
            contactNumber = "037112345678",
            requesterName = "王女士", confidential, accusedUnit = accused,
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        return "t-" + call;
    }

    public async Task<ServerWithoutAsterisk.Visitor> PersonAsync(string id) =>
        _people.TryGetValue(id, out var person) ? person : _people[id] = await server.SignedInAsync(id);

    public async Task<HttpResponseMessage> GetAsync(string who, string path) => await (await PersonAsync(who)).SendAsync(HttpMethod.Get, path);

    public async Task<JsonObject> CaseAsync(string who, string id) => await ReadAsync(await GetAsync(who, $"/api/cases/{id}"));

    /// <summary>Does a command on the case as it stands now.</summary>
    public async Task<HttpResponseMessage> TryAsync(string who, string id, string command, JsonObject? form = null, int? version = null,
        string? wish = null)
    {
        form ??= [];
        form["version"] = version ?? (await CaseAsync("2001", id))["version"]!.GetValue<int>();
        return await (await PersonAsync(who)).SendAsync(HttpMethod.Post, $"/api/cases/{id}/{command}", form,
            header: wish is null ? null : ("X-Request-Id", wish));
    }

    /// <summary>The same, and it is done; the case as it stands then.</summary>
    public async Task<JsonObject> DoAsync(string who, string id, string command, JsonObject? form = null, string? wish = null)
    {
        var answer = await TryAsync(who, id, command, form, null, wish);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{command} of {who}: {await answer.Content.ReadAsStringAsync(Cancel)}");
        return await ReadAsync(answer);
    }

    /// <summary>It is refused, with this status and code; the sentence that people read.</summary>
    public async Task<string> RefusedAsync(string who, string id, string command, JsonObject? form, HttpStatusCode status, string code)
    {
        var answer = await TryAsync(who, id, command, form);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.ShouldBe(status, text);
        var problem = JsonNode.Parse(text)!.AsObject();
        problem["code"]!.GetValue<string>().ShouldBe(code);
        return problem["detail"]!.GetValue<string>();
    }

    public async Task<IReadOnlyList<string>> ListAsync(string who, string query) =>
        [.. (await ReadAsync(await GetAsync(who, $"/api/cases?{query}")))["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];

    /// <summary>Dispatched to the unit and signed for.</summary>
    public async Task<string> HandledAsync(string lead = "kf-cg", string handler = Handler)
    {
        var id = await AcceptedAsync();
        await DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = lead });
        await DoAsync(handler, id, "sign");
        return id;
    }

    public JsonObject Reply() => new() { ["text"] = "已修复路灯", ["way"] = "phone", ["contactedAt"] = Now, ["solved"] = true };

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    public static string StateOf(JsonObject subject) => subject["state"]!.GetValue<string>();
}
