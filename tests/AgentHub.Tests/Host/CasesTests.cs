using System.Net;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Cases;
using Hotline.Exchange;
using Hotline.Testkit;
using Microsoft.Data.Sqlite;
using static Hotline.AgentHub.Tests.Host.CaseStories;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The closed loop over HTTP: a ticket accepted at the desk goes on until it is filed.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class CasesTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private readonly CaseStories _stories = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("TKT-01", Shows = "accepted, dispatched, signed for, answered, reviewed, asked after and filed, each by whoever may")]
    public async Task Ticket_goes_from_the_desk_to_the_archive()
    {
        var id = await _stories.AcceptedAsync();
        (await _stories.ListAsync(Dispatcher, "queue=dispatch")).ShouldContain(id);
        var accepted = await _stories.CaseAsync(Dispatcher, id);
        Strings(accepted["may"]).ShouldContain("dispatch");
        accepted["timers"]![0]!["explanation"]!.GetValue<string>().ShouldNotBeEmpty();

        StateOf(await _stories.DoAsync(Dispatcher, id, "dispatch",
            new JsonObject { ["lead"] = "kf-cg", ["coHandlers"] = new JsonArray("kf-zj") })).ShouldBe("dispatched");
        (await _stories.ListAsync(Handler, "queue=unitSign")).ShouldContain(id);
        (await _stories.ListAsync(CoHandler, "queue=unitSign")).ShouldContain(id);
        StateOf(await _stories.DoAsync(Handler, id, "sign")).ShouldBe("handling");
        await _stories.DoAsync(CoHandler, id, "sign");
        await _stories.DoAsync(CoHandler, id, "give-opinion", new JsonObject { ["text"] = "线路正常" });
        await _stories.DoAsync(Handler, id, "submit-reply", _stories.Reply());
        (await _stories.ListAsync(UnitReviewer, "queue=unitReview")).ShouldContain(id);
        StateOf(await _stories.DoAsync(UnitReviewer, id, "review-reply", new JsonObject { ["approved"] = true })).ShouldBe("replied");
        (await _stories.ListAsync(CloseReviewer, "queue=closing")).ShouldContain(id);
        StateOf(await _stories.DoAsync(CloseReviewer, id, "review-closing", new JsonObject { ["missing"] = new JsonArray() })).ShouldBe("revisit");
        (await _stories.ListAsync(RevisitOfficer, "queue=revisit")).ShouldContain(id);
        StateOf(await _stories.DoAsync(RevisitOfficer, id, "record-revisit", new JsonObject
        {
            ["way"] = "phone", ["connected"] = true, ["hotlineService"] = "satisfied", ["unitContact"] = "satisfied", ["result"] = "satisfied",
            ["solved"] = true,
        })).ShouldBe("closed");
        (await _stories.ListAsync(CloseReviewer, "queue=filing")).ShouldContain(id);

        var filed = await _stories.DoAsync(CloseReviewer, id, "archive");

        StateOf(filed).ShouldBe("archived");
        Strings(filed["may"]).ShouldBeEmpty();
        filed["timeline"]!.AsArray().Select(step => step!["verb"]?.GetValue<string>()).ShouldBe(
            [null, null, "dispatch", "sign", "sign", "giveOpinion", "submitReply", "reviewReply", "reviewClosing", "recordRevisit", "archive"]);
        filed["timeline"]![2]!["before"]![0]!["timer"]!.GetValue<string>().ShouldBe("dispatch");
        filed["end"]!["kind"]!.GetValue<string>().ShouldBe("rated");
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("help")]
    public async Task Unit_that_serves_round_the_clock_gets_its_task_with_its_clocks(string demand)
    {
        var id = await _stories.AcceptedAsync(demand: demand);

        var subject = await _stories.DoAsync(Dispatcher, id, "dispatch",
            new JsonObject { ["lead"] = "kf-cg", ["coHandlers"] = new JsonArray("kf-water") });

        subject["timers"]!.AsArray().ShouldContain(timer => timer!["unit"]!.GetValue<string>() == "kf-water");
    }

    [Fact]
    public async Task Late_comer_is_shown_what_stands_there_now()
    {
        var id = await _stories.AcceptedAsync();
        var version = (await _stories.CaseAsync(Dispatcher, id))["version"]!.GetValue<int>();
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" });

        var late = await _stories.TryAsync("3002", id, "urge", new JsonObject { ["note"] = "请尽快" }, version);

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        JsonNode.Parse(await late.Content.ReadAsStringAsync(Cancel))!["current"]!["state"]!.GetValue<string>().ShouldBe("dispatched");
    }

    [Fact]
    public async Task Request_told_again_is_done_once_and_another_under_its_id_is_refused()
    {
        var id = await _stories.AcceptedAsync();
        var form = new JsonObject { ["lead"] = "kf-cg" };
        var version = (await _stories.CaseAsync(Dispatcher, id))["version"]!.GetValue<int>();
        var first = await ReadAsync(await _stories.TryAsync(Dispatcher, id, "dispatch", form, version, "wish-" + id));

        var again = await ReadAsync(await _stories.TryAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" }, version,
            "wish-" + id));

        again["version"]!.GetValue<int>().ShouldBe(first["version"]!.GetValue<int>());
        (await _stories.TryAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-gas" }, version, "wish-" + id)).StatusCode
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    [Requirement("SEC-05", Shows = "a unit sees the cases in which it has a task and no others; the caller's number is masked for it")]
    public async Task Unit_without_a_task_finds_nothing_there()
    {
        var id = await _stories.HandledAsync();

        (await _stories.GetAsync(Stranger, $"/api/cases/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _stories.TryAsync(Stranger, id, "sign")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _stories.ListAsync(Stranger, "queue=unitHandle")).ShouldNotContain(id);
        (await _stories.ListAsync(Handler, "queue=unitHandle")).ShouldContain(id);
        (await _stories.GetAsync(Handler, "/api/cases?queue=dispatch")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var ticket = (await _stories.CaseAsync(Handler, id))["ticket"]!;
        ticket["caller"]!.GetValue<string>().ShouldContain('*');
        ticket["contactNumber"]!.GetValue<string>().ShouldContain('*');
    }

    [Fact]
    public async Task Number_is_shown_to_whoever_has_to_call_and_of_a_confidential_matter_to_no_unit()
    {
        var open = await _stories.HandledAsync();
        var secret = await _stories.AcceptedAsync(confidential: true);
        await _stories.DoAsync(Dispatcher, secret, "dispatch", new JsonObject { ["lead"] = "kf-cg" });
        var handler = await _stories.PersonAsync(Handler);

        var shown = await handler.SendAsync(HttpMethod.Post, $"/api/cases/{open}/reveal", new { purpose = "联系诉求人" });
        (await ReadAsync(shown))["caller"]!.GetValue<string>().ShouldBe("13800006021");
        (await handler.SendAsync(HttpMethod.Post, $"/api/cases/{secret}/reveal",
            new { purpose = "联系诉求人" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _stories.CaseAsync(Handler, secret))["ticket"]!["requesterName"]!.GetValue<string>().ShouldBeEmpty();
        (await _stories.ListAsync(Handler, "queue=unitSign")).ShouldNotContain(secret);
        (await _stories.ListAsync(Handler, "queue=unitSign&confidential=true")).ShouldContain(secret);
    }

    [Fact]
    public async Task Accused_unit_gets_nothing()
    {
        var id = await _stories.AcceptedAsync(accused: "kf-water");

        (await _stories.RefusedAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-water" }, HttpStatusCode.UnprocessableEntity,
            "unitIsAccused"))
            .ShouldContain("被反映单位");
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" });
        (await _stories.GetAsync(Stranger, $"/api/cases/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _stories.CaseAsync(Handler, id))["accusedUnit"].ShouldBeNull();
        (await _stories.CaseAsync(Dispatcher, id))["accusedUnit"]!.GetValue<string>().ShouldBe("kf-water");
    }

    [Fact]
    public async Task Refusals_say_in_words_what_to_do()
    {
        var id = await _stories.AcceptedAsync();

        (await _stories.RefusedAsync(Dispatcher, id, "dispatch", [], HttpStatusCode.UnprocessableEntity,
            "fieldsMissing")).ShouldBe("请补充：主办单位");
        (await _stories.RefusedAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "nobody" }, HttpStatusCode.UnprocessableEntity,
            "unitUnknown"))
            .ShouldContain("单位表");
        (await _stories.RefusedAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf" }, HttpStatusCode.UnprocessableEntity,
            "unitInactive"))
            .ShouldContain("不承接");
        (await _stories.RefusedAsync(Dispatcher, id, "mark-urgent", new JsonObject { ["urgency"] = "soon", ["reason"] = "x" },
            HttpStatusCode.UnprocessableEntity, "unknownCode")).ShouldContain("紧急程度");
        (await _stories.RefusedAsync(Dispatcher, id, "archive", [], HttpStatusCode.UnprocessableEntity, "notInThisState")).ShouldContain("状态");
    }

    [Fact]
    public async Task Return_that_is_granted_brings_the_ticket_back()
    {
        var id = await _stories.HandledAsync();
        StateOf(await _stories.DoAsync(Handler, id, "request-return", new JsonObject { ["reason"] = "非本单位职责", ["basis"] = "三定方案",
            ["suggestedUnit"] = "kf-zj" }))
            .ShouldBe("returnReview");
        (await _stories.ListAsync(ReturnReviewer, "queue=returns")).ShouldContain(id);

        var back = await _stories.DoAsync(ReturnReviewer, id, "decide-return", new JsonObject { ["application"] = 1, ["verdict"] = "accept",
            ["note"] = "同意" });

        StateOf(back).ShouldBe("accepted");
        (await _stories.ListAsync(Dispatcher, "queue=dispatch")).ShouldContain(id);
        (await _stories.GetAsync(Handler, $"/api/cases/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _stories.GetAsync(Handler, $"/api/tickets/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound); // although the agent proposed it
        (await TicketsAsync(Handler, back["number"]!.GetValue<string>())).ShouldBeEmpty();
        (await TicketsAsync(Handler, "")).ShouldNotContain(id);
        (await TicketsAsync(Dispatcher, back["number"]!.GetValue<string>())).ShouldBe([id]);
    }

    [Fact]
    public async Task Accused_unit_stands_in_the_draft_and_is_told_to_no_unit()
    {
        await server.TalkedAsync("c-accuses", Agent);
        var agent = await _stories.PersonAsync(Agent);
        var saved = await agent.SendAsync(HttpMethod.Put, "/api/tickets/t-c-accuses/draft", new { version = 1, accusedUnit = "kf-water" });
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync(Cancel));
        (await ReadAsync(await _stories.GetAsync(Agent, "/api/tickets/t-c-accuses")))["accusedUnit"]!.GetValue<string>().ShouldBe("kf-water");
        (await agent.SendAsync(HttpMethod.Put, "/api/tickets/t-c-accuses/draft", new { version = 2, accusedUnit = "nobody" })).StatusCode
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        var id = await _stories.AcceptedAsync(accused: "kf-water");
        (await ReadAsync(await _stories.GetAsync(Handler, $"/api/tickets/{id}")))["accusedUnit"].ShouldBeNull();
        (await _stories.GetAsync(Stranger, $"/api/tickets/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("ANA-10", Shows = "first-dispatch accuracy is measured")]
    public async Task Dispatcher_is_shown_the_catalogues_rows_and_earlier_decisions_and_the_first_dispatch_is_counted()
    {
        var id = await _stories.HandledAsync();
        await _stories.DoAsync(Handler, id, "request-return", new JsonObject { ["reason"] = "非本单位职责", ["basis"] = "三定方案",
            ["suggestedUnit"] = "kf-zj" });
        await _stories.DoAsync(ReturnReviewer, id, "decide-return", new JsonObject { ["application"] = 1, ["verdict"] = "accept", ["note"] = "属住建" });
        var next = await _stories.AcceptedAsync(accused: "kf-zj");

        var advice = await ReadAsync(await _stories.GetAsync(Dispatcher, $"/api/cases/{next}/dispatch-advice"));

        var suggestions = advice["suggestions"]!.AsArray();
        suggestions.Select(row => row!["unit"]!.GetValue<string>()).ShouldBe(["kf-cg", "kf-zj"]);
        suggestions[0]!["why"]!.GetValue<string>().ShouldBe("按派单目录第 7 条（主管）：设施管理，市政设施管养职责");
        suggestions[1]!["refused"]!.GetValue<string>().ShouldContain("被反映单位");
        advice["precedents"]!.AsArray().ShouldContain(row => row!["unit"]!.GetValue<string>() == "kf-cg"
            && row["kind"]!.GetValue<string>() == "returnAccepted" && row["note"]!.GetValue<string>() == "属住建");
        var today = server.Part<SteadyClock>().Now.AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var counted = await ReadAsync(await _stories.GetAsync(Supervisor, $"/api/cases/dispatch-accuracy?from={today}&to={today}"));
        counted["returned"]!.GetValue<int>().ShouldBeGreaterThan(0);
        counted["accuracy"]!.GetValue<double>().ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task Leaders_have_the_lists_of_all_units_and_of_each()
    {
        var id = await _stories.AcceptedAsync();
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg", ["coHandlers"] = new JsonArray("kf-zj") });

        (await _stories.ListAsync(Supervisor, "queue=unitSign")).Count(listed => listed == id).ShouldBe(1);
        (await _stories.ListAsync(Supervisor, "queue=unitSign&unit=kf-zj")).ShouldContain(id);
        (await _stories.ListAsync(Supervisor, "queue=unitSign&unit=kf-water")).ShouldNotContain(id);
        var counts = await ReadAsync(await _stories.GetAsync(Supervisor, "/api/cases/counts"));
        var sign = counts["queues"]!.AsArray().Single(queue => queue!["queue"]!.GetValue<string>() == "unitSign")!;
        sign["total"]!.GetValue<int>().ShouldBeGreaterThan(0);
        sign["soon"]!.GetValue<int>().ShouldBeGreaterThan(0); // it is signed for within a day
    }

    [Fact]
    public async Task Extension_temporary_closure_and_reports_go_by_their_reviewers()
    {
        var id = await _stories.HandledAsync();
        await _stories.DoAsync(Handler, id, "request-extension", new JsonObject
        {
            ["workingDays"] = 3, ["reason"] = "需要开挖", ["callerToldAt"] = _stories.Now, ["callerToldBy"] = "phone",
        });
        (await _stories.ListAsync(ExtensionReviewer, "queue=extensions")).ShouldContain(id);
        StateOf(await _stories.DoAsync(ExtensionReviewer, id, "decide-extension", new JsonObject { ["application"] = 1, ["grantedDays"] = 3,
            ["note"] = "同意" }))
            .ShouldBe("handling");
        await _stories.DoAsync(Handler, id, "request-temporary-closure", new JsonObject
        {
            ["ground"] = "complex", ["progress"] = "已勘察", ["nextSteps"] = "开挖",
            ["promisedFor"] = server.Part<SteadyClock>().Now.AddDays(20).ToString("yyyy-MM-dd",
                    System.Globalization.CultureInfo.InvariantCulture),
        });
        (await _stories.ListAsync(CloseReviewer, "queue=closures")).ShouldContain(id);
        StateOf(await _stories.DoAsync(CloseReviewer, id, "decide-temporary-closure", new JsonObject { ["application"] = 1, ["granted"] = true,
            ["note"] = "同意" }))
            .ShouldBe("temporarilyClosed");

        var reported = await _stories.DoAsync(Handler, id, "report-progress", new JsonObject { ["text"] = "正在施工" });

        reported["reports"]!.AsArray().Count.ShouldBe(1);
        reported["extensions"]![0]!["grantedDays"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task County_station_passes_on()
    {
        var id = await _stories.HandledAsync("410221", Station);
        await _stories.RefusedAsync(Station, id, "sub-assign", new JsonObject { ["unit"] = "410202-cg" }, HttpStatusCode.UnprocessableEntity,
            "notUnderStation");
        await _stories.DoAsync(Station, id, "sub-assign", new JsonObject { ["unit"] = "410221-cg" });
        (await _stories.ListAsync(Department, "queue=unitSign")).ShouldContain(id);
        await _stories.DoAsync(Department, id, "sign");

        await _stories.DoAsync(Department, id, "submit-reply", _stories.Reply());

        StateOf(await _stories.DoAsync(Station, id, "review-reply", new JsonObject { ["approved"] = true })).ShouldBe("replied");
    }

    [Fact]
    public async Task Coordination_group_decides_who_handles()
    {
        var id = await _stories.AcceptedAsync();
        await _stories.DoAsync(Dispatcher, id, "send-to-coordination", new JsonObject { ["reason"] = "unitUnknown", ["report"] = "职责不清" });
        (await _stories.ListAsync(Coordinator, "queue=coordination")).ShouldContain(id);

        var decided = await _stories.DoAsync(Coordinator, id, "decide-coordination", new JsonObject
        {
            ["kind"] = "assignmentOrder", ["signedOffBy"] = "副市长", ["document"] = "交办单1号", ["lead"] = "kf-cg",
        });

        StateOf(decided).ShouldBe("dispatched");
        decided["tasks"]![0]!["needsScan"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Dissatisfied_citizen_sends_it_back_to_be_done_again()
    {
        var id = await _stories.HandledAsync();
        await _stories.DoAsync(Handler, id, "submit-reply", _stories.Reply());
        await _stories.DoAsync(UnitReviewer, id, "review-reply", new JsonObject { ["approved"] = true });
        await _stories.DoAsync(CloseReviewer, id, "review-closing", new JsonObject { ["missing"] = new JsonArray() });

        var again = await _stories.DoAsync(RevisitOfficer, id, "record-revisit", new JsonObject
        {
            ["way"] = "phone", ["connected"] = true, ["hotlineService"] = "satisfied", ["result"] = "dissatisfied", ["finding"] = "handlingFault",
            ["note"] = "未修",
        });

        (StateOf(again), again["round"]!.GetValue<int>()).ShouldBe(("redo", 1));
        (await _stories.ListAsync(Handler, "queue=unitSign")).ShouldContain(id);
    }

    [Fact]
    public async Task Urging_and_supervision_reach_the_units_desk()
    {
        var id = await _stories.HandledAsync();
        await _stories.DoAsync(Agent, id, "urge", new JsonObject { ["note"] = "市民又来电" });
        await _stories.DoAsync(Supervisor, id, "supervise", new JsonObject { ["demand"] = "三日内办结" });
        (await _stories.ListAsync(Supervisor, "queue=supervision")).ShouldContain(id);

        await server.Part<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<DeskOutboxJob>().Single().TellDueAsync(Cancel);

        var notices = JsonNode.Parse(await (await _stories.GetAsync(Handler, "/api/cases/notices")).Content.ReadAsStringAsync(Cancel))!.AsArray();
        notices.Where(notice => notice!["ticket"]!.GetValue<string>() == id).Select(notice => notice!["what"]!.GetValue<string>())
            .ShouldBe(["supervise", "urge", "dispatch"], ignoreOrder: true);
    }

    [Fact]
    public async Task Later_call_of_the_citizen_reaches_the_units_desk()
    {
        var id = await _stories.HandledAsync();
        await server.TalkedAsync("c-asks-again", Agent);
        var version = (await _stories.CaseAsync(Dispatcher, id))["version"]!.GetValue<int>();

        var told = await (await _stories.PersonAsync(Agent)).SendAsync(HttpMethod.Post, "/api/calls/c-asks-again/follow-up",
            new { version = 1, kind = "expedite", earlier = id, earlierVersion = version, words = "还是不亮" });
        told.StatusCode.ShouldBe(HttpStatusCode.OK, await told.Content.ReadAsStringAsync(Cancel));
        await server.Part<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<DeskOutboxJob>().Single().TellDueAsync(Cancel);

        var notices = JsonNode.Parse(await (await _stories.GetAsync(Handler, "/api/cases/notices")).Content.ReadAsStringAsync(Cancel))!.AsArray();
        notices.ShouldContain(notice => notice!["ticket"]!.GetValue<string>() == id && notice["what"]!.GetValue<string>() == "expedite");
        var asked = await _stories.CaseAsync(Handler, id);
        (StateOf(asked), asked["urgings"]!.GetValue<int>()).ShouldBe(("handling", 1));
        var step = asked["timeline"]!.AsArray()[^1]!;
        (step["followUp"]!.GetValue<string>(), step["reason"]!.GetValue<string>()).ShouldBe(("expedite", "还是不亮"));
        StateOf(await _stories.DoAsync(Handler, id, "submit-reply", _stories.Reply())).ShouldBe("handling"); // the case goes on where it stood
    }

    [Fact]
    public async Task Sweep_looks_after_all_others_where_one_case_cannot_be_read()
    {
        var broken = await _stories.AcceptedAsync();
        var id = await _stories.AcceptedAsync();
        foreach (var each in new[] { broken, id })
        {
            await _stories.DoAsync(Dispatcher, each, "dispatch", new JsonObject { ["lead"] = "kf-cg" });
        }
        await using (var somebody = new SqliteConnection($"Data Source={server.Folder}/hotline.db;Pooling=False"))
        {
            await somebody.OpenAsync(Cancel);
            await using var spoil = somebody.CreateCommand();
            spoil.CommandText = "update ticket_cases set document = '{' where ticket_id = @id; delete from ticket_queues where ticket_id = @id";
            spoil.Parameters.AddWithValue("@id", broken);
            await spoil.ExecuteNonQueryAsync(Cancel);
        }

        await server.Part<CaseSweep>().RunAsync(server.Part<SteadyClock>().Now.AddDays(40), Cancel);

        Strings((await _stories.CaseAsync(Supervisor, id))["overdueCauses"]).ShouldContain("sign");
        server.Part<Hotline.Upkeep.ServiceFaults>().All.ShouldContain(fault => fault.Service == nameof(CaseSweep));
    }

    [Fact]
    public async Task Sweep_after_two_days_marks_what_is_late_once()
    {
        var id = await _stories.AcceptedAsync();
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" });
        var later = server.Part<SteadyClock>().Now.AddDays(40);

        await server.Part<CaseSweep>().RunAsync(later, Cancel);
        await server.Part<CaseSweep>().RunAsync(later.AddMinutes(1), Cancel);

        var late = await _stories.CaseAsync(Supervisor, id);
        Strings(late["overdueCauses"]).ShouldBe(["sign", "handle"], ignoreOrder: true);
        late["overdueMarks"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_rates_by_default_when_nobody_rated()
    {
        var id = await _stories.HandledAsync();
        await _stories.DoAsync(Handler, id, "submit-reply", _stories.Reply());
        await _stories.DoAsync(UnitReviewer, id, "review-reply", new JsonObject { ["approved"] = true });
        await _stories.DoAsync(CloseReviewer, id, "review-closing", new JsonObject { ["missing"] = new JsonArray() });
        await _stories.DoAsync(RevisitOfficer, id, "record-revisit", new JsonObject { ["way"] = "message", ["connected"] = false });

        await server.Part<CaseSweep>().RunAsync(server.Part<SteadyClock>().Now.AddDays(40), Cancel);

        var filed = await _stories.CaseAsync(Supervisor, id);
        StateOf(filed).ShouldBe("archived");
        filed["end"]!["source"]!.GetValue<string>().ShouldBe("default");
    }

    [Fact]
    public async Task Sweep_warns_the_units_desk_once()
    {
        var id = await _stories.AcceptedAsync();
        var dispatched = await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-zj" });
        var sign = dispatched["timers"]!.AsArray().Single(timer => timer!["timer"]!.GetValue<string>() == "sign")!;
        var warns = sign["warnsAt"]![0]!.GetValue<DateTimeOffset>();

        await server.Part<CaseSweep>().RunAsync(warns.AddSeconds(1), Cancel);
        await server.Part<CaseSweep>().RunAsync(warns.AddSeconds(31), Cancel);

        var notices = JsonNode.Parse(await (await _stories.GetAsync(CoHandler, "/api/cases/notices")).Content.ReadAsStringAsync(Cancel))!.AsArray();
        notices.Where(notice => notice!["ticket"]!.GetValue<string>() == id && notice["kind"]!.GetValue<string>() == "warn"
            && notice["what"]!.GetValue<string>() == "sign").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Counts_say_how_many_wait_in_each_of_ones_lists()
    {
        await _stories.AcceptedAsync();

        var counts = await ReadAsync(await _stories.GetAsync(Dispatcher, "/api/cases/counts"));

        var dispatch = counts["queues"]!.AsArray().Single(queue => queue!["queue"]!.GetValue<string>() == "dispatch")!;
        dispatch["total"]!.GetValue<int>().ShouldBeGreaterThan(0);
        var units = JsonNode.Parse(await (await _stories.GetAsync(Dispatcher, "/api/units")).Content.ReadAsStringAsync(Cancel))!.AsArray();
        units.Single(unit => unit!["code"]!.GetValue<string>() == "410202-zj")!["why"]!.GetValue<string>().ShouldContain("联络员");
    }

    [Fact]
    public async Task Rule_set_is_moved_by_the_administrator_who_sees_nothing_of_the_ticket()
    {
        var id = await _stories.AcceptedAsync();

        var moved = await _stories.DoAsync(Administrator, id, "move-rule-set", new JsonObject { ["ruleSet"] = "ziyang-2022", ["reason"] = "试点" });

        moved["ruleSet"]!.GetValue<string>().ShouldBe("ziyang-2022");
        moved.Count.ShouldBe(4);
        var number = (await _stories.CaseAsync(Dispatcher, id))["number"]!.GetValue<string>();
        var found = await ReadAsync(await _stories.GetAsync(Administrator, $"/api/cases/rule-set?number={number}"));
        (found["id"]!.GetValue<string>(), found["ruleSet"]!.GetValue<string>(), found.Count).ShouldBe((id, "ziyang-2022", 4));
    }

    [Fact]
    public async Task Direct_answer_is_a_case_that_is_rated_by_default_and_filed()
    {
        await server.TalkedAsync("c-direct", Agent);
        var answer = await (await _stories.PersonAsync(Agent)).SendAsync(HttpMethod.Post, "/api/calls/c-direct/outcome",
            new { version = 1, outcome = "directAnswer", summary = "已答复" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        await server.Part<CaseSweep>().RunAsync(server.Part<SteadyClock>().Now.AddDays(40), Cancel);

        var filed = await _stories.CaseAsync(Supervisor, "t-c-direct");
        StateOf(filed).ShouldBe("archived");
        (filed["end"]!["source"]!.GetValue<string>(), filed["end"]!["ratings"]!["result"]!.GetValue<string>())
            .ShouldBe(("default", "basicallySatisfied"));
    }

    [Fact]
    public async Task Sweep_marks_what_was_dispatched_late()
    {
        var id = await _stories.AcceptedAsync();

        await server.Part<CaseSweep>().RunAsync(server.Part<SteadyClock>().Now.AddDays(2), Cancel);

        var dispatched = await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" });
        Strings(dispatched["overdueCauses"]).ShouldBe(["dispatch"]);
        dispatched["overdueMarks"]![0]!["unit"]!.GetValue<string>().ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> TicketsAsync(string who, string query) =>
        (await ReadAsync(await _stories.GetAsync(who, $"/api/tickets?query={query}")))["items"]!.AsArray()
            .Select(item => item!["id"]!.GetValue<string>());

    private static IEnumerable<string> Strings(JsonNode? list) => list!.AsArray().Select(item => item!.GetValue<string>());
}
