using System.Data.Common;
using System.Globalization;
using Dapper;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence.Tests;

/// <summary>A case is kept with its ticket, whole or not at all; lists and sweeps find it where it waits.</summary>
public abstract class CaseSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private const string Unit = "kf-cg", Other = "kf-water";
    private static readonly TicketActor Dispatcher = new("3001", TicketRole.Dispatcher);
    private static readonly TicketActor Handler = new("4001", TicketRole.UnitHandler, Unit);
    private static readonly TicketForm Open = Given.WholeForm with { Confidential = false, Urgency = Urgency.Normal, Unit = Unit };
    private readonly RoundRules _rules = new();
    private int _wishes;

    private CaseStore Cases => new(Database);

    [Fact]
    public async Task Accepted_ticket_has_its_case_in_the_list_of_dispatchers()
    {
        var accepted = await AcceptedAsync();

        var page = await Cases.ListAsync(new CaseSearch(Given.Kaifeng, CaseQueue.Dispatch, "", false), Cancel);
        page.Total.ShouldBe(1);
        var listed = page.Items.ShouldHaveSingleItem();
        listed.Case.Ticket.ShouldBe(accepted);
        listed.Case.RuleSet.ShouldBe("round");
        (listed.DueAt, listed.DueTimer).ShouldBe((accepted.AcceptedAt!.Value.AddDays(1), "dispatch"));
        var timer = (await Cases.DueAsync(Given.Kaifeng, accepted.AcceptedAt!.Value.AddHours(12), 10, Cancel)).ShouldHaveSingleItem();
        (timer.Timer, timer.TaskNo).ShouldBe(("dispatch", 0));
    }

    [Fact]
    public async Task Confidential_ones_stand_in_a_list_of_their_own()
    {
        await AcceptedAsync("t1", Open with { Confidential = true });

        (await Cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.Dispatch, "", false), Cancel)).ShouldBe(0);
        (await Cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.Dispatch, "", true), Cancel)).ShouldBe(1);
        (await Cases.CountAsync(new CaseSearch(Given.Ziyang, CaseQueue.Dispatch, "", true), Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Dispatch_is_kept_with_steps_clocks_lists_news_and_audit()
    {
        var accepted = await AcceptedAsync();

        var done = await DoneAsync(accepted, (by, wish) => new Dispatch(by, wish, Unit, [Other], null), Dispatcher);

        done.State.ShouldBe(TicketState.Dispatched);
        var loaded = (await Cases.LoadAsync(new("t1"), _rules, Cancel))!;
        (CaseJson.Of(loaded), loaded.Ticket).ShouldBe((CaseJson.Of(done), done.Ticket));
        var step = (await Cases.StepsAsync(new("t1"), Cancel))[^1];
        (step.Verb, step.Step.By.Id, step.Step.To).ShouldBe((LoopVerb.Dispatch, "3001", TicketState.Dispatched));
        step.Before.ShouldHaveSingleItem().Timer.ShouldBe(DeadlineTimer.Dispatch);
        step.After.Select(timer => timer.Timer).ShouldContain(DeadlineTimer.Handle);
        (await Cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.Dispatch, "", false), Cancel)).ShouldBe(0);
        (await Cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.UnitSign, Unit, false), Cancel)).ShouldBe(1);
        (await Cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.UnitSign, Other, false), Cancel)).ShouldBe(1);
        (await Cases.CountAsync(new CaseSearch(Given.Kaifeng, CaseQueue.UnitSign, "kf-gas", false), Cancel)).ShouldBe(0);
        (await new Outbox(Database).DueAsync(Outbox.Desks, Given.Start.AddDays(1), 10, Cancel)).Select(row => row.StepNo).ShouldBe([2, 3]);
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "t1", 10, Cancel)).Select(entry => entry.Action).ShouldContain("dispatch");
    }

    [Fact]
    public async Task Command_that_cannot_be_kept_whole_is_not_kept_at_all()
    {
        var accepted = await AcceptedAsync();
        await using (var connection = await Own.ConnectAsync())
        {
            await connection.ExecuteAsync("drop table ticket_timers");
        }

        await Should.ThrowAsync<DbException>(DoAsync(accepted, (by, wish) => new Dispatch(by, wish, Unit, [], null), Dispatcher));

        (await new TicketStore(Database).LoadAsync(new("t1"), Cancel))!.State.ShouldBe(TicketState.Accepted);
        (await Cases.StepsAsync(new("t1"), Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_dispatchers_one_is_shown_what_the_other_did()
    {
        var accepted = await AcceptedAsync();
        await DoneAsync(accepted, (by, wish) => new Urge(by, wish, "请尽快"), Dispatcher);

        var late = await DoAsync(accepted, (by, wish) => new Dispatch(by, wish, Unit, [], null) { Seen = accepted.Version }, Dispatcher);

        late.ShouldBeOfType<CaseAnswer.Stale>().Current.Urgings.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Wish_told_again_is_done_once()
    {
        var accepted = await AcceptedAsync();
        LoopCommand Wish(TicketActor by, string wish) => new Dispatch(by, "w-1", Unit, [], null) { Seen = accepted.Version };
        var first = await DoneAsync(accepted, Wish, Dispatcher);

        (await DoneAsync(accepted, Wish, Dispatcher)).Ticket.Version.ShouldBe(first.Ticket.Version);
        (await Cases.StepsAsync(new("t1"), Cancel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Case_beyond_somebodys_sight_is_not_there_for_him()
    {
        var accepted = await AcceptedAsync();

        (await new TicketCommands(Database).DoAsync(
            new CaseWish("t1", (_, _) => new Sign(Handler, "w"), [], null, _ => false, _rules, accepted.SavedAt.AddMinutes(1), ""), Cancel))
            .ShouldBeOfType<CaseAnswer.NotFound>();
    }

    [Fact]
    public async Task Lists_go_by_due_time_and_tell_how_many_there_are()
    {
        for (var n = 5; n >= 1; n--)
        {
            await AcceptedAsync(string.Create(CultureInfo.InvariantCulture, $"t{n}"), Open, Given.Start.AddHours(n));
        }

        var search = new CaseSearch(Given.Kaifeng, CaseQueue.Dispatch, "", false, PageSize: 2);
        var pages = new List<CasePage>();
        for (var page = 1; page <= 3; page++)
        {
            pages.Add(await Cases.ListAsync(search with { Page = page }, Cancel));
        }

        pages.ShouldAllBe(page => page.Total == 5);
        pages.SelectMany(page => page.Items).Select(item => item.Case.Ticket.Id).ShouldBe(["t1", "t2", "t3", "t4", "t5"]);
        (await Cases.CountAsync(search with { DueBefore = Given.Start.AddDays(1).AddHours(3) }, Cancel)).ShouldBe(2);
        (await Cases.CountAsync(search with { State = TicketState.Redo }, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Clock_that_has_told_is_silent_until_it_is_another()
    {
        var accepted = await AcceptedAsync();
        var dispatched = await DoneAsync(accepted, (by, wish) => new Dispatch(by, wish, Unit, [], null), Dispatcher);
        var late = dispatched.Ticket.SavedAt.AddDays(2);
        var due = await Cases.DueAsync(Given.Kaifeng, late, 10, Cancel);
        due.Select(row => row.Timer).Order(StringComparer.Ordinal).ShouldBe(["handle", "return", "sign"]);
        foreach (var row in due)
        {
            var told = new CaseTimerRow { TicketId = row.TicketId, Timer = row.Timer, TaskNo = row.TaskNo, WarnedAt = late };
            var notice = new CaseNoticeRow { TicketId = "t1", Tenant = Given.Kaifeng.Value, Unit = Unit, Topic = "overdue", What = row.Timer,
                At = late };
            await Cases.TellAsync(told, [notice], [], Cancel);
            await Cases.TellAsync(told, [notice], [], Cancel);
        }

        (await Cases.DueAsync(Given.Kaifeng, late, 10, Cancel)).ShouldBeEmpty();
        (await Cases.NoticesAsync(Given.Kaifeng, Unit, Given.Start, 10, Cancel)).Count.ShouldBe(3);
        await DoneAsync(dispatched.Ticket, (by, wish) => new Urge(by, wish, "请尽快"), Dispatcher);
        (await Cases.DueAsync(Given.Kaifeng, late, 10, Cancel)).ShouldBeEmpty();
    }

    /// <summary>By its list, by words, by number: what it gave back is not there for a unit, nor is what was only proposed for it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("停水")]
    [InlineData("水")]
    [InlineData(Given.Caller)]
    public async Task Unit_finds_a_ticket_by_its_task_and_no_longer_when_it_gave_it_back(string query)
    {
        var accepted = await AcceptedAsync();
        (await SeenByAsync(Unit, query), await SeenByAsync(Other, query)).ShouldBe((true, false)); // as the agent proposed
        var dispatched = await DoneAsync(accepted, (by, wish) => new Dispatch(by, wish, Unit, [Other], null), Dispatcher);
        (await SeenByAsync(Unit, query), await SeenByAsync(Other, query)).ShouldBe((true, true));
        var asked = await DoneAsync(dispatched.Ticket, (by, wish) => new RequestReturn(by, wish, "非职责", "三定方案", Other, null), Handler);
        await DoneAsync(asked.Ticket, (by, wish) => new DecideReturn(by, wish, 1, ReturnVerdict.Accept, "同意", false),
            new TicketActor("3101", TicketRole.ReturnReviewer));

        (await SeenByAsync(Unit, query), await SeenByAsync(Other, query)).ShouldBe((false, false));
    }

    [Fact]
    public async Task Lists_of_all_units_have_a_ticket_once_by_the_unit_whose_time_ends_first()
    {
        var accepted = await AcceptedAsync();
        await DoneAsync(accepted, (by, wish) => new Dispatch(by, wish, Unit, [Other], null), Dispatcher);
        var all = new CaseSearch(Given.Kaifeng, CaseQueue.UnitSign, null, false);

        var page = await Cases.ListAsync(all, Cancel);

        page.Items.ShouldHaveSingleItem().Case.Ticket.Id.ShouldBe("t1");
        (page.Total, await Cases.CountAsync(all, Cancel)).ShouldBe((1, 1));
        (await Cases.CountAsync(all with { State = TicketState.Handling }, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_answered_on_the_spot_has_a_case_that_waits_for_its_rating()
    {
        var draft = await new TicketStore(Database).OpenDraftAsync(Given.Opening("t1"), Cancel);
        var answered = await new TicketCommands(Database).KeptAsync(
            Given.Answer(draft, "已答复") with { Birth = _rules });

        var due = (await Cases.DueAsync(Given.Kaifeng, answered.SavedAt.AddDays(2), 10, Cancel)).ShouldHaveSingleItem();
        (due.Timer, due.TaskNo).ShouldBe(("rating", 0));
        var rated = await new TicketCommands(Database).DoAsync(
            new CaseWish("t1", (_, _) => new RateByDefault(TicketActor.System, "rated"), [], null, _ => true, _rules, answered.SavedAt.AddDays(2), ""), Cancel);
        rated.ShouldBeOfType<CaseAnswer.Done>().Case.State.ShouldBe(TicketState.Archived);
    }

    [Fact]
    public async Task What_the_group_fixed_binds_the_next_of_its_kind_and_area_and_is_looked_up()
    {
        var here = Open with { Place = "410221" };
        var first = await AcceptedAsync("t1", here);
        var sent = await DoneAsync(first, (by, wish) => new SendToCoordination(by, wish, CoordinationReason.UnitUnknown, "职责不清"), Dispatcher);
        await DoneAsync(sent.Ticket, (by, wish) => new DecideCoordination(
            by, wish, CoordinationOrderKind.AssignmentOrder, "副市长", "交办单 1", [], Unit, [Other]), new TicketActor("3104", TicketRole.Coordinator));

        var second = await DispatchedAsync("t2", here);
        var elsewhere = await DispatchedAsync("t3", here with { Place = "410222" });

        (second.Assignments[0].ReturnForbidden, elsewhere.Assignments[0].ReturnForbidden).ShouldBe((true, false));
        var known = await Cases.PrecedentsAsync(second.Ticket, Cancel);
        known.Select(row => (row.TicketNumber, row.Area, row.Unit, row.Decided, row.Note)).ShouldBe(
            [(first.Number, "410221", Unit, "fixed", "交办单 1"), (first.Number, "410221", Other, "fixed", "交办单 1")]);

        async Task<TicketCase> DispatchedAsync(string id, TicketForm form) =>
            await DoneAsync(await AcceptedAsync(id, form), (by, wish) => new Dispatch(by, wish, Unit, [], null), Dispatcher);
    }

    [Fact]
    public async Task First_dispatches_are_counted_and_those_that_were_given_back_rightly()
    {
        var right = await AcceptedAsync();
        await DoneAsync(right, (by, wish) => new Dispatch(by, wish, Unit, [Other], null), Dispatcher);
        var wrong = await AcceptedAsync("t2");
        var dispatched = await DoneAsync(wrong, (by, wish) => new Dispatch(by, wish, Unit, [], null), Dispatcher);
        var asked = await DoneAsync(dispatched.Ticket, (by, wish) => new RequestReturn(by, wish, "非职责", "三定方案", Other, null), Handler);
        var back = await DoneAsync(asked.Ticket, (by, wish) => new DecideReturn(by, wish, 1, ReturnVerdict.Accept, "同意", false),
            new TicketActor("3101", TicketRole.ReturnReviewer));
        await DoneAsync(back.Ticket, (by, wish) => new Dispatch(by, wish, Other, [], null), Dispatcher); // no first one

        var counted = await Cases.AccuracyAsync(Given.Kaifeng, Given.Start.AddDays(-1), Given.Start.AddDays(1), Cancel);

        (counted.Dispatched, counted.Returned).ShouldBe((2, 1));
        (await Cases.AccuracyAsync(Given.Kaifeng, Given.Start.AddDays(1), Given.Start.AddDays(2), Cancel)).Dispatched.ShouldBe(0);
    }

    [Fact]
    public async Task Case_is_found_by_its_number_in_its_own_city()
    {
        var accepted = await AcceptedAsync();

        (await Cases.FindAsync(Given.Kaifeng, accepted.Number!, _rules, Cancel))!.Ticket.Id.ShouldBe("t1");
        (await Cases.FindAsync(Given.Ziyang, accepted.Number!, _rules, Cancel)).ShouldBeNull();
        (await Cases.FindAsync(Given.Kaifeng, "none", _rules, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Ticket_to_merge_into_is_found_by_its_number()
    {
        var first = await AcceptedAsync();
        var second = await AcceptedAsync("t2");

        var merged = await DoneAsync(second, (by, wish) => new MergeInto(by, wish, "t1", "同一事项"), Dispatcher, first.Number);

        (merged.State, merged.MergedInto).ShouldBe((TicketState.Merged, "t1"));
    }

    private async Task<bool> SeenByAsync(string unit, string query)
    {
        var store = new TicketStore(Database);
        var found = await store.SearchAsync(
            new TicketSearch(Given.Kaifeng, new TicketSight("7001", unit, Open: false, Confidential: false), query), Cancel);
        (await store.IsOfUnitAsync(new("t1"), unit, Cancel)).ShouldBe(found.Total == 1);
        return found.Total == 1;
    }

    private async Task<Ticket> AcceptedAsync(string id = "t1", TicketForm? form = null, DateTimeOffset? at = null)
    {
        var draft = await new TicketStore(Database).OpenDraftAsync(Given.Opening(id, at: at), Cancel);
        return await new TicketCommands(Database).KeptAsync(Given.Accept(draft, form ?? Open) with { Birth = _rules });
    }

    private async Task<TicketCase> DoneAsync(Ticket ticket, Func<TicketActor, string, LoopCommand> command, TicketActor by, string? target = null) =>
        (await DoAsync(ticket, command, by, target)).ShouldBeOfType<CaseAnswer.Done>().Case;

    private Task<CaseAnswer> DoAsync(Ticket ticket, Func<TicketActor, string, LoopCommand> command, TicketActor by, string? target = null)
    {
        var wish = command(by, string.Create(CultureInfo.InvariantCulture, $"wish-{_wishes++}"));
        return new TicketCommands(Database).DoAsync(
            new CaseWish(ticket.Id, (_, _) => wish, [Unit, Other], target, _ => true, _rules, ticket.SavedAt.AddMinutes(1), "10.1.2.3"), Cancel);
    }
}

public sealed class CaseOnSqlite() : CaseSpecification(TestDatabase.OnSqliteAsync);

public sealed class CaseOnPostgres() : CaseSpecification(TestDatabase.OnPostgresAsync);

public sealed class CaseOnSqlServer() : CaseSpecification(TestDatabase.OnSqlServerAsync);
