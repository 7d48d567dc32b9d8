using Hotline.Routing;
using Hotline.Testkit;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

public abstract class TicketStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly TicketId Id = new("t1");

    private TicketStore Store => new(Database);

    [Fact]
    public async Task OpenDraft_New_IsADraftWithItsFirstStep()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        opened.ShouldBe(Ticket.Open(Given.Opening()).Ticket);
        (await Store.StepsAsync(Id, Cancel)).ShouldBe([new TicketStep("t1", 1, TicketActor.System, null, TicketState.Draft, Given.Start, "")]);
    }

    [Fact]
    public async Task OpenDraft_ToldAgainAfterSaving_LeavesWhatWasSaved()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Store.SaveAsync(Given.SaveDraft(opened, Given.WholeForm), Cancel);

        Ticket again = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        again.Form.ShouldBe(Given.WholeForm);
        again.Version.ShouldBe(2);
        (await Store.StepsAsync(Id, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task OpenDraft_AnotherAgentLater_HandsItOverWithoutANewVersion()
    {
        await Store.OpenDraftAsync(Given.Opening(agent: "1001"), Cancel);

        Ticket handed = await Store.OpenDraftAsync(Given.Opening(agent: "1002", at: Given.Start.AddSeconds(40)), Cancel);

        handed.AgentId.ShouldBe("1002");
        handed.Version.ShouldBe(1);
        handed.CreatedAt.ShouldBe(Given.Start);
    }

    [Fact]
    public async Task OpenDraft_ToldInTheWrongOrder_LaterAgentKeepsIt()
    {
        await Store.OpenDraftAsync(Given.Opening(agent: "1002", at: Given.Start.AddSeconds(40)), Cancel);

        Ticket ticket = await Store.OpenDraftAsync(Given.Opening(agent: "1001", at: Given.Start), Cancel);

        ticket.AgentId.ShouldBe("1002");
    }

    [Fact]
    public async Task Save_NobodysDraft_BecomesTheWritersUntilTheFloorSaysOtherwise()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(agent: null), Cancel);
        var change = (TicketDecision.Changed)TicketRules.Decide(opened, new TicketCommand.SaveDraft(Given.Agent, Given.WholeForm), Given.Start);

        (await Store.SaveAsync(change, Cancel)).ShouldBeOfType<SaveResult.Saved>().Ticket.AgentId.ShouldBe("1001");
        (await Store.OpenDraftAsync(Given.Opening(agent: "1003"), Cancel)).AgentId.ShouldBe("1003");
    }

    [Fact]
    public async Task Load_Unknown_IsNull() => (await Store.LoadAsync(new TicketId("none"), Cancel)).ShouldBeNull();

    [Fact]
    public async Task Save_Unknown_IsAnError()
    {
        TicketDecision.Changed change = Given.SaveDraft(Ticket.Open(Given.Opening()).Ticket, Given.WholeForm);

        await Should.ThrowAsync<InvalidOperationException>(() => Store.SaveAsync(change, Cancel));
    }

    [Fact]
    [Requirement("CALL-07", Shows = "the record is kept as it was decided")]
    public async Task Save_Outcome_ComesBackAsItWasDecided()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        TicketDecision.Changed change = Given.Answer(opened, "请携带身份证到窗口办理。");

        (await Store.SaveAsync(change, Cancel)).ShouldBe(new SaveResult.Saved(change.Ticket));

        (await Store.LoadAsync(Id, Cancel)).ShouldBe(change.Ticket);
        (await Store.StepsAsync(Id, Cancel))[1].ShouldBe(change.Steps[0]);
    }

    [Theory]
    [InlineData(OutcomeKind.NotAccepted, TicketState.NotAccepted)]
    [InlineData(OutcomeKind.Referral, TicketState.Referred)]
    public async Task Save_OutcomeWithAReason_KeepsBothApart(OutcomeKind kind, TicketState state)
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var command = new TicketCommand.RecordOutcome(Given.Agent, Given.WholeForm, CallOutcome.Of(kind, "已告知向法院提出", "legal-procedure"));
        var change = (TicketDecision.Changed)TicketRules.Decide(opened, command, opened.SavedAt.AddSeconds(30));
        await Store.SaveAsync(change, Cancel);

        Ticket kept = (await Store.LoadAsync(Id, Cancel))!;
        (kept.State, kept.Outcome, kept.ReasonCode, kept.Summary).ShouldBe((state, kind, "legal-procedure", "已告知向法院提出"));
        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, TicketSight.Everything, "", state, 1, 20), Cancel)).Items.ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
    }

    [Fact]
    public async Task Save_LostRace_IsAConflictWithTheCurrentTicket()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        TicketDecision.Changed first = Given.SaveDraft(opened, Given.WholeForm with { Title = "先" });
        await Store.SaveAsync(first, Cancel);

        SaveResult second = await Store.SaveAsync(Given.Answer(opened, "后"), Cancel);

        second.ShouldBe(new SaveResult.Conflict(first.Ticket));
        (await Store.LoadAsync(Id, Cancel)).ShouldBe(first.Ticket);
        (await Store.StepsAsync(Id, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Save_SixAtOnce_OneWins()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        SaveResult[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            i => Task.Run(() => Store.SaveAsync(Given.SaveDraft(opened, Given.WholeForm with { Title = $"第{i}个" }), Cancel))));

        Ticket winner = results.OfType<SaveResult.Saved>().ShouldHaveSingleItem().Ticket;
        results.OfType<SaveResult.Conflict>().ShouldAllBe(conflict => conflict.Current == winner);
    }

    [Fact]
    public async Task Save_AcceptedWithoutNumber_IsAnError()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);

        Should.Throw<ArgumentException>(() => Store.SaveAsync(Given.Accept(opened), Cancel));
    }

    [Fact]
    public async Task Accept_DrawsTheNumbersOfTheDayInTurn()
    {
        Ticket first = await AcceptedAsync("t1", Given.Today);
        Ticket second = await AcceptedAsync("t2", Given.Today);
        Ticket tomorrow = await AcceptedAsync("t3", Given.Today.AddDays(1));

        first.Number.ShouldBe("410200-20260401-1-000001");
        second.Number.ShouldBe("410200-20260401-1-000002");
        tomorrow.Number.ShouldBe("410200-20260402-1-000001");
        first.State.ShouldBe(TicketState.Accepted);
    }

    [Fact]
    public async Task Accept_LostRace_DrawsNoNumber()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Store.SaveAsync(Given.SaveDraft(opened, Given.WholeForm), Cancel);

        (await Store.AcceptAsync(Given.Accept(opened), Given.Today, Cancel)).ShouldBeOfType<SaveResult.Conflict>();

        (await AcceptedAsync("t2", Given.Today)).Number.ShouldBe("410200-20260401-1-000001");
    }

    [Fact]
    public async Task Accept_ManyAtOnce_NeverTheSameNumber()
    {
        Ticket[] accepted = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => AcceptedAsync($"t{i}", Given.Today))));

        accepted.Select(ticket => ticket.Number).Distinct().Count().ShouldBe(20);
    }

    /// <summary>CALL-07: nobody is left to write the outcome; what was written so far stays.</summary>
    [Fact]
    public async Task Close_AnOpenDraft_IsHandedOnWithWhatWasWritten()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Store.SaveAsync(Given.SaveDraft(opened, Given.WholeForm), Cancel);
        await new CallLedger(Database).UpsertAsync(Given.Kaifeng, [Given.Call("c-t1").Ended()], Cancel);

        await CloseAsync("座席 1001 已签退");

        Ticket closed = (await Store.LoadAsync(Id, Cancel))!;
        (closed.State, closed.Outcome, closed.Summary, closed.Form).ShouldBe((TicketState.Transferred, OutcomeKind.Transfer, "座席 1001 已签退", Given.WholeForm));
        (await Store.StepsAsync(Id, Cancel))[^1].By.ShouldBe(TicketActor.System);
        (await new CallLedger(Database).FindAsync(new CallId("c-t1"), Cancel))!.Outcome.ShouldBe("transfer");
    }

    [Fact]
    public async Task Close_WithoutADraft_MakesTheRecord()
    {
        await CloseAsync("转接税务分中心");

        Ticket closed = (await Store.LoadAsync(Id, Cancel))!;
        (closed.State, closed.AgentId, closed.Caller).ShouldBe((TicketState.Transferred, null, Given.Caller));
    }

    [Fact]
    public async Task Close_WhatHasAnOutcome_ChangesNothing()
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Store.SaveAsync(Given.Answer(opened, "已答复"), Cancel);

        await CloseAsync("太迟");
        await CloseAsync("太迟");

        (await Store.LoadAsync(Id, Cancel))!.Summary.ShouldBe("已答复");
    }

    private Task<int> CloseAsync(string summary) => Database.WriteAsync(
        async session =>
        {
            await TicketStore.CloseAsync(session, Given.Opening(agent: null, at: Given.Start.AddMinutes(5)), summary);
            return 0;
        },
        Cancel);

    [Fact]
    public async Task DraftsOfAgent_AreHisUnfinishedOnes_NewestFirst()
    {
        await Store.OpenDraftAsync(Given.Opening("t1"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t2"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t3", agent: "1002"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t4", tenant: Given.Ziyang), Cancel);
        await AcceptedAsync("t5", Given.Today);

        IReadOnlyList<Ticket> drafts = await Store.DraftsOfAgentAsync(Given.Kaifeng, new AgentId("1001"), 10, Cancel);

        drafts.Select(ticket => ticket.Id).ShouldBe(["t2", "t1"]);
    }

    [Fact]
    public async Task OfCaller_TellsOpenFromFinished()
    {
        await Store.OpenDraftAsync(Given.Opening("t1"), Cancel);
        await AcceptedAsync("t2", Given.Today);
        await Store.SaveAsync(Given.Answer(await Store.OpenDraftAsync(Given.Opening("t3"), Cancel), "已答复"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t5", caller: "13900000000"), Cancel);
        await Store.OpenDraftAsync(Given.Opening("t6", tenant: Given.Ziyang), Cancel);

        (await Store.OfCallerAsync(Given.Kaifeng, Given.Caller, TicketSight.Everything, 10, Cancel)).Select(ticket => ticket.Id).ShouldBe(["t3", "t2", "t1"]);
        (await Store.OpenOfCallerAsync(Given.Kaifeng, Given.Caller, TicketSight.Everything, 10, Cancel)).Select(ticket => ticket.Id).ShouldBe(["t2", "t1"]);
        (await Store.OpenOfCallerAsync(Given.Kaifeng, Given.Caller, TicketSight.Everything, 1, Cancel)).Select(ticket => ticket.Id).ShouldBe(["t2"]);
    }

    [Fact]
    public async Task OfCaller_WithheldNumber_HasNoHistory()
    {
        await Store.OpenDraftAsync(Given.Opening(caller: ""), Cancel);

        (await Store.OfCallerAsync(Given.Kaifeng, "", TicketSight.Everything, 10, Cancel)).ShouldBeEmpty();
    }

    private async Task<Ticket> AcceptedAsync(string id, DateOnly date)
    {
        Ticket opened = await Store.OpenDraftAsync(Given.Opening(id), Cancel);
        return ((SaveResult.Saved)await Store.AcceptAsync(Given.Accept(opened), date, Cancel)).Ticket;
    }
}

public sealed class TicketStoreOnSqlite() : TicketStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class TicketStoreOnPostgres() : TicketStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class TicketStoreOnSqlServer() : TicketStoreSpecification(TestDatabase.OnSqlServerAsync);
