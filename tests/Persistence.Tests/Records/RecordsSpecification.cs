namespace Hotline.Persistence.Tests;

/// <summary>The audit trail.</summary>
public abstract class RecordsSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private AuditLog Audit => new(Database);

    [Fact]
    public async Task Audit_same_id_twice_is_written_once()
    {
        await Audit.AppendAsync("a1", Entry("核实地址"), Cancel);
        await Audit.AppendAsync("a1", Entry("别的理由"), Cancel);
        await Audit.AppendAsync("a2", Entry("回拨") with { At = Given.Start.AddSeconds(1) }, Cancel);

        var entries = await Audit.OfSubjectAsync(Given.Kaifeng, "c1", 10, Cancel);

        entries.ShouldBe([Entry("回拨") with { At = Given.Start.AddSeconds(1) }, Entry("核实地址")]);
    }

    [Fact]
    public async Task Audit_text_that_is_too_long_is_cut_not_refused()
    {
        await Audit.AppendAsync("a1", Entry(new string('长', 2000)), Cancel);

        (await Audit.OfSubjectAsync(Given.Kaifeng, "c1", 10, Cancel)).Single().Purpose.Length.ShouldBe(Clip.PurposeMax);
    }

    private static AuditEntry Entry(string purpose) =>
        new(Given.Start, Given.Kaifeng.Value, "1001", "reveal-number", "c1", purpose, "10.0.0.7");
}

public sealed class RecordsOnSqlite() : RecordsSpecification(TestDatabase.OnSqliteAsync);

public sealed class RecordsOnPostgres() : RecordsSpecification(TestDatabase.OnPostgresAsync);

public sealed class RecordsOnSqlServer() : RecordsSpecification(TestDatabase.OnSqlServerAsync);
