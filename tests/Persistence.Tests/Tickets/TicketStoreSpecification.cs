using Hotline.Routing;
using Hotline.Testkit;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

public abstract class TicketStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly TicketId Id = new("t1");

    private TicketStore Store => new(Database);

    private TicketCommands Commands => new(Database);

    [Fact]
    public async Task Open_draft_new_is_a_draft_with_its_first_step()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        opened.ShouldBe(Ticket.Open(Given.Opening()).Ticket);
        (await Store.StepsAsync(Id, Cancel)).ShouldBe([new TicketStep("t1", 1, TicketActor.System, null, TicketState.Draft, Given.Start, "")]);
    }

    [Fact]
    public async Task Open_draft_told_again_after_saving_leaves_what_was_saved()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Commands.KeptAsync(Given.SaveDraft(opened, Given.WholeForm));

        var again = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        again.Form.ShouldBe(Given.WholeForm);
        again.Version.ShouldBe(2);
        (await Store.StepsAsync(Id, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Open_draft_another_agent_later_hands_it_over_without_a_new_version()
    {
        await Store.OpenDraftAsync(Given.Opening(agent: "1001"), Cancel);

        var handed = await Store.OpenDraftAsync(Given.Opening(agent: "1002", at: Given.Start.AddSeconds(40)), Cancel);

        handed.AgentId.ShouldBe("1002");
        handed.Version.ShouldBe(1);
        handed.CreatedAt.ShouldBe(Given.Start);
    }

    [Fact]
    public async Task Open_draft_told_in_the_wrong_order_later_agent_keeps_it()
    {
        await Store.OpenDraftAsync(Given.Opening(agent: "1002", at: Given.Start.AddSeconds(40)), Cancel);

        var ticket = await Store.OpenDraftAsync(Given.Opening(agent: "1001", at: Given.Start), Cancel);

        ticket.AgentId.ShouldBe("1002");
    }

    [Fact]
    public async Task Save_nobodys_draft_becomes_the_writers_until_the_floor_says_otherwise()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(agent: null), Cancel);

        (await Commands.KeptAsync(Given.Wish(opened, new TicketCommand.SaveDraft(Given.Agent, Given.WholeForm)))).AgentId.ShouldBe("1001");
        (await Store.OpenDraftAsync(Given.Opening(agent: "1003"), Cancel)).AgentId.ShouldBe("1003");
    }

    [Fact]
    public async Task Load_unknown_is_null() => (await Store.LoadAsync(new TicketId("none"), Cancel)).ShouldBeNull();

    [Fact]
    [Requirement("CALL-07", Shows = "the record is kept as it was decided")]
    public async Task Save_outcome_comes_back_as_it_was_decided()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var wish = Given.Answer(opened, "请携带身份证到窗口办理。");
        var decided = wish.Decided(opened);

        (await Commands.KeptAsync(wish)).ShouldBe(decided.Ticket);

        (await Store.LoadAsync(Id, Cancel)).ShouldBe(decided.Ticket);
        (await Store.StepsAsync(Id, Cancel))[1].ShouldBe(decided.Steps[0]);
    }

    [Theory]
    [InlineData(OutcomeKind.NotAccepted, TicketState.NotAccepted)]
    [InlineData(OutcomeKind.Referral, TicketState.Referred)]
    public async Task Save_outcome_with_a_reason_keeps_both_apart(OutcomeKind kind, TicketState state)
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var command = new TicketCommand.RecordOutcome(Given.Agent, Given.WholeForm, CallOutcome.Of(kind, "已告知向法院提出", "legal-procedure"));
        await Commands.KeptAsync(Given.Wish(opened, command));

        var kept = (await Store.LoadAsync(Id, Cancel))!;
        (kept.State, kept.Outcome, kept.ReasonCode, kept.Summary).ShouldBe((state, kind, "legal-procedure", "已告知向法院提出"));
        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, TicketSight.Everything, "", state, 1, 20),
            Cancel)).Items.ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
    }

    [Fact]
    public async Task Save_lost_race_is_a_conflict_with_the_current_ticket()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var first = await Commands.KeptAsync(Given.SaveDraft(opened, Given.WholeForm with { Title = "先" }));

        var second = await Commands.DoAsync(Given.Answer(opened, "后"), Cancel);

        second.ShouldBe(new TicketAnswer.Stale(first));
        (await Store.LoadAsync(Id, Cancel)).ShouldBe(first);
        (await Store.StepsAsync(Id, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Save_six_at_once_one_wins()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            i => Task.Run(() => Commands.DoAsync(Given.SaveDraft(opened, Given.WholeForm with { Title = $"第{i}个" }), Cancel))));

        var winner = results.OfType<TicketAnswer.Done>().ShouldHaveSingleItem().Ticket;
        results.OfType<TicketAnswer.Stale>().ShouldAllBe(stale => stale.Current == winner);
    }

    [Fact]
    public async Task Accept_draws_the_numbers_of_the_day_in_turn()
    {
        var first = await AcceptedAsync("t1", Given.Today);
        var second = await AcceptedAsync("t2", Given.Today);
        var tomorrow = await AcceptedAsync("t3", Given.Today.AddDays(1));

        first.Number.ShouldBe("410200-20260401-1-000001");
        second.Number.ShouldBe("410200-20260401-1-000002");
        tomorrow.Number.ShouldBe("410200-20260402-1-000001");
        first.State.ShouldBe(TicketState.Accepted);
    }

    [Fact]
    public async Task Accept_lost_race_draws_no_number()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Commands.KeptAsync(Given.SaveDraft(opened, Given.WholeForm));

        (await Commands.DoAsync(Given.Accept(opened), Cancel)).ShouldBeOfType<TicketAnswer.Stale>();

        (await AcceptedAsync("t2", Given.Today)).Number.ShouldBe("410200-20260401-1-000001");
    }

    [Fact]
    public async Task Accept_many_at_once_never_the_same_number()
    {
        var accepted = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => AcceptedAsync($"t{i}", Given.Today))));

        accepted.Select(ticket => ticket.Number).Distinct().Count().ShouldBe(20);
    }

    /// <summary>CALL-07: nobody is left to write the outcome; what was written so far stays.</summary>
    [Fact]
    public async Task Close_an_open_draft_is_handed_on_with_what_was_written()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Commands.KeptAsync(Given.SaveDraft(opened, Given.WholeForm));
        await new CallLedger(Database).UpsertAsync(Given.Kaifeng, [Given.Call("c-t1").Ended()], Cancel);

        await CloseAsync("座席 1001 已签退");

        var closed = (await Store.LoadAsync(Id, Cancel))!;
        (closed.State, closed.Outcome, closed.Summary, closed.Form)
            .ShouldBe((TicketState.Transferred, OutcomeKind.Transfer, "座席 1001 已签退", Given.WholeForm));
        (await Store.StepsAsync(Id, Cancel))[^1].By.ShouldBe(TicketActor.System);
        (await new Outbox(Database).DueAsync(Outbox.Floor, Given.Start.AddHours(1), 10, Cancel)).Select(row => (row.TicketId, row.StepNo))
            .ShouldBe([("t1", 2)]);
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "t1", 10, Cancel)).Select(entry => entry.Action)
            .ShouldBe(["transferred", "write-draft"], ignoreOrder: true);
        (await new CallLedger(Database).FindAsync(new CallId("c-t1"), Cancel))!.Outcome.ShouldBe("transfer");
    }

    [Fact]
    public async Task Close_without_a_draft_makes_the_record()
    {
        await CloseAsync("转接税务分中心");

        var closed = (await Store.LoadAsync(Id, Cancel))!;
        (closed.State, closed.AgentId, closed.Caller).ShouldBe((TicketState.Transferred, null, Given.Caller));
    }

    [Fact]
    public async Task Close_what_has_an_outcome_changes_nothing()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Commands.KeptAsync(Given.Answer(opened, "已答复"));

        await CloseAsync("太迟");
        await CloseAsync("太迟");

        (await Store.LoadAsync(Id, Cancel))!.Summary.ShouldBe("已答复");
    }

    private Task<int> CloseAsync(string summary) => Database.WriteAsync(
        async session =>
        {
            await TicketCommands.CloseAsync(session, Given.Opening(agent: null, at: Given.Start.AddMinutes(5)), summary);
            return 0;
        },
        Cancel);

    [Fact]
    public async Task Drafts_of_agent_are_his_unfinished_ones_newest_first()
    {
        await Store.OpenDraftAsync(Given.Opening("t1"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t2"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t3", agent: "1002"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t4", tenant: Given.Ziyang), Cancel);
        await AcceptedAsync("t5", Given.Today);

        var drafts = await Store.DraftsOfAgentAsync(Given.Kaifeng, new AgentId("1001"), new HashSet<string>(), 10, Cancel);

        drafts.Items.Select(ticket => ticket.Id).ShouldBe(["t2", "t1"]);
        (drafts.Total, drafts.IsCapped).ShouldBe((2, false));
    }

    [Fact]
    public async Task Drafts_of_agent_are_counted_beyond_those_that_are_shown_and_without_those_that_went_on()
    {
        foreach (var id in new[] { "t1", "t2", "t3", "t4" })
        {
            await Store.OpenDraftAsync(Given.Opening(id), Cancel);
        }

        var drafts = await Store.DraftsOfAgentAsync(Given.Kaifeng, new AgentId("1001"), new HashSet<string> { "t3" }, 2, Cancel);

        drafts.Items.Select(ticket => ticket.Id).ShouldBe(["t4", "t2"]);
        drafts.Total.ShouldBe(3);
    }

    [Fact]
    public async Task Of_caller_are_his_tickets_in_this_city_newest_first()
    {
        await Store.OpenDraftAsync(Given.Opening("t1"), Cancel);
        await AcceptedAsync("t2", Given.Today);
        await Commands.KeptAsync(Given.Answer(await Store.OpenDraftAsync(Given.Opening("t3"), Cancel), "已答复"));
        await Store.OpenDraftAsync(Given.Opening("t5", caller: "13900000000"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t6", tenant: Given.Ziyang), Cancel);

        (await Store.OfCallerAsync(Given.Kaifeng, Given.Caller, TicketSight.Everything, 10, Cancel)).Select(ticket => ticket.Id)
            .ShouldBe(["t3", "t2", "t1"]);
        (await Store.OfCallerAsync(Given.Kaifeng, Given.Caller, TicketSight.Everything, 1, Cancel)).Select(ticket => ticket.Id).ShouldBe(["t3"]);
    }

    [Fact]
    public async Task Of_caller_withheld_number_has_no_history()
    {
        await Store.OpenDraftAsync(Given.Opening(caller: ""), Cancel);

        (await Store.OfCallerAsync(Given.Kaifeng, "", TicketSight.Everything, 10, Cancel)).ShouldBeEmpty();
    }

    private async Task<Ticket> AcceptedAsync(string id, DateOnly date)
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(id), Cancel);
        return await Commands.KeptAsync(Given.Accept(opened) with { CityDate = date });
    }
}

public sealed class TicketStoreOnSqlite() : TicketStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class TicketStoreOnPostgres() : TicketStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class TicketStoreOnSqlServer() : TicketStoreSpecification(TestDatabase.OnSqlServerAsync);
