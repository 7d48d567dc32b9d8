namespace Hotline.Persistence.Tests;

/// <summary>What is attached to a case is kept in its order with its audit.</summary>
public abstract class AttachmentStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private AttachmentStore Attachments => new(Database);

    [Fact]
    public async Task Attachments_come_back_in_their_order_with_their_audit_and_no_more_than_may_be()
    {
        await new TicketStore(Database).OpenDraftAsync(Given.Opening("t1"), Cancel);

        (await AddAsync("a.pdf")).ShouldBeTrue();
        (await AddAsync("b.jpg")).ShouldBeTrue();
        (await AddAsync("c.png")).ShouldBeFalse("two are as many as may be");

        var kept = await Attachments.OfAsync("t1", Cancel);
        kept.Select(row => (row.AttachmentNo, row.Name)).ShouldBe([(1, "a.pdf"), (2, "b.jpg")]);
        kept[0].ShouldBe(Row("a.pdf") with { AttachmentNo = 1 });
        (await Attachments.OfAsync("t2", Cancel)).ShouldBeEmpty();
        (await new AuditLog(Database).OfSubjectAsync(Given.Kaifeng, "t1", 10, Cancel)).Select(entry => entry.Purpose).ShouldBe(["b.jpg", "a.pdf"]);
    }

    private static AttachmentRow Row(string name) => new()
    {
        TicketId = "t1", Tenant = Given.Kaifeng.Value, Name = name, FileKind = "pdf", Size = 5_000_000_000, Hash = "00", Note = "签字盖章件",
        Place = "abc", AddedBy = "4001", Unit = "kf-cg", AddedAt = Given.Start,
    };

    private Task<bool> AddAsync(string name) => Attachments.AddAsync(
        Row(name), 2, new AuditEntry(Given.Start, Given.Kaifeng.Value, "4001", "add-attachment", "t1", name, ""), Cancel);
}

public sealed class AttachmentStoreOnSqlite() : AttachmentStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class AttachmentStoreOnPostgres() : AttachmentStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class AttachmentStoreOnSqlServer() : AttachmentStoreSpecification(TestDatabase.OnSqlServerAsync);
