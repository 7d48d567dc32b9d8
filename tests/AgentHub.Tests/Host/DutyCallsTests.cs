using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Duty;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Duty;
using Microsoft.Extensions.Hosting;
using static Hotline.AgentHub.Tests.Host.CaseStories;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>Duty phones on the case's page: who sees how it goes, and who directs it.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class DutyCallsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private readonly CaseStories _stories = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dispatched_urgent_case_without_duty_phones_says_so_and_tells_the_hotline()
    {
        var id = await UrgentAsync("kf-cg");
        await TellAsync();

        var call = (await _stories.CaseAsync(Dispatcher, id))["dutyCalls"]!.AsArray().ShouldHaveSingleItem()!;
        ($"{call["state"]}", $"{call["unit"]}").ShouldBe(("nobodyListed", "kf-cg"));
        var notices = await (await _stories.GetAsync("2001", "/api/cases/notices")).Content.ReadFromJsonAsync<JsonArray>(Cancel);
        notices!.ShouldContain(notice => $"{notice!["ticket"]}" == id && $"{notice["kind"]}" == "duty" && $"{notice["what"]}" == "nobodyListed");
        await _stories.RefusedAsync(Dispatcher, id, "duty-calls/1/next", null, HttpStatusCode.Conflict, "dutyOver");
    }

    /// <summary>A unit whose calendar has no beginning: what a rule counts back from must be a day.</summary>
    [Fact]
    public async Task A_unit_that_works_round_the_clock_can_be_given_a_ticket()
    {
        var id = await _stories.AcceptedAsync(unit: "kf-water");
        StateOf(await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-water" })).ShouldBe("dispatched");
    }

    [Fact]
    public async Task Dispatchers_direct_the_ringing_units_see_their_own_and_no_number_is_told()
    {
        var id = await UrgentAsync("kf-cg");
        await server.Part<DutyCallStore>().BeginAsync(new TenantId("410200"), Rung(id), [], Cancel);

        var seen = await _stories.GetAsync(Handler, $"/api/cases/{id}/duty-calls");
        var text = await seen.Content.ReadAsStringAsync(Cancel);
        seen.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldNotContain("13900000001");
        JsonNode.Parse(text)![0]!["attempts"]![0]!["name"]!.GetValue<string>().ShouldBe("张三");
        (await _stories.GetAsync(Stranger, $"/api/cases/{id}/duty-calls")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(Handler, id, "next")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(Dispatcher, id, "next", task: 9)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var next = await ReadAsync(await PostAsync(Dispatcher, id, "next"));
        next["attempts"]!.AsArray().Select(attempt => ($"{attempt!["name"]}", $"{attempt["result"]}", $"{attempt["endedBy"]}"))
            .ShouldBe([("张三", "ended", "郑小红"), ("李四", "", "")]);
        var stopped = await ReadAsync(await PostAsync(Supervisor, id, "stop"));
        ($"{stopped["state"]}", $"{stopped["stoppedBy"]}").ShouldBe(("stopped", "田野"));
        (await PostAsync(Dispatcher, id, "stop")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await server.Part<WriteBehind>().WrittenAsync(Cancel);
        (await server.Part<AuditLog>().OfSubjectAsync(new TenantId("410200"), id, 50, Cancel)).Select(entry => entry.Action)
            .ShouldContain("duty-call-stop");
    }

    private async Task<string> UrgentAsync(string unit)
    {
        var id = await _stories.AcceptedAsync(unit: unit);
        await _stories.DoAsync(Dispatcher, id, "mark-urgent", new JsonObject { ["urgency"] = "specialUrgent", ["reason"] = "大面积停水" });
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = unit });
        return id;
    }

    private Task<int> TellAsync() => server.Part<IEnumerable<IHostedService>>().OfType<DutyOutboxJob>().Single().TellDueAsync(Cancel);

    private async Task<HttpResponseMessage> PostAsync(string who, string id, string verb, int task = 1) =>
        await (await _stories.PersonAsync(who)).SendAsync(HttpMethod.Post, $"/api/cases/{id}/duty-calls/{task}/{verb}");

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonArray>(Cancel))!.ShouldHaveSingleItem()!.AsObject();
    }

    private DutyCall Rung(string id)
    {
        var now = server.Part<SteadyClock>().Now;
        return new DutyCall
        {
            Ticket = id, Task = 1, Unit = "kf-cg", Number = "410200-20261001-1-000123", Urgency = Urgency.SpecialUrgent, State = DutyState.Calling,
            People = [new DutyPerson("张三", "13900000001", "carrier"), new DutyPerson("李四", "13900000002", "carrier")],
            Attempts = [new DutyAttempt { No = 1, Round = 1, Person = 0, At = now }], NextAt = now.AddMinutes(1), StartedAt = now,
        };
    }
}
