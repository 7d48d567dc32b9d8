using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

/// <summary>补充 and 催办: the earlier ticket and the draft of the present call change together, or not at all.</summary>
public abstract class FollowUpSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly TicketActor Agent = new("1002", TicketRole.Agent);

    private TicketStore Store => new(Database);

    private TicketCommands Commands => new(Database);

    private Outbox Outbox => new(Database);

    [Fact]
    public async Task Both_are_kept_with_their_steps_their_news_and_their_audit()
    {
        var earlier = await AcceptedAsync();
        await DraftAsync("t2");

        var done = (await DoAsync("t2", earlier, FollowUpKind.Expedite, "还没有来")).ShouldBeOfType<TicketAnswer.Done>().Ticket;

        (done.Id, done.State, done.Outcome, done.EarlierTicket, done.Number).ShouldBe(
            ("t2", TicketState.FollowedUp, OutcomeKind.Expedite, "t1", null));
        var after = (await Store.LoadAsync(new("t1"), Cancel))!;
        (after.State, after.Number, after.Expedited, after.ExpeditedAt).ShouldBe(
            (TicketState.Accepted, earlier.Number, 1, Given.Start.AddHours(1)));
        var step = (await Store.StepsAsync(new("t1"), Cancel))[^1];
        (step.By, step.FollowUp, step.CallId, step.Reason).ShouldBe((Agent, FollowUpKind.Expedite, "c-t2", "还没有来"));
        (await ToldAsync(Outbox.Floor)).ShouldBe([("t1", 2), ("t2", 2)], ignoreOrder: true);
        (await ToldAsync(Outbox.Desks)).ShouldBe([("t1", 2), ("t1", 3), ("t2", 2)], ignoreOrder: true);
        (await ActionsAsync("t1")).ShouldBe(["expedite", "accepted"], ignoreOrder: true);
        (await ActionsAsync("t2")).ShouldBe(["followedUp"]);
        (await new CallLedger(Database).FindAsync(new("c-t2"), Cancel))!.Outcome.ShouldBe("expedite");
    }

    [Fact]
    public async Task Told_again_it_is_done_once()
    {
        var earlier = await AcceptedAsync();
        await DraftAsync("t2");
        var first = await DoAsync("t2", earlier, FollowUpKind.Expedite, "还没有来");

        (await DoAsync("t2", earlier, FollowUpKind.Expedite, "还没有来")).ShouldBe(first);

        (await Store.LoadAsync(new("t1"), Cancel))!.Expedited.ShouldBe(1);
        (await Store.StepsAsync(new("t1"), Cancel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Of_two_calls_at_once_one_is_shown_what_the_other_did_and_asks_again()
    {
        var earlier = await AcceptedAsync();
        await DraftAsync("t2");
        await DraftAsync("t3");

        var answers = await Task.WhenAll(
            DoAsync("t2", earlier, FollowUpKind.Expedite, ""), DoAsync("t3", earlier, FollowUpKind.Expedite, ""));

        var done = answers.OfType<TicketAnswer.Done>().ShouldHaveSingleItem().Ticket;
        var stale = answers.OfType<TicketAnswer.Stale>().ShouldHaveSingleItem().Current;
        (stale.Id, stale.Expedited).ShouldBe(("t1", 1));
        var other = done.Id == "t2" ? "t3" : "t2";
        (await Store.LoadAsync(new(other), Cancel))!.State.ShouldBe(TicketState.Draft);

        (await DoAsync(other, stale, FollowUpKind.Expedite, "")).ShouldBeOfType<TicketAnswer.Done>();
        (await Store.LoadAsync(new("t1"), Cancel))!.Expedited.ShouldBe(2);
    }

    [Fact]
    public async Task A_ticket_that_is_not_open_keeps_the_draft_a_draft()
    {
        var answered = await Commands.KeptAsync(Given.Answer(await Store.OpenDraftAsync(Given.Opening(), Cancel), "已答复"));
        await DraftAsync("t2");

        (await DoAsync("t2", answered, FollowUpKind.Supplement, "又停水了")).ShouldBeOfType<TicketAnswer.Refused>()
            .Why.Code.ShouldBe(TicketRefusal.NotOpen);

        (await Store.LoadAsync(new("t2"), Cancel))!.State.ShouldBe(TicketState.Draft);
    }

    [Fact]
    public async Task A_ticket_beyond_somebodys_sight_is_not_there_for_him_and_his_callers_is()
    {
        var earlier = await AcceptedAsync(Given.WholeForm with { Confidential = false });
        await DraftAsync("t2");
        var mine = new TicketSight("1002", null, Open: false, Confidential: false, Ticket: "t2");

        (await DoAsync("t2", earlier, FollowUpKind.Expedite, "", mine)).ShouldBeOfType<TicketAnswer.NotFound>();
        (await DoAsync("t2", earlier, FollowUpKind.Expedite, "", mine with { Caller = Given.Caller })).ShouldBeOfType<TicketAnswer.Done>();
    }

    private async Task<Ticket> AcceptedAsync(TicketForm? form = null) =>
        await Commands.KeptAsync(Given.Accept(await Store.OpenDraftAsync(Given.Opening(), Cancel), form));

    private async Task DraftAsync(string id)
    {
        await new CallLedger(Database).UpsertAsync(Given.Kaifeng, [Given.Call(id) with { Call = new("c-" + id) }], Cancel);
        await Store.OpenDraftAsync(Given.Opening(id, agent: "1002"), Cancel);
    }

    private async Task<IEnumerable<string>> ActionsAsync(string ticket) =>
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, ticket, 10, Cancel)).Select(entry => entry.Action);

    private Task<TicketAnswer> DoAsync(string draft, Ticket earlier, FollowUpKind kind, string words, TicketSight? sight = null)
    {
        var (at, sees) = (Given.Start.AddHours(1), sight ?? TicketSight.Everything);
        var record = new TicketCommand.RecordOutcome(Agent, TicketForm.Empty, new CallOutcome.FollowUp(kind, earlier.Id, words));
        var followUp = new TicketCommand.FollowUp(Agent, kind, "c-" + draft, words);
        return Commands.FollowUpAsync(
            new TicketWish(draft, 1, record, sees, at, Given.Today, ""),
            new TicketWish(earlier.Id, earlier.Version, followUp, sees, at, Given.Today, ""), Cancel);
    }

    private async Task<List<(string Ticket, int Step)>> ToldAsync(string consumer) =>
        [.. (await Outbox.DueAsync(consumer, Given.Start.AddHours(2), 10, Cancel)).Select(row => (row.TicketId, row.StepNo))];
}

public sealed class FollowUpOnSqlite() : FollowUpSpecification(TestDatabase.OnSqliteAsync);

public sealed class FollowUpOnPostgres() : FollowUpSpecification(TestDatabase.OnPostgresAsync);

public sealed class FollowUpOnSqlServer() : FollowUpSpecification(TestDatabase.OnSqlServerAsync);
