using System.Data.Common;
using Hotline.Tickets;
using Hotline.Tickets.Duty;

namespace Hotline.Persistence.Tests;

/// <summary>The ringing of duty phones survives whoever rings: it begins once for a task, and one of two who change it is told so.</summary>
public abstract class DutyCallSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly DateTimeOffset Now = Given.Start;

    private DutyCallStore Calls => new(Database);

    [Fact]
    public async Task Begun_twice_it_begins_once_and_comes_back_as_it_was()
    {
        var call = await GivenAsync();

        (await Calls.BeginAsync(Given.Kaifeng, call, [Notice("unanswered")], Cancel)).ShouldBeTrue();
        (await Calls.BeginAsync(Given.Kaifeng, call with { Unit = "other" }, [Notice("exhausted")], Cancel)).ShouldBeFalse();

        var kept = (await Calls.OfTicketAsync("t1", Cancel)).ShouldHaveSingleItem();
        (CaseJson.Of(kept.Call), kept.Version).ShouldBe((CaseJson.Of(call), 1));
        (await ToldAsync()).ShouldHaveSingleItem().What.ShouldBe("unanswered");
    }

    [Fact]
    public async Task Live_ones_are_those_of_the_city_about_which_something_is_to_be_done_the_longest_due_first()
    {
        var call = await GivenAsync();
        await Calls.BeginAsync(Given.Kaifeng, call with { NextAt = Now.AddMinutes(1) }, [], Cancel);
        await Calls.BeginAsync(Given.Kaifeng, call with { Task = 2, NextAt = Now }, [], Cancel);
        await Calls.BeginAsync(Given.Kaifeng, call with { Task = 3, NextAt = null, State = DutyState.Exhausted }, [], Cancel);

        (await Calls.LiveAsync(Given.Kaifeng, Cancel)).Select(kept => kept.Call.Task).ShouldBe([2, 1]);
        (await Calls.LiveAsync(Given.Ziyang, Cancel)).ShouldBeEmpty();
        (await Calls.OfTicketAsync("t1", Cancel)).Select(kept => kept.Call.Task).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Saved_by_one_it_is_stale_for_the_other_whose_news_are_not_told()
    {
        var call = await GivenAsync();
        await Calls.BeginAsync(Given.Kaifeng, call, [], Cancel);
        var rung = call with
        {
            Attempts = [new DutyAttempt { No = 1, Round = 1, Person = 0, At = Now, AnsweredAt = Now.AddTicks(7), Readings = 2 }],
            NextAt = Now.AddSeconds(30),
        };

        (await Calls.SaveAsync(Given.Kaifeng, rung, 1, [], Cancel)).ShouldBeTrue();
        var other = call with { State = DutyState.Exhausted, NextAt = null };
        (await Calls.SaveAsync(Given.Kaifeng, other, 1, [Notice("exhausted")], Cancel)).ShouldBeFalse();

        var kept = (await Calls.OfTicketAsync("t1", Cancel)).ShouldHaveSingleItem();
        (CaseJson.Of(kept.Call), kept.Version).ShouldBe((CaseJson.Of(rung), 2));
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ticket_that_is_not_there_is_refused() =>
        await Should.ThrowAsync<DbException>(() => Calls.BeginAsync(Given.Kaifeng, Call("no such ticket"), [], Cancel));

    private async Task<DutyCall> GivenAsync()
    {
        await new TicketStore(Database).OpenDraftAsync(Given.Opening(), Cancel);
        return Call("t1");
    }

    private static DutyCall Call(string ticket) => new()
    {
        Ticket = ticket, Task = 1, Unit = "kf-water", Number = "410200-20260401-1-000123", Urgency = Urgency.Special,
        People = [new DutyPerson("张三", "13900000001", "carrier")], State = DutyState.Calling, NextAt = Now, StartedAt = Now,
    };

    private Task<IReadOnlyList<CaseNoticeRow>> ToldAsync() => new CaseStore(Database).NoticesAsync(Given.Kaifeng, "", Now.AddDays(-1), 10, Cancel);

    private static CaseNoticeRow Notice(string what) =>
        new() { TicketId = "t1", Tenant = Given.Kaifeng.Value, Topic = "duty", What = what, At = Now };
}

public sealed class DutyCallOnSqlite() : DutyCallSpecification(TestDatabase.OnSqliteAsync);

public sealed class DutyCallOnPostgres() : DutyCallSpecification(TestDatabase.OnPostgresAsync);

public sealed class DutyCallOnSqlServer() : DutyCallSpecification(TestDatabase.OnSqlServerAsync);
