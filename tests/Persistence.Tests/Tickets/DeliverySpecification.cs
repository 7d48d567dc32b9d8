namespace Hotline.Persistence.Tests;

/// <summary>Notices on their way out: each written down once, of each lane the first alone, moved only by whoever read it last.</summary>
public abstract class DeliverySpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private static readonly DateTimeOffset Now = Given.Start.AddHours(1);

    private DeliveryStore Store => new(Database);

    [Fact]
    public async Task Notice_written_down_twice_stands_there_once_with_what_the_desk_was_told()
    {
        await TicketAsync("t1");
        var desk = new CaseNoticeRow { TicketId = "t1", Tenant = Given.Kaifeng.Value, Unit = "kf-cg", Topic = "step", What = "dispatch", At = Now };

        await Store.QueueAsync([desk], [Row("a")], Cancel);
        await Store.QueueAsync([desk], [Row("a") with { Body = "another" }], Cancel);

        var row = (await DueAsync()).ShouldHaveSingleItem();
        (row.DeliveryId, row.Body, row.State, row.Sendings, row.Attempts).ShouldBe(("a", "工单", DeliveryStates.Queued, 1, 0));
        var told = (await new CaseStore(Database).NoticesAsync(Given.Kaifeng, "kf-cg", Given.Start, 10, Cancel)).ShouldHaveSingleItem();
        (told.ReadAt, told.TicketNumber).ShouldBe((null, null));
        await new CaseStore(Database).ReadAsync([With(told, "4001")], Cancel);
        await new CaseStore(Database).ReadAsync([With(told, "4002")], Cancel);
        var read = (await new CaseStore(Database).NoticesAsync(Given.Kaifeng, "kf-cg", Given.Start, 10, Cancel)).ShouldHaveSingleItem();
        (read.ReadBy, read.ReadAt).ShouldBe(("4001", Now));
    }

    [Fact]
    public async Task Of_a_lane_the_first_alone_is_due_until_nothing_more_is_tried_of_it()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a"), Row("b"), Row("c") with { Lane = "other" }, Row("d") with { Way = "mail", Lane = "mail" }], Cancel);
        (await DueAsync()).Select(row => row.DeliveryId).ShouldBe(["a", "c"]);

        var first = (await DueAsync())[0];
        await Store.MoveAsync(first with { State = DeliveryStates.Failed, DueAt = Now.AddMinutes(1), Attempts = 1, Reason = "busy" }, Cancel);
        (await DueAsync()).Select(row => row.DeliveryId).ShouldBe(["c"], "what failed holds back what came after it");
        await Store.MoveAsync(first with { State = DeliveryStates.Dead, DueAt = null, Attempts = 2, Reason = "busy", DoneAt = Now }, Cancel);

        (await DueAsync()).Select(row => row.DeliveryId).ShouldBe(["b", "c"], "what is dead does not");
    }

    [Fact]
    public async Task Dead_one_is_sent_again_under_another_key_and_one_given_up_is_not_moved_by_a_late_answer()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [Row("a"), Row("b") with { Lane = "other" }], Cancel);
        var (a, b) = ((await DueAsync())[0], (await DueAsync())[1]);
        await Store.MoveAsync(a with { State = DeliveryStates.Dead, DueAt = null, Reason = "refused", DoneAt = Now }, Cancel);

        (await Store.CountAsync(Given.Kaifeng, DeliveryStates.Dead, Cancel)).ShouldBe(1);
        (await Store.AgainAsync(Given.Kaifeng, ["a", "b", "none"], Now, Cancel)).ShouldBe(1);
        (await Store.AgainAsync(Given.Ziyang, ["a"], Now, Cancel)).ShouldBe(0);
        var again = (await DueAsync())[0];
        (again.State, again.Sendings, again.Reason).ShouldBe((DeliveryStates.Queued, 2, ""));
        (await Store.GiveUpAsync(Given.Kaifeng, ["b"], "已电话告知", Now, Cancel)).ShouldBe(1);
        await Store.MoveAsync(b with { State = DeliveryStates.Sent, DueAt = null }, Cancel);
        await Store.MoveAsync(a with { State = DeliveryStates.Sent, DueAt = null }, Cancel);

        var all = await Store.OfTicketAsync("t1", Cancel);
        all.Select(row => (row.State, row.Reason, row.Detail)).ShouldBe(
            [(DeliveryStates.Queued, "", ""), (DeliveryStates.Skipped, "givenUp", "已电话告知")]);
    }

    [Fact]
    public async Task List_has_pages_by_state_and_way_the_newest_first()
    {
        await TicketAsync("t1");
        await Store.QueueAsync([], [.. Enumerable.Range(0, 5).Select(i => Row($"a{i}")), Row("m") with { Way = "mail" }], Cancel);

        var (first, total) = await Store.ListAsync(new DeliverySearch(Given.Kaifeng, DeliveryStates.Queued, null, 1, 4), Cancel);
        total.ShouldBe(6);
        first.Select(row => row.DeliveryId).ShouldBe(["m", "a4", "a3", "a2"]);
        (await Store.ListAsync(new DeliverySearch(Given.Kaifeng, DeliveryStates.Queued, "sms", 2, 4), Cancel)).Items.Select(row => row.DeliveryId)
            .ShouldBe(["a0"]);
        (await Store.ListAsync(new DeliverySearch(Given.Kaifeng, DeliveryStates.Dead, null, 1, 4), Cancel)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Code_of_a_ticket_is_made_once_and_whoever_wants_no_messages_says_so_by_his_number()
    {
        await TicketAsync("t1");

        (await Store.CodeAsync("t1", Cancel)).ShouldBeNull();
        (await Store.CodeAsync("t1", "ABC234", Cancel)).ShouldBe("ABC234");
        (await Store.CodeAsync("t1", "XYZ567", Cancel)).ShouldBe("ABC234");
        foreach (var refused in new[] { true, true, false })
        {
            await Store.RefuseAsync(Given.Kaifeng, "13800006021", refused, "1001", Now, Cancel);
            (await Store.IsRefusedAsync(Given.Kaifeng, "13800006021", Cancel)).ShouldBe(refused);
        }
    }

    private async Task TicketAsync(string id) => await new TicketStore(Database).OpenDraftAsync(Given.Opening(id), Cancel);

    private Task<IReadOnlyList<DeliveryRow>> DueAsync() => Store.DueAsync(Given.Kaifeng, "sms", Now, 10, Cancel);

    private static CaseNoticeRow With(CaseNoticeRow row, string reader) => new()
    {
        TicketId = row.TicketId, Unit = "kf-cg", Topic = row.Topic, What = row.What, At = row.At, ReadAt = Now, ReadBy = reader,
    };

    private static DeliveryRow Row(string id) => new()
    {
        DeliveryId = id, Tenant = Given.Kaifeng.Value, TicketId = "t1", StepNo = 2, StepCode = "accepted", What = "accepted", Way = "sms",
        Audience = "citizen", Lane = "lane", Body = "工单", CreatedAt = Now, DueAt = Now,
    };
}

public sealed class DeliveryOnSqlite() : DeliverySpecification(TestDatabase.OnSqliteAsync);

public sealed class DeliveryOnPostgres() : DeliverySpecification(TestDatabase.OnPostgresAsync);

public sealed class DeliveryOnSqlServer() : DeliverySpecification(TestDatabase.OnSqlServerAsync);
