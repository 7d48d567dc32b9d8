using Hotline.Routing;

namespace Hotline.Persistence.Tests;

/// <summary>The audit trail and the answers given to commands.</summary>
public abstract class RecordsSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private AuditLog Audit => new(Database);

    private IdempotencyStore Answers => new(Database);

    [Fact]
    public async Task Audit_SameIdTwice_IsWrittenOnce()
    {
        await Audit.AppendAsync("a1", Entry("核实地址"), Cancel);
        await Audit.AppendAsync("a1", Entry("别的理由"), Cancel);
        await Audit.AppendAsync("a2", Entry("回拨") with { At = Given.Start.AddSeconds(1) }, Cancel);

        IReadOnlyList<AuditEntry> entries = await Audit.OfSubjectAsync(Given.Kaifeng, "c1", 10, Cancel);

        entries.ShouldBe([Entry("回拨") with { At = Given.Start.AddSeconds(1) }, Entry("核实地址")]);
    }

    [Fact]
    public async Task Audit_TextThatIsTooLong_IsCutNotRefused()
    {
        await Audit.AppendAsync("a1", Entry(new string('长', 2000)), Cancel);

        (await Audit.OfSubjectAsync(Given.Kaifeng, "c1", 10, Cancel)).Single().Purpose.Length.ShouldBe(Clip.PurposeMax);
    }

    [Fact]
    public async Task Answers_FirstOneCounts_AndIsForgottenInTime()
    {
        var answer = new GivenAnswer { RequestId = "r1", Who = "1001", At = Given.Start, Status = 200, Answer = "{\"a\":\"停水\"}" };

        (await Answers.TryAddAsync(answer, Cancel)).ShouldBeTrue();
        (await Answers.TryAddAsync(answer with { Status = 409 }, Cancel)).ShouldBeFalse();
        (await Answers.FindAsync(new RequestId("r1"), Cancel)).ShouldBe(answer);

        (await Answers.ForgetAsync(Given.Start, Cancel)).ShouldBe(0);
        (await Answers.ForgetAsync(Given.Start.AddSeconds(1), Cancel)).ShouldBe(1);
        (await Answers.FindAsync(new RequestId("r1"), Cancel)).ShouldBeNull();
    }

    private static AuditEntry Entry(string purpose) =>
        new(Given.Start, Given.Kaifeng.Value, "1001", "reveal-number", "c1", purpose, "10.0.0.7");
}

public sealed class RecordsOnSqlite() : RecordsSpecification(TestDatabase.OnSqliteAsync);

public sealed class RecordsOnSqlServer() : RecordsSpecification(TestDatabase.OnSqlServerAsync);
