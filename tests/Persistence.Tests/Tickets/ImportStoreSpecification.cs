using Hotline.Tickets;
using Hotline.Tickets.Import;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence.Tests;

/// <summary>An old ticket is kept whole and once; an import says how far it came, and forgets what it held when it is done.</summary>
public abstract class ImportStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly ImportedTicket Old = new()
    {
        Line = 2, SourceNumber = "A-1", AcceptedAt = Given.Start.AddDays(-3), DispatchedAt = Given.Start.AddDays(-2), State = TicketState.Dispatched,
        Form = Given.WholeForm with { Unit = "kf-cg", Confidential = false, ContactNumber = "13800006021" },
    };

    private readonly RoundRules _rules = new();

    private ImportStore Imports => new(Database);

    [Fact]
    public async Task Old_ticket_is_kept_with_number_steps_case_clocks_and_audit_and_once_only()
    {
        (await KeepAsync()).ShouldBeTrue();
        (await KeepAsync()).ShouldBeFalse();

        var cases = new CaseStore(Database);
        var subject = (await cases.LoadAsync(new("i-1"), _rules, Cancel)).ShouldNotBeNull();
        subject.State.ShouldBe(TicketState.Dispatched);
        subject.Ticket.Number.ShouldNotBeNull();
        (subject.Ticket.AcceptedAt, subject.Ticket.Caller).ShouldBe((Old.AcceptedAt, "13800006021"));
        (await cases.StepsAsync(new("i-1"), Cancel)).Select(step => (step.Step.To, step.Step.At)).ShouldBe(
        [
            (TicketState.Draft, Old.AcceptedAt), (TicketState.Accepted, Old.AcceptedAt), (TicketState.Dispatched, Old.DispatchedAt!.Value),
        ]);
        var running = (await cases.RunningOfAsync(new("i-1"), Cancel)).ShouldNotBeNull();
        running.Clocks.ShouldContain(clock => clock.Due == Old.DispatchedAt.Value.AddDays(1), "it runs from the time of before");
        (await cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.UnitSign, "kf-cg", false), Cancel)).ShouldBe(1);
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "i-1", 10, Cancel)).ShouldHaveSingleItem().Action.ShouldBe("import-ticket");
        (await Imports.KnownAsync(["i-0", "i-1"], Cancel)).ShouldBe(["i-1"]);
    }

    [Fact]
    public async Task Import_goes_on_where_it_was_and_forgets_what_it_held()
    {
        (await BeginAsync()).ShouldBeTrue();
        (await BeginAsync()).ShouldBeFalse("one is under way");
        (await Imports.UnfinishedAsync(Given.Kaifeng, Cancel)).ShouldHaveSingleItem().ImportNo.ShouldBe(1);
        var row = (await Imports.ImportsAsync(Given.Kaifeng, Cancel)).ShouldHaveSingleItem();
        (row.ImportNo, row.NextRow, row.DoneAt, row.RowsInAll).ShouldBe((1, 0, null, 1));
        var ticket = (await Imports.ContentAsync(row, Cancel)).ShouldHaveSingleItem();
        (ticket.Form, ticket.State, ticket.AcceptedAt).ShouldBe((Old.Form, Old.State, Old.AcceptedAt));
        ImportJson.ProblemsOf(row.Report).ShouldHaveSingleItem().ShouldBe(new ImportProblem(3, "电话", "=1+1", ImportMistake.TooLong));

        await Imports.MoveAsync(row with { NextRow = 1, Added = 1, DoneAt = Given.Start }, Cancel);

        row = (await Imports.ImportsAsync(Given.Kaifeng, Cancel)).ShouldHaveSingleItem();
        (row.NextRow, row.Added, row.DoneAt).ShouldBe((1, 1, Given.Start));
        (await Imports.ContentAsync(row, Cancel)).ShouldBeEmpty();
        (await Imports.UnfinishedAsync(Given.Kaifeng, Cancel)).ShouldBeEmpty();
        (await BeginAsync()).ShouldBeTrue();
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "import/2", 10, Cancel)).Count.ShouldBe(1);
    }

    private Task<bool> KeepAsync() => Imports.KeepAsync(
        new ImportWish(
            "i-1", Given.Kaifeng.Value, Old, new TicketActor("3001", TicketRole.Dispatcher), "原编号 A-1", _rules, Given.Start,
            new DateOnly(2026, 3, 29)),
        Cancel);

    private Task<bool> BeginAsync() => Imports.BeginAsync(
        new ImportRow
        {
            Tenant = Given.Kaifeng.Value, MadeAt = Given.Start, MadeBy = "3001", FileName = "旧工单.csv", FileHash = "00", RowsInAll = 1,
            Content = ImportJson.Of([Old]), Report = ImportJson.Of([new ImportProblem(3, "电话", "=1+1", ImportMistake.TooLong)]),
        },
        no => new AuditEntry(Given.Start, Given.Kaifeng.Value, "3001", "import-tickets", $"import/{no}", "", ""), Cancel);
}

public sealed class ImportStoreOnSqlite() : ImportStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class ImportStoreOnPostgres() : ImportStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class ImportStoreOnSqlServer() : ImportStoreSpecification(TestDatabase.OnSqlServerAsync);
