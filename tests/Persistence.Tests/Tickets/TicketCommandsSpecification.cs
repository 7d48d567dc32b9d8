using System.Data.Common;
using System.Globalization;
using Dapper;
using Hotline.Testkit;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

/// <summary>The one way to change a ticket: all of it counts, or none, and it may be asked for twice.</summary>
public abstract class TicketCommandsSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly TicketActor Agent = new("1001", TicketRole.Agent);

    private TicketStore Store => new(Database);

    private Outbox Outbox => new(Database);

    [Fact]
    public async Task Outcome_is_kept_with_its_step_its_news_its_audit_and_the_calls_outcome()
    {
        await new CallLedger(Database).UpsertAsync(Given.Kaifeng, [Given.Call("t1") with { Call = new("c-t1") }], Cancel);
        await Store.OpenDraftAsync(Given.Opening(), Cancel);

        var done = (await DoAsync(Record())).ShouldBeOfType<TicketAnswer.Done>().Ticket;

        done.State.ShouldBe(TicketState.Accepted);
        done.Number.ShouldNotBeNull();
        (await Store.StepsAsync(new("t1"), Cancel)).Count.ShouldBe(2);
        (await Outbox.DueAsync(Outbox.Floor, Given.Start.AddMinutes(1), 10, Cancel)).Select(row => (row.TicketId, row.StepNo)).ShouldBe([("t1", 2)]);
        var entry = (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "t1", 10, Cancel)).ShouldHaveSingleItem();
        (entry.Who, entry.Action, entry.Address).ShouldBe(("1001", "accepted", "10.1.2.3"));
        (await new CallLedger(Database).FindAsync(new("c-t1"), Cancel))!.Outcome.ShouldBe("ticket");
    }

    [Fact]
    public async Task Outcome_that_cannot_be_told_on_is_not_kept_at_all()
    {
        await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await using (var connection = await Own.ConnectAsync())
        {
            await connection.ExecuteAsync("drop table outbox");
        }

        await Should.ThrowAsync<DbException>(DoAsync(Record()));

        (await Store.LoadAsync(new("t1"), Cancel))!.State.ShouldBe(TicketState.Draft);
        (await Store.StepsAsync(new("t1"), Cancel)).Count.ShouldBe(1);
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "t1", 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Outcome_told_again_is_done_once()
    {
        await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var first = await DoAsync(Record());

        (await DoAsync(Record())).ShouldBe(first);

        (await Store.StepsAsync(new("t1"), Cancel)).Count.ShouldBe(2);
        (await Outbox.DueAsync(Outbox.Floor, Given.Start.AddMinutes(1), 10, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_ten_at_once_one_is_kept_and_the_others_are_shown_it()
    {
        await Store.OpenDraftAsync(Given.Opening(), Cancel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(n => DoAsync(Save(Given.WholeForm with { Title = string.Create(CultureInfo.InvariantCulture, $"第{n}") }))));

        var kept = answers.OfType<TicketAnswer.Done>().ShouldHaveSingleItem().Ticket;
        answers.OfType<TicketAnswer.Stale>().ShouldAllBe(stale => stale.Current == kept);
        answers.OfType<TicketAnswer.Stale>().Count().ShouldBe(9);
    }

    [Fact]
    public async Task Draft_saved_often_is_audited_once_for_each_writer()
    {
        await Store.OpenDraftAsync(Given.Opening(), Cancel);
        for (var version = 1; version <= 3; version++)
        {
            (await DoAsync(Save(Given.WholeForm with { Title = string.Create(CultureInfo.InvariantCulture, $"第{version}") }), version))
            .ShouldBeOfType<TicketAnswer.Done>();
        }

        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "t1", 10, Cancel)).Select(entry => (entry.Who, entry.Action))
            .ShouldBe([("1001", "write-draft")]);
        (await Outbox.DueAsync(Outbox.Floor, Given.Start.AddMinutes(1), 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ticket_beyond_somebodys_sight_is_not_there_for_him()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await new TicketCommands(Database).KeptAsync(Given.SaveDraft(opened, Given.WholeForm with { Confidential = true }));
        var others = new TicketSight("1009", null, Open: true, Confidential: false);

        (await DoAsync(Record(), version: 1, others)).ShouldBeOfType<TicketAnswer.NotFound>();
        (await DoAsync(Record(), version: 2, others)).ShouldBeOfType<TicketAnswer.NotFound>();
        (await DoAsync(Record(), version: 1)).ShouldBeOfType<TicketAnswer.Stale>();
    }

    /// <summary>Whose it is not hears that, and nothing of the ticket: neither by an old version nor by an outcome that he guesses.</summary>
    [Fact]
    public async Task Ticket_of_another_is_refused_before_anything_is_told_of_it()
    {
        await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var sees = new TicketSight("1009", null, Open: true, Confidential: true);
        var others = Record() with { By = new TicketActor("1009", TicketRole.Agent) };

        (await DoAsync(others, version: 7, sees)).ShouldBeOfType<TicketAnswer.Refused>().Why.Code.ShouldBe(TicketRefusal.NotYours);
        await DoAsync(Record());
        (await DoAsync(others, version: 1, sees)).ShouldBeOfType<TicketAnswer.Refused>().Why.Code.ShouldBe(TicketRefusal.NotYours);
    }

    [Fact]
    public async Task Ticket_unknown_is_not_found() => (await DoAsync(Record())).ShouldBeOfType<TicketAnswer.NotFound>();

    [Fact]
    public async Task Rules_refuse_nothing_is_kept()
    {
        await Store.OpenDraftAsync(Given.Opening(), Cancel);

        var refused = (await DoAsync(new TicketCommand.RecordOutcome(Agent, TicketForm.Empty, new CallOutcome.Ticket())))
            .ShouldBeOfType<TicketAnswer.Refused>();

        refused.Why.Code.ShouldBe(TicketRefusal.FieldsMissing);
        (await Store.LoadAsync(new("t1"), Cancel))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task News_put_off_lets_the_others_go_first_and_is_gone_once_told()
    {
        foreach (var id in new[] { "t1", "t2" })
        {
            await Store.OpenDraftAsync(Given.Opening(id), Cancel);
            await DoAsync(Record(), 1, ticket: id);
        }
        var later = Given.Start.AddHours(1);
        var first = (await DueAsync(later))[0];

        await Outbox.PutOffAsync(first, later.AddMinutes(1), Cancel);

        (await DueAsync(later)).Select(row => row.TicketId).ShouldBe(["t2"]);
        (await DueAsync(later.AddMinutes(1))).Select(row => (row.TicketId, row.Attempts)).ShouldBe([("t2", 0), ("t1", 1)]);
        await Outbox.DoneAsync(Outbox.Floor, "t2", 2, Cancel);
        await Outbox.DoneAsync(Outbox.Floor, "t2", 2, Cancel);
        (await DueAsync(later.AddMinutes(1))).Select(row => row.TicketId).ShouldBe(["t1"]);
    }

    private Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now) => Outbox.DueAsync(Outbox.Floor, now, 10, Cancel);

    private static TicketCommand.RecordOutcome Record() => new(Agent, Given.WholeForm, new CallOutcome.Ticket());

    private static TicketCommand.SaveDraft Save(TicketForm form) => new(Agent, form);

    private Task<TicketAnswer> DoAsync(TicketCommand command, int version = 1, TicketSight? sight = null, string ticket = "t1") =>
        new TicketCommands(Database).DoAsync(
        new TicketWish(ticket, version, command, sight ?? TicketSight.Everything, Given.Start.AddSeconds(30), Given.Today, "10.1.2.3"), Cancel);
}

public sealed class TicketCommandsOnSqlite() : TicketCommandsSpecification(TestDatabase.OnSqliteAsync);

public sealed class TicketCommandsOnPostgres() : TicketCommandsSpecification(TestDatabase.OnPostgresAsync);

public sealed class TicketCommandsOnSqlServer() : TicketCommandsSpecification(TestDatabase.OnSqlServerAsync);
