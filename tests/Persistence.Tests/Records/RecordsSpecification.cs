using Dapper;
using Hotline.Routing;

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
        (await VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_text_that_is_too_long_is_cut_not_refused()
    {
        await Audit.AppendAsync("a1", Entry(new string('长', 2000)), Cancel);

        (await Audit.OfSubjectAsync(Given.Kaifeng, "c1", 10, Cancel)).Single().Purpose.Length.ShouldBe(Clip.PurposeMax);
        (await VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_of_many_at_once_is_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() =>
            Audit.AppendAsync(
                $"a{n}", Entry($"第 {n} 次") with { Detail = "{\"title\":[\"\",\"路灯\"]}", Result = n % 2 == 0 ? "ok" : "403" }, Cancel))));
        await Audit.AppendAsync("z1", Entry("另一城市") with { Tenant = Given.Ziyang.Value }, Cancel);

        var verdict = await VerifyAsync();

        (verdict.Count, verdict.Head.Seq, verdict.Faults.Count).ShouldBe((20, 20, 0));
        (await Audit.HeadAsync(Given.Kaifeng, Cancel)).ShouldBe(verdict.Head);
    }

    [Theory]
    [InlineData("update audit set purpose = 'else' where entry_id = 'a2'", "entry 2 is not as it was written")]
    [InlineData("update audit set at = '2020-01-01T00:00:00.000Z' where entry_id = 'a2'", "entry 2 is not as it was written")]
    [InlineData("update audit set result = '403' where entry_id = 'a2'", "entry 2 is not as it was written")]
    [InlineData("delete from audit where entry_id = 'a2'", "entries 2 to 2 are missing")]
    [InlineData("delete from audit where entry_id = 'a3'", "the chain ends at entry 2, and entry 3 was the last")]
    [InlineData("update audit set seq = null where entry_id = 'a3'", "1 entries stand outside the chain")]
    [InlineData("insert into audit (entry_id, tenant, at, who, action, subject, purpose, address) "
        + "values ('x', '410200', '2020-01-01T00:00:00.000Z', '1001', 'a', 's', '', '')", "1 entries stand outside the chain")]
    public async Task Audit_that_somebody_changed_shows_it(string sql, string fault)
    {
        await ThreeAsync();
        await using var connection = await Own.ConnectAsync();
        await connection.ExecuteAsync(sql);

        (await VerifyAsync()).Faults.ShouldContain(fault);
    }

    /// <summary>Whoever owns the database can write the whole chain anew; what was written down outside he cannot.</summary>
    [Fact]
    public async Task Audit_written_anew_as_a_whole_is_not_what_was_written_down_outside()
    {
        await ThreeAsync();
        var witness = await Audit.HeadAsync(Given.Kaifeng, Cancel);
        await using var connection = await Own.ConnectAsync();
        await connection.ExecuteAsync("update audit set seq = null, hash = null, purpose = 'else'; delete from audit_heads");
        await Audit.AppendAsync("a4", Entry("再来"), Cancel);

        (await VerifyAsync()).Faults.ShouldBeEmpty();
        (await VerifyAsync(witness)).Faults.ShouldBe(["entry 3 is another than the one that was written down outside"]);
    }

    [Fact]
    public async Task Audit_cut_off_with_its_end_is_shorter_than_what_was_written_down_outside()
    {
        await ThreeAsync();
        var witness = await Audit.HeadAsync(Given.Kaifeng, Cancel);
        await using var connection = await Own.ConnectAsync();
        await connection.ExecuteAsync("delete from audit where entry_id <> 'a1'; "
            + "update audit_heads set seq = 1, hash = (select hash from audit where entry_id = 'a1')");

        (await VerifyAsync()).Faults.ShouldBeEmpty();
        (await VerifyAsync(witness)).Faults.ShouldBe(["entries 2 to 3 are gone: they were written down outside"]);
    }

    [Fact]
    public async Task Audit_of_before_there_was_a_chain_is_taken_into_it()
    {
        await using var connection = await Own.ConnectAsync();
        await connection.ExecuteAsync("insert into audit (entry_id, tenant, at, who, action, subject, purpose, address) "
            + "values ('old', '410200', '2020-01-01T00:00:00.000Z', '1001', 'reveal', 'c1', '', '')");

        await Audit.AppendAsync("a1", Entry("新"), Cancel);

        var verdict = await VerifyAsync();
        (verdict.Count, verdict.Faults.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Audit_search_finds_by_who_what_when_and_result_page_by_page()
    {
        await ThreeAsync();
        var refused = Entry("偷看") with { Who = "1002", Action = "read-ticket", Subject = "t1", Result = "404", At = Given.Start.AddDays(1) };
        await Audit.AppendAsync("b1", refused, Cancel);
        var all = new AuditSearch(Given.Kaifeng, null, null, null, null, Given.Start, Given.Start.AddDays(2), long.MaxValue, 2);

        var first = await Audit.SearchAsync(all, Cancel);
        first.Select(e => e.Seq).ShouldBe([4, 3]);
        (await Audit.SearchAsync(all with { Before = first[^1].Seq }, Cancel)).Select(e => e.Seq).ShouldBe([2, 1]);
        (await Audit.SearchAsync(all with { Who = "1002" }, Cancel)).ShouldHaveSingleItem().Entry.Action.ShouldBe("read-ticket");
        (await Audit.SearchAsync(all with { Action = "read-ticket", Result = "404", Subject = "t1" }, Cancel)).ShouldHaveSingleItem();
        (await Audit.SearchAsync(all with { Result = "403" }, Cancel)).ShouldBeEmpty();
        (await Audit.SearchAsync(all with { Since = Given.Start.AddDays(1) }, Cancel)).ShouldHaveSingleItem();
        (await Audit.SearchAsync(all with { Until = Given.Start }, Cancel)).ShouldBeEmpty();
    }

    private async Task ThreeAsync()
    {
        foreach (var id in new[] { "a1", "a2", "a3" })
        {
            await Audit.AppendAsync(id, Entry(id), Cancel);
        }
    }

    private Task<AuditVerdict> VerifyAsync(params AuditHead[] witnesses) => Audit.VerifyAsync(Given.Kaifeng, witnesses, Cancel);

    private static AuditEntry Entry(string purpose) =>
        new(Given.Start, Given.Kaifeng.Value, "1001", "reveal-number", "c1", purpose, "10.0.0.7");
}

public sealed class RecordsOnSqlite() : RecordsSpecification(TestDatabase.OnSqliteAsync);

public sealed class RecordsOnPostgres() : RecordsSpecification(TestDatabase.OnPostgresAsync);

public sealed class RecordsOnSqlServer() : RecordsSpecification(TestDatabase.OnSqlServerAsync);
