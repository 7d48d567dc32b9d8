using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.Testkit;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>
/// Every route of the API's own description, for every role and for everything that a role may have to do with: what it answers. A route that
/// stands not here fails, and so does one that stands here and is gone.
/// </summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class AuthorisationMatrixTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string Everybody = "*", HandlingUnit = "kf-office";
    private static readonly string[] Roles = ["stranger", "agent", "shiftLeader", "unit", "administrator", "securityAdministrator", "auditor"];

    /// <summary>Route, what is asked for, and the answers in the order of <see cref="Roles"/>; 2xx where something is done.</summary>
    private static readonly (string Route, string Relation, string Answers)[] Expected =
    [
        // Whoever is signed in, and what is his own.
        ("GET /api/session", Everybody, "200 200 200 200 200 200 200"),
        ("POST /api/session", Everybody, "401 401 401 401 401 401 401"),
        ("DELETE /api/session", Everybody, "401 204 204 204 204 204 204"),
        ("GET /api/session/sessions", Everybody, "401 200 200 200 200 200 200"),
        ("DELETE /api/session/sessions/{id}", "another's", "401 404 404 404 404 404 404"),
        ("POST /api/session/password", Everybody, "401 403 403 403 403 403 403"), // the password of now is wrong
        ("POST /api/session/totp", Everybody, "401 403 403 403 403 403 403"),
        ("PUT /api/session/totp", Everybody, "401 422 422 422 422 422 422"),
        ("POST /api/session/totp/off", Everybody, "401 403 403 403 403 403 403"),
        ("GET /api/reference", Everybody, "401 200 200 200 200 200 200"),
        ("GET /api/parties", Everybody, "401 200 200 200 200 200 200"),

        // A desk with a telephone.
        ("POST /api/phone", Everybody, "401 503 403 403 403 403 403"), // Asterisk is away
        ("POST /api/desk/state", Everybody, "401 204 403 403 403 403 403"),
        ("POST /api/desk/hold", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/retrieve", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/leave", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/hang-up", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/drop-party", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/three-way", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/requeue", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/wrap-up", Everybody, "401 409 403 403 403 403 403"),
        ("POST /api/desk/extend-wrap-up", Everybody, "401 409 403 403 403 403 403"),

        // Calls: an agent's own; a shift leader's all.
        ("POST /api/calls/{id}/reveal", "own", "401 200 200 403 403 403 403"),
        ("POST /api/calls/{id}/reveal", "another's", "401 403 200 403 403 403 403"),
        ("GET /api/calls/{id}/history", "own", "401 200 200 403 403 403 403"),
        ("GET /api/calls/{id}/history", "another's", "401 403 200 403 403 403 403"),
        ("GET /api/calls/{id}/why", "own", "401 404 404 403 403 403 403"), // it is over
        ("GET /api/calls/{id}/recording", "own", "401 404 404 403 403 403 403"), // it was not recorded
        ("GET /api/calls/{id}/recording", "another's", "401 403 404 403 403 403 403"),
        ("GET /api/call-backs", Everybody, "401 403 200 403 403 403 403"),
        ("POST /api/call-backs/{id}/done", Everybody, "401 403 409 403 403 403 403"), // nobody asked for it

        ("GET /api/numbers/unknown", Everybody, "401 403 403 403 200 403 403"),
        ("GET /api/day", Everybody, "401 403 200 403 403 403 403"),

        // Tickets: own, the unit's, those of others; and the confidential among them.
        ("GET /api/tickets", Everybody, "401 200 200 200 403 403 403"),
        ("GET /api/drafts", Everybody, "401 200 200 200 403 403 403"),
        ("GET /api/tickets/{id}", "own", "401 200 200 404 403 403 403"),
        ("GET /api/tickets/{id}", "own, confidential", "401 200 200 404 403 403 403"),
        ("GET /api/tickets/{id}", "the unit's", "401 404 200 200 403 403 403"),
        ("GET /api/tickets/{id}", "the unit's, confidential", "401 404 200 200 403 403 403"),
        ("GET /api/tickets/{id}", "another's", "401 404 200 404 403 403 403"),
        ("GET /api/tickets/{id}", "another's, confidential", "401 404 200 404 403 403 403"),
        ("GET /api/tickets/{id}", "another's draft", "401 404 200 404 403 403 403"),
        ("GET /api/tickets/{id}?number=", "another's", "401 200 200 404 403 403 403"), // the citizen told it
        ("GET /api/tickets/{id}?number=", "another's, confidential", "401 404 200 404 403 403 403"),
        ("PUT /api/tickets/{id}/draft", "own draft", "401 200 200 403 403 403 403"),
        ("PUT /api/tickets/{id}/draft", "another's draft", "401 404 200 403 403 403 403"),
        ("POST /api/calls/{id}/outcome", "own draft", "401 200 200 403 403 403 403"),
        ("POST /api/calls/{id}/outcome", "another's draft", "401 404 200 403 403 403 403"),

        // The call's own draft, and the ticket that its citizen had before.
        ("POST /api/calls/{id}/follow-up", "own draft, own earlier", "401 200 200 403 403 403 403"),
        ("POST /api/calls/{id}/follow-up", "own draft, another's earlier", "401 404 200 403 403 403 403"), // he is not the caller of a call of now
        ("POST /api/calls/{id}/follow-up", "another's draft, own earlier", "401 404 200 403 403 403 403"),

        // Cases: own, and those of others; their lists, and the commands of the loop on a ticket that was accepted.
        ("GET /api/deadlines/rule-sets", Everybody, "401 200 200 200 200 200 200"),
        ("GET /api/deadlines/examples", Everybody, "401 200 200 200 200 200 200"),
        ("GET /api/deadlines/due", Everybody, "401 422 422 422 422 422 422"), // nothing is named
        ("GET /api/units", Everybody, "401 200 200 200 200 200 200"),
        ("GET /api/cases", Everybody, "401 403 422 422 403 403 403"), // no list is named
        ("GET /api/cases/counts", Everybody, "401 403 200 200 403 403 403"),
        ("GET /api/cases/notices", Everybody, "401 403 200 200 403 403 403"),
        ("POST /api/cases/notices/read", Everybody, "401 403 204 204 403 403 403"),
        ("GET /api/cases/rule-set", Everybody, "401 403 403 403 404 403 403"), // no number is named
        ("GET /api/cases/{id}", "own", "401 200 200 404 403 403 403"),
        ("GET /api/cases/{id}", "another's", "401 404 200 404 403 403 403"),
        ("GET /api/cases/{id}", "another's, confidential", "401 404 200 404 403 403 403"),
        ("POST /api/cases/{id}/messages", "own", "401 200 200 403 403 403 403"),
        ("POST /api/cases/{id}/messages", "another's", "401 404 200 403 403 403 403"),
        ("GET /api/cases/{id}/dispatch-advice", "own", "401 403 200 403 403 403 403"),
        ("GET /api/cases/dispatch-accuracy", Everybody, "401 403 422 403 403 403 403"), // no days are named
        ("POST /api/cases/{id}/reveal", "another's", "401 403 200 404 403 403 403"),
        ("POST /api/cases/{id}/ask-scope", "own", "401 409 409 403 403 403 403"), // they saw another version
        ("POST /api/cases/{id}/ask-scope", "another's", "401 404 409 403 403 403 403"),
        ("POST /api/cases/{id}/check-scope", "own", "401 422 422 403 403 403 403"), // no verdict
        ("POST /api/cases/{id}/merge-into", "own", "401 403 409 403 403 403 403"),
        ("POST /api/cases/{id}/answer-by-wording", "own", "401 409 409 403 403 403 403"),
        ("POST /api/cases/{id}/mark-urgent", "own", "401 422 422 403 403 403 403"), // no urgency
        ("POST /api/cases/{id}/dispatch", "own", "401 403 409 403 403 403 403"),
        ("POST /api/cases/{id}/send-to-coordination", "own", "401 403 422 403 403 403 403"), // no reason
        ("POST /api/cases/{id}/decide-coordination", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/sign", "own", "401 403 403 404 403 403 403"),
        ("POST /api/cases/{id}/respond-first", "own", "401 403 403 404 403 403 403"),
        ("POST /api/cases/{id}/request-return", "own", "401 403 403 404 403 403 403"),
        ("POST /api/cases/{id}/decide-return", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/sub-assign", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/give-opinion", "own", "401 403 403 404 403 403 403"),
        ("POST /api/cases/{id}/request-extension", "own", "401 403 403 422 403 403 403"), // no way of telling the caller
        ("POST /api/cases/{id}/decide-extension", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/request-temporary-closure", "own", "401 403 403 422 403 403 403"), // no ground
        ("POST /api/cases/{id}/decide-temporary-closure", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/report-progress", "own", "401 403 403 404 403 403 403"),
        ("POST /api/cases/{id}/submit-reply", "own", "401 403 403 422 403 403 403"), // no way of contact
        ("POST /api/cases/{id}/review-reply", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/review-closing", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/record-revisit", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/screen", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/redo", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/declare-final", "own", "401 403 403 404 403 403 403"),
        ("POST /api/cases/{id}/accept-final", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/archive", "own", "401 403 403 403 403 403 403"),
        ("POST /api/cases/{id}/withdraw", "own", "401 409 409 403 403 403 403"),
        ("POST /api/cases/{id}/urge", "own", "401 409 409 403 403 403 403"),
        ("POST /api/cases/{id}/urge", "another's", "401 404 409 403 403 403 403"),
        ("POST /api/cases/{id}/supervise", "own", "401 403 403 403 403 403 403"),
        ("GET /api/cases/{id}/duty-calls", "own", "401 200 200 404 403 403 403"),
        ("GET /api/cases/{id}/duty-calls", "another's", "401 404 200 404 403 403 403"),
        ("POST /api/cases/{id}/duty-calls/{task}/next", "own", "401 403 404 403 403 403 403"), // nobody is rung
        ("POST /api/cases/{id}/duty-calls/{task}/stop", "own", "401 403 404 403 403 403 403"),
        ("POST /api/cases/{id}/move-rule-set", "own", "401 403 403 403 422 403 403"), // none is named

        // The calendar: the system's administrator.
        ("GET /api/calendar", Everybody, "401 403 403 403 200 403 403"),
        ("GET /api/calendar.csv?year=2026", Everybody, "401 403 403 403 200 403 403"),
        ("POST /api/calendar/trials", Everybody, "401 403 403 403 422 403 403"), // nothing is named
        ("POST /api/calendar/changes", Everybody, "401 403 403 403 422 403 403"),

        // Files of a case: whoever sees it; to add one, whoever may do something with it.
        ("GET /api/cases/{id}/attachments", "own", "401 200 200 404 403 403 403"),
        ("GET /api/cases/{id}/attachments", "another's confidential", "401 404 200 404 403 403 403"),
        ("GET /api/cases/{id}/attachments/file?no=1", "own", "401 404 404 404 403 403 403"),
        ("POST /api/cases/{id}/attachments", "own", "401 422 422 404 403 403 403"), // no file
        ("POST /api/cases/{id}/attachments", "another's", "401 404 422 404 403 403 403"),

        // Old tickets: whoever dispatches.
        ("GET /api/imports", Everybody, "401 403 200 403 403 403 403"),
        ("POST /api/imports/trials", Everybody, "401 403 422 403 403 403 403"), // no file
        ("POST /api/imports", Everybody, "401 403 422 403 403 403 403"),
        ("GET /api/imports/report.csv?no=0", Everybody, "401 403 404 403 403 403 403"),

        // What went out of the house: who leads the shift, who looks after the system.
        ("GET /api/notices", Everybody, "401 403 200 403 200 403 403"),
        ("GET /api/notices/counts", Everybody, "401 403 200 403 200 403 403"),
        ("POST /api/notices/again", Everybody, "401 403 200 403 200 403 403"),
        ("POST /api/notices/give-up", Everybody, "401 403 200 403 200 403 403"),

        // Accounts: the system's administrator has those of all who serve citizens, the security administrator those of administrators.
        ("GET /api/people", Everybody, "401 403 403 403 200 200 403"),
        ("PUT /api/people/{id}", "an agent's", "401 403 403 403 200 403 403"),
        ("PUT /api/people/{id}", "an auditor's", "401 403 403 403 403 200 403"),
        ("POST /api/people/{id}/unlock", Everybody, "401 403 403 403 403 204 403"),
        ("DELETE /api/people/{id}/sessions", Everybody, "401 403 403 403 403 204 403"),
        ("DELETE /api/people/{id}/totp", Everybody, "401 403 403 403 403 204 403"),

        // The audit: its auditor alone.
        ("GET /api/audit", Everybody, "401 403 403 403 403 403 200"),
        ("GET /api/audit.csv", Everybody, "401 403 403 403 403 403 200"),
        ("GET /api/audit/verdict", Everybody, "401 403 403 403 403 403 200"),

        // Without a person.
        ("GET /healthz", Everybody, "503 503 503 503 503 503 503"), // Asterisk is away
    ];

    private readonly Dictionary<string, ServerWithoutAsterisk.Visitor> _signedIn = [];
    private int _made;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SEC-03", Shows = "what each role may do with what is its own, its unit's, another's and confidential, for every route of the API")]
    public async Task Every_route_answers_every_role_as_the_table_says()
    {
        using var anybody = await server.VisitAsync();
        var described = (await (await anybody.SendAsync(HttpMethod.Get, "/openapi/v1.json")).Content.ReadFromJsonAsync<JsonObject>(Cancel))!["paths"]!
            .AsObject().SelectMany(path => path.Value!.AsObject()
                .Select(method => $"{method.Key.ToUpperInvariant()} {(path.Key.Length > 1 ? path.Key.TrimEnd('/') : path.Key)}"))
            .Where(route => !route.EndsWith("/api/{path}", StringComparison.Ordinal)).ToList();
        described.Except(Expected.Select(e => e.Route.Split('?')[0])).ShouldBeEmpty("routes that stand not in the table");
        Expected.Select(e => e.Route.Split('?')[0]).Except(described).ShouldBeEmpty("routes of the table that are gone");

        List<string> wrong = [];
        foreach (var (route, relation, answers) in Expected)
        {
            var expected = answers.Split(' ');
            for (var role = 0; role < Roles.Length; role++)
            {
                var answer = await AskAsync(route, relation, Roles[role]);
                if ($"{(int)answer}" != expected[role])
                {
                    wrong.Add($"{route} [{relation}] as {Roles[role]}: {(int)answer}, and {expected[role]} is expected");
                }
            }
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private async Task<HttpStatusCode> AskAsync(string route, string relation, string role)
    {
        var visitor = await VisitorAsync(role);
        var (method, path) = (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1]);
        var (call, number) = await PrepareAsync(path, relation);
        var id = IsOfTicket(path) ? "t-" + call : path.Contains("/people/", StringComparison.Ordinal)
            ? relation == "an auditor's" ? "0091" : "1095" : path.Contains("/sessions/", StringComparison.Ordinal) ? "none" : call;
        if (route == "DELETE /api/session")
        {
            _signedIn.Remove(role);
        }
        var place = path.Replace("{id}", id, StringComparison.Ordinal).Replace("{task}", "1", StringComparison.Ordinal);
        return (await visitor.SendAsync(method, place + (path.EndsWith('=') ? number : ""),
            method == HttpMethod.Get || method == HttpMethod.Delete ? null : Body(path, relation, call))).StatusCode;
    }

    private static bool IsOfTicket(string path) =>
        path.Contains("/tickets/", StringComparison.Ordinal) || path.Contains("/cases/{id}", StringComparison.Ordinal);

    /// <summary>A call and its ticket, in the relation to 1001, who is the agent, and to the unit.</summary>
    private async Task<(string Call, string Number)> PrepareAsync(string path, string relation)
    {
        var call = $"c-matrix-{_made++}";
        if (!path.Contains("{id}", StringComparison.Ordinal) || path.Contains("/people/", StringComparison.Ordinal))
        {
            return (call, "");
        }
        var agent = relation.StartsWith("own", StringComparison.Ordinal) ? "1001" : "1004";
        await server.TalkedAsync(call, agent);
        if (path.EndsWith("/follow-up", StringComparison.Ordinal))
        {
            var before = relation.EndsWith("own earlier", StringComparison.Ordinal) ? "1001" : "1004";
            await server.TalkedAsync($"{call}-before", before);
            await AcceptedAsync($"{call}-before", before, "kf", confidential: false);
            return (call, "");
        }
        if (!IsOfTicket(path) || relation.EndsWith("draft", StringComparison.Ordinal))
        {
            return (call, "");
        }
        return (call, await AcceptedAsync(call, agent, relation.StartsWith("the unit", StringComparison.Ordinal) ? HandlingUnit : "kf",
            relation.EndsWith("confidential", StringComparison.Ordinal)));
    }

    /// <summary>The ticket of a call is accepted, in version 2; its number.</summary>
    private async Task<string> AcceptedAsync(string call, string agent, string unit, bool confidential)
    {
        var writer = await VisitorAsync(agent);
        var done = await writer.SendAsync(HttpMethod.Post, $"/api/calls/{call}/outcome", new
        {
            version = 1, outcome = "ticket", demandType = "complaint", category = "0101", title = "路灯", text = "路灯不亮",
            unit, confidential,
        });
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await done.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["number"]!.GetValue<string>();
    }

    private static object Body(string path, string relation, string call) => path switch
    {
        "/api/session" => new { agentId = "9999", password = "x" },
        "/api/session/password" => new { current = "wrong", password = "a-longer-word-7" },
        "/api/session/totp" or "/api/session/totp/off" => new { password = "wrong", token = "none", code = "000000" },
        "/api/calendar/trials" or "/api/calendar/changes" => new { seen = 0, reason = "通知" },
        "/api/phone" => new { pageId = "p" },
        "/api/desk/state" => new { state = "notReady" },
        "/api/desk/three-way" => new { target = "none" },
        "/api/desk/requeue" => new { skill = (string?)null },
        "/api/desk/wrap-up" or "/api/desk/extend-wrap-up" => new { callId = "none" },
        "/api/calls/{id}/reveal" or "/api/cases/{id}/reveal" => new { purpose = "核实" },
        "/api/tickets/{id}/draft" => new { version = 1, title = "路灯" },
        "/api/calls/{id}/follow-up" => new { version = 1, kind = "expedite", earlier = $"t-{call}-before", earlierVersion = 2, words = "请尽快" },
        "/api/calls/{id}/outcome" => new { version = 1, outcome = "directAnswer", summary = "已答复" },
        "/api/cases/notices/read" => new { items = new[] { new { ticket = "none", kind = "step", what = "dispatch", at = "2026-11-20T09:00:00Z" } } },
        "/api/cases/{id}/messages" => new { refused = false },
        "/api/notices/again" => new { ids = new[] { "none" } },
        "/api/notices/give-up" => new { ids = new[] { "none" }, reason = "已电话告知" },
        "/api/people/{id}" => new
        {
            name = "某人", roles = new[] { relation == "an auditor's" ? "auditor" : "agent" }, skills = Array.Empty<string>(), enabled = true,
        },
        _ => new { },
    };

    /// <summary>Who signed in once stays so: a hash of a password takes its time.</summary>
    private async Task<ServerWithoutAsterisk.Visitor> VisitorAsync(string role) =>
        _signedIn.TryGetValue(role, out var visitor) ? visitor : _signedIn[role] = await SignedInAsync(role);

    private async Task<ServerWithoutAsterisk.Visitor> SignedInAsync(string role)
    {
        if (role == "stranger")
        {
            return await server.VisitAsync($"10.88.1.{_made % 250}");
        }
        if (role != "unit")
        {
            return await server.SignedInAsync(role switch
            {
                "agent" or "1001" => "1001", "1004" => "1004", "shiftLeader" => "2001", "administrator" => "0000",
                "securityAdministrator" => "0001", _ => "0002",
            });
        }
        using var administrator = await server.SignedInAsync("0000");
        var made = await administrator.SendAsync(HttpMethod.Put, "/api/people/7091",
            new { name = "市政府办", roles = new[] { "unit" }, skills = Array.Empty<string>(), enabled = true, unit = HandlingUnit,
                newPassword = true });
        var password = (await made.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["password"]!.GetValue<string>();
        var visitor = await server.VisitAsync($"10.88.2.{_made % 250}");
        (await visitor.SignInAsync("7091", password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return visitor;
    }
}
