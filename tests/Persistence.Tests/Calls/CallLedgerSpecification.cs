using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

public abstract class CallLedgerSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private CallLedger Ledger => new(Database);

    [Fact]
    public async Task Upsert_whole_call_comes_back_with_every_time()
    {
        var call = Given.Call().Ended();

        await WriteAsync(call);

        var row = (await Ledger.FindAsync(call.Call, Cancel)).ShouldNotBeNull();
        row.ShouldBeEquivalentTo(CallRow.Of(Given.Kaifeng, call));
        row.MergeMode.ShouldBe("dualNumber");
        row.TerminalState.ShouldBe("answered");
        row.EndedBy.ShouldBe("caller");
        (await Ledger.RingsAsync(call.Call, Cancel)).ToArray().ShouldBeEquivalentTo(
            call.Rings.Select(ring => CallRingRow.Of(call.Call, ring)).ToArray());
        (await Ledger.LegsAsync(call.Call, Cancel)).ToArray().ShouldBeEquivalentTo(
            call.Legs.Select(leg => CallLegRow.Of(call.Call, leg)).ToArray());
    }

    [Fact]
    public async Task Upsert_legs_that_stand_and_later_end_keep_what_is_known_in_any_order()
    {
        var ended = Given.Call(revision: 2).Ended();
        var talking = ended with { Revision = 1, Legs = [.. ended.Legs.Select(leg => leg with { EndedAt = null, Cause = null })] };

        await WriteAsync(talking);
        (await Ledger.LegsAsync(ended.Call, Cancel)).ShouldAllBe(leg => leg.EndedAt == null && leg.Cause == null);
        await WriteAsync(ended);
        await WriteAsync(talking);

        (await Ledger.LegsAsync(ended.Call, Cancel)).ToArray().ShouldBeEquivalentTo(
            ended.Legs.Select(leg => CallLegRow.Of(ended.Call, leg)).ToArray());
    }

    [Fact]
    public async Task Upsert_call_taken_up_without_memory_keeps_the_agent_and_the_time_of_his_answer()
    {
        var known = Given.Call(revision: 1).Ended();
        await WriteAsync(known);

        await WriteAsync(known with { Revision = 5, Agent = null, AgentAnsweredAt = known.InvitedAt });

        var row = await FindAsync("c1");
        (row.AgentId, row.AgentAnsweredAt).ShouldBe(("1001", known.AgentAnsweredAt));
    }

    [Fact]
    public async Task Close_call_that_only_the_sub_centre_answered_is_not_answered_by_an_agent()
    {
        await WriteAsync(Given.Call() with { PartyAnsweredAt = Given.Start.AddSeconds(30), PartyTarget = "12366" });

        (await Ledger.CloseAsync(new CallId("c1"), Given.Start.AddHours(1), Cancel)).ShouldBeTrue();

        (await FindAsync("c1")).TerminalState.ShouldBe("answeredByParty");
    }

    [Fact]
    public async Task Upsert_newer_revision_replaces()
    {
        await WriteAsync(Given.Call());
        await WriteAsync(Given.Call().Ended());

        (await FindAsync("c1")).EndedAt.ShouldBe(Given.Start.AddSeconds(150));
    }

    [Fact]
    public async Task Upsert_older_or_same_revision_later_changes_nothing()
    {
        await WriteAsync(Given.Call(revision: 5).Ended());

        await WriteAsync(Given.Call(revision: 5));
        await WriteAsync(Given.Call(revision: 6) with { Dialled = "110" });

        (await FindAsync("c1")).TerminalState.ShouldBe("answered");
        (await FindAsync("c1")).Dialled.ShouldBe("12329");
        (await Ledger.RingsAsync(new CallId("c1"), Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Upsert_any_order_in_one_batch_keeps_the_newest()
    {
        var first = Given.Call(revision: 1_790_000_000_000);

        await Ledger.UpsertAsync(Given.Kaifeng, [first.Ended(), first, Given.Call("c2")], Cancel);

        (await FindAsync("c1")).Revision.ShouldBe(1_790_000_000_001);
        (await FindAsync("c2")).TerminalState.ShouldBeNull();
    }

    [Fact]
    public async Task Upsert_same_channel_under_another_id_is_refused_and_nothing_of_the_batch_stays()
    {
        await WriteAsync(Given.Call());
        var twin = Given.Call("c9") with { Leg = Given.Call().Leg };

        var failure =
            await Should.ThrowAsync<System.Data.Common.DbException>(() => Ledger.UpsertAsync(Given.Kaifeng, [Given.Call("c2"), twin], Cancel));

        Database.FaultOf(failure).ShouldBe(DatabaseFault.Refused);
        (await Ledger.FindAsync(new CallId("c2"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Upsert_text_from_outside_that_is_too_long_is_cut()
    {
        await WriteAsync(
            Given.Call() with { SipCallId = new string('x', 5000), Caller = "1\0" + new string('2', 5000), NumberName = new string('热', 199) + "😀" });

        var row = await FindAsync("c1");
        row.SipCallId.Length.ShouldBe(Clip.SipCallIdMax);
        row.CallerNumber.ShouldBe("1" + new string('2', Clip.IdMax - 1));
        row.NumberName.ShouldBe(new string('热', 199));
    }

    [Fact]
    public async Task History_is_of_that_caller_and_city_newest_first_with_the_tickets_title()
    {
        await Ledger.UpsertAsync(Given.Kaifeng,
            [Given.Call("c1"), Given.Call("c2", at: Given.Start.AddHours(1)), Given.Call("c3", caller: "13900000000")], Cancel);
        await Ledger.UpsertAsync(Given.Ziyang, [Given.Call("c4", at: Given.Start.AddHours(2))], Cancel);
        var tickets = new TicketStore(Database);
        await new TicketCommands(Database).KeptAsync(Given.Answer(await tickets.OpenDraftAsync(Given.Opening("t-c1"), Cancel), "好"));

        var calls = await Ledger.HistoryOfCallerAsync(Given.Kaifeng, Given.Caller, 10, Cancel);

        calls.Select(call => (call.CallId, call.Outcome, call.Title)).ShouldBe([("c2", null, ""), ("c1", "directAnswer", "小区停水")]);
        calls[1].InvitedAt.ShouldBe(Given.Start);
        (await Ledger.HistoryOfCallerAsync(Given.Kaifeng, Given.Caller, 1, Cancel)).Count.ShouldBe(1);
        (await Ledger.CountSinceAsync(Given.Kaifeng, Given.Caller, Given.Start, Cancel)).ShouldBe(2);
        (await Ledger.CountSinceAsync(Given.Kaifeng, Given.Caller, Given.Start.AddMilliseconds(1), Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task History_withheld_number_has_none()
    {
        await WriteAsync(Given.Call(caller: ""));

        (await Ledger.HistoryOfCallerAsync(Given.Kaifeng, "", 10, Cancel)).ShouldBeEmpty();
        (await Ledger.CountSinceAsync(Given.Kaifeng, "", Given.Start, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Unfinished_are_those_without_terminal_state()
    {
        await Ledger.UpsertAsync(Given.Kaifeng, [Given.Call("c1").Ended(), Given.Call("c2", at: Given.Start.AddHours(1)), Given.Call("c3")], Cancel);

        (await Ledger.UnfinishedAsync(Cancel)).Select(call => call.CallId).ShouldBe(["c3", "c2"]);
    }

    [Fact]
    public async Task Close_ends_a_row_once_as_it_stood()
    {
        var talked = Given.Call("c2") with { AgentAnsweredAt = Given.Start.AddSeconds(8) };
        await Ledger.UpsertAsync(Given.Kaifeng, [Given.Call("c1"), talked, Given.Call("c3").Ended()], Cancel);

        (await Ledger.CloseAsync(new CallId("c1"), Given.Start.AddHours(1), Cancel)).ShouldBeTrue();
        (await Ledger.CloseAsync(new CallId("c1"), Given.Start.AddHours(2), Cancel)).ShouldBeFalse();
        (await Ledger.CloseAsync(new CallId("c2"), Given.Start.AddHours(1), Cancel)).ShouldBeTrue();
        (await Ledger.CloseAsync(new CallId("c3"), Given.Start.AddHours(1), Cancel)).ShouldBeFalse();

        var waited = await FindAsync("c1");
        (waited.TerminalState, waited.EndedBy, waited.EndedAt).ShouldBe(("abandoned", "system", Given.Start.AddHours(1)));
        (await FindAsync("c2")).TerminalState.ShouldBe("answered");
        (await FindAsync("c3")).EndedBy.ShouldBe("caller");
        (await Ledger.UnfinishedAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Close_gives_way_to_the_floors_own_record()
    {
        await WriteAsync(Given.Call("c1"));
        await Ledger.CloseAsync(new CallId("c1"), Given.Start.AddHours(1), Cancel);

        await WriteAsync(Given.Call("c1").Ended());

        (await FindAsync("c1")).EndedAt.ShouldBe(Given.Start.AddSeconds(150));
    }

    [Fact]
    public async Task Handlers_since_are_those_who_answered_the_oldest_first()
    {
        var early = Given.Call("c1").Ended();
        var late = Given.Call("c2", at: Given.Start.AddHours(1)).Ended() with { Agent = new AgentId("1002") };
        await Ledger.UpsertAsync(
            Given.Kaifeng,
            [late, early, Given.Call("c3").Ended() with { Terminal = TerminalState.Abandoned }, Given.Call("c4"), Given.Call("c5", caller: "")
                .Ended(), Given.Call("c6", at: Given.Start.AddDays(-9)).Ended()],
            Cancel);
        await Ledger.UpsertAsync(Given.Ziyang, [Given.Call("c7").Ended()], Cancel);

        (await Ledger.HandlersSinceAsync(Given.Kaifeng, Given.Start, 10, Cancel)).Select(h => (h.Caller, h.AgentId, h.EndedAt)).ShouldBe(
            [(Given.Caller, "1001", early.EndedAt!.Value), (Given.Caller, "1002", late.EndedAt!.Value)]);
        (await Ledger.HandlersSinceAsync(Given.Kaifeng, Given.Start, 1, Cancel)).Single().AgentId.ShouldBe("1002");
    }

    [Fact]
    public async Task Call_backs_are_those_who_asked_and_did_not_get_through_since_until_somebody_did_it()
    {
        static CallRecord Asked(string id, string caller, int hour) =>
            Given.Call(id, caller: caller, at: Given.Start.AddHours(hour)).Ended() with { Terminal = TerminalState.CallBack };
        await Ledger.UpsertAsync(
            Given.Kaifeng,
            [
                Asked("c1", "13800000001", 1), Asked("c2", "13800000002", 2), Given.Call("c3", caller: "13800000002", at: Given.Start.AddHours(3))
                .Ended(),
                Asked("c4", "13800000004", 2), Asked("c5", "13800000004", 4), Given.Call("c6", caller: "13800000006", at: Given.Start.AddHours(5))
                .Ended(),
                Asked("c7", "13800000007", -200),
            ],
            Cancel);

        (await DueAsync()).ShouldBe(["c1", "c5"]);
        (await Ledger.CalledBackAsync(new CallId("c1"), new AgentId("2001"), Given.Start.AddHours(6), Cancel)).ShouldBeTrue();
        (await Ledger.CalledBackAsync(new CallId("c1"), new AgentId("2002"), Given.Start.AddHours(6), Cancel)).ShouldBeFalse();
        (await Ledger.CalledBackAsync(new CallId("c6"), new AgentId("2002"), Given.Start.AddHours(6), Cancel)).ShouldBeFalse();
        await Ledger.UpsertAsync(Given.Kaifeng, [Asked("c1", "13800000001", 1) with { Revision = 99 }], Cancel); // a late record of the floor
        (await DueAsync()).ShouldBe(["c5"]);
    }

    [Fact]
    public async Task Gave_up_since_are_those_who_hung_up_waiting()
    {
        static CallRecord GaveUp(string id, string caller, int minutes) =>
            Given.Call(id, caller: caller, at: Given.Start.AddMinutes(minutes)).Ended() with { Terminal = TerminalState.Abandoned };
        var early = GaveUp("c1", "13800000001", 0);
        await Ledger.UpsertAsync(
            Given.Kaifeng,
            [early, GaveUp("c2", "13800000002", 5), GaveUp("c3", "13800000003", -10), GaveUp("c4", "", 5), Given.Call("c5", caller: "13800000005")
                .Ended()],
            Cancel);

        var gone = await Ledger.GaveUpSinceAsync(Given.Kaifeng, Given.Start, Cancel);

        gone.Select(g => g.Caller).ShouldBe(["13800000001", "13800000002"]);
        (gone[0].QueuedAt, gone[0].EndedAt).ShouldBe((early.QueuedAt, early.EndedAt!.Value));
    }

    private async Task<IEnumerable<string>> DueAsync() =>
        (await Ledger.CallBacksDueAsync(Given.Kaifeng, Given.Start.AddDays(-7), 10, Cancel)).Select(c => c.CallId);

    private Task WriteAsync(CallRecord call) => Ledger.UpsertAsync(Given.Kaifeng, [call], Cancel);

    private async Task<CallRow> FindAsync(string id) => (await Ledger.FindAsync(new CallId(id), Cancel)).ShouldNotBeNull();
}

public sealed class CallLedgerOnSqlite() : CallLedgerSpecification(TestDatabase.OnSqliteAsync);

public sealed class CallLedgerOnPostgres() : CallLedgerSpecification(TestDatabase.OnPostgresAsync);

public sealed class CallLedgerOnSqlServer() : CallLedgerSpecification(TestDatabase.OnSqlServerAsync);
