using Dapper;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence.Tests;

/// <summary>Changes of the calendar are kept in their order, and cases with clocks are found in batches.</summary>
public abstract class CalendarStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly CalendarChange Change = new(
        [new DayMark(new DateOnly(2026, 10, 9), DayMarkKind.Off, "国庆节")], [new YearMark(2027, "通知"), new YearMark(2025, null)]);

    private readonly RoundRules _rules = new();

    private CalendarStore Calendar => new(Database);

    [Fact]
    public async Task Change_comes_back_as_it_was_made_with_its_audit()
    {
        (await AppendAsync(1)).ShouldBeTrue();
        (await Calendar.ChangesAsync(Given.Ziyang, Cancel)).ShouldBeEmpty();

        var row = (await Calendar.ChangesAsync(Given.Kaifeng, Cancel)).ShouldHaveSingleItem();
        (row.ChangeNo, row.MadeBy, row.Reason, row.Undoes, row.CountedTo, row.DoneAt).ShouldBe((1, "0000", "调整", null, null, null));
        row.MadeAt.ShouldBe(Given.Start);
        var read = CalendarJson.Read(row.Change);
        read.Days.ShouldBe(Change.Days);
        read.Years.ShouldBe(Change.Years);
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "calendar/1", 10, Cancel)).ShouldHaveSingleItem().Purpose.ShouldBe("调整");
    }

    [Fact]
    public async Task Number_that_is_taken_or_leaves_a_gap_keeps_nothing()
    {
        await AppendAsync(1);
        (await AppendAsync(1)).ShouldBeFalse();
        (await AppendAsync(3)).ShouldBeFalse();
        (await AppendAsync(2)).ShouldBeTrue();
        (await Calendar.ChangesAsync(Given.Kaifeng, Cancel)).Select(row => row.ChangeNo).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task How_far_it_was_counted_stays_with_the_change()
    {
        await AppendAsync(1);
        var row = (await Calendar.ChangesAsync(Given.Kaifeng, Cancel))[0] with
        {
            CountedTo = "t2", Counted = 2, Moved = 1, DoneAt = Given.Start.AddMinutes(1),
        };
        await Calendar.CountedAsync(row, Cancel);
        (await Calendar.ChangesAsync(Given.Kaifeng, Cancel)).ShouldHaveSingleItem().ShouldBe(row);
    }

    [Fact]
    public async Task Cases_with_clocks_come_in_batches_with_the_clocks_that_stand_there()
    {
        foreach (var id in new[] { "t3", "t1", "t2" })
        {
            var draft = await new TicketStore(Database).OpenDraftAsync(Given.Opening(id), Cancel);
            await new TicketCommands(Database).KeptAsync(Given.Accept(draft) with { Birth = _rules });
        }

        var cases = new CaseStore(Database);
        var first = await cases.RunningAsync(Given.Kaifeng, "", 2, Cancel);
        first.Cases.Select(running => running.Case.Ticket.Id).ShouldBe(["t1", "t2"]);
        first.Last.ShouldBe("t2");
        first.Cases[0].Clocks.ShouldBe(CaseTimers.Running(first.Cases[0].Case, _rules));
        var second = await cases.RunningAsync(Given.Kaifeng, "t2", 2, Cancel);
        (second.Cases.ShouldHaveSingleItem().Case.Ticket.Id, second.Last).ShouldBe(("t3", null));
        (await cases.RunningAsync(Given.Ziyang, "", 2, Cancel)).Cases.ShouldBeEmpty();

        await using (var connection = await Own.ConnectAsync())
        {
            await connection.ExecuteAsync("update ticket_cases set document = '{' where ticket_id = 't1'");
        }

        first = await cases.RunningAsync(Given.Kaifeng, "", 2, Cancel);
        (first.Cases.ShouldHaveSingleItem().Case.Ticket.Id, first.Unreadable.ShouldHaveSingleItem(), first.Last).ShouldBe(("t2", "t1", "t2"));
        (await cases.RunningOfAsync(new("t2"), Cancel)).ShouldNotBeNull().Clocks.Count.ShouldBe(1);
    }

    private Task<bool> AppendAsync(int no) => Calendar.AppendAsync(
        new CalendarChangeRow
        {
            Tenant = Given.Kaifeng.Value, ChangeNo = no, MadeAt = Given.Start, MadeBy = "0000", Reason = "调整", Change = CalendarJson.Of(Change),
            Counter = CalendarJson.Of(Change),
        },
        new AuditEntry(Given.Start, Given.Kaifeng.Value, "0000", "change-calendar", $"calendar/{no}", "调整", ""), Cancel);
}

public sealed class CalendarStoreOnSqlite() : CalendarStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class CalendarStoreOnPostgres() : CalendarStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class CalendarStoreOnSqlServer() : CalendarStoreSpecification(TestDatabase.OnSqlServerAsync);
