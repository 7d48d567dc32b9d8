using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;

namespace Hotline.Persistence.Tests;

/// <summary>
/// The same as <see cref="QueryPlanTests"/> on PostgreSQL: with scans and sorts made dear, those that are left in a plan could not be
/// avoided. What the planner takes among many rows is measured (<see cref="TicketSearchSpeed"/>), since it depends on them.
/// </summary>
public sealed partial class PostgresPlanTests
{
    private const string MadeDear =
        "set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off; set enable_hashjoin = off; set enable_mergejoin = off";

    private static readonly Statement[] Scanning =
        [Statement.TicketsByScan, Statement.SchemaVersions, Statement.SchemaVersionsCreate, Statement.SchemaLock];

    /// <summary>They sort what they were given or found: the page of a list, the tickets of one telephone number.</summary>
    private static readonly Statement[] SortingFew = [Statement.TicketsByRow, Statement.TicketsByTelephone, Statement.UnknownNumbers];

    /// <summary>Indexes that hold only few rows: calls that live, and those to be called back.</summary>
    private static readonly string[] OfFew = ["calls_unfinished", "calls_call_back"];

    private static readonly string[] Numbers =
        ["Max", "RowNo", "First", "Second", "Third", "Channel", "Version", "ExpectedVersion", "LastStep", "RingNo", "Cause", "StepNo", "Failures",
            "Revision",
        "Reach", "Kind", "Step", "Seq", "Expedited", "TaskNo", "Skip", "ChangeNo", "Undoes", "Counted", "Moved",
        "ImportNo", "RowsInAll", "NextRow", "Added", "Known", "Failed", "AttachmentNo", "Size", "Attempts", "Sendings", "DecisionNo"];

    private static readonly string[] YesOrNo = ["Recorded", "Confidential", "Enabled", "No"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_use_an_index()
    {
        await using var own = await TestDatabase.OnPostgresAsync();
        await FillAsync(own);
        foreach (var statement in Enum.GetValues<Statement>().Except(Scanning))
        {
            var plan = await PlanAsync(own, SqlCatalogue.Of("postgres")[statement]);

            plan.Where(ReadsATable).ShouldBeEmpty(statement.ToString());
            plan.Where(ReadsAllTicketsOfAPair).Where(_ => statement != Statement.SearchTermsCount).ShouldBeEmpty(statement.ToString());
            plan.Where(Sorts).Where(_ => !SortingFew.Contains(statement)).ShouldBeEmpty(statement.ToString());
        }
    }

    [Theory]
    [InlineData("select title from tickets where title = @Title")]
    [InlineData("select c.call_id from calls c join tickets t on t.title = c.dialled where c.call_id = @CallId")]
    [InlineData("select row_no from tickets order by row_no desc")]
    public async Task Rule_sees_a_scan(string statement) => (await PlanAsync(statement)).ShouldContain(step => ReadsATable(step));

    [Theory]
    [InlineData("select title from tickets where tenant = @Tenant and state = @State order by title desc")]
    [InlineData("select title from tickets where tenant = @Tenant order by state, place, title")]
    public async Task Rule_sees_a_sort(string statement) => (await PlanAsync(statement)).ShouldContain(step => Sorts(step));

    [Fact]
    public async Task Rule_sees_a_whole_list_of_a_pair() =>
        (await PlanAsync("select x.row_no from search_terms x where x.kind = 1 and x.term = @First"))
            .ShouldContain(step => ReadsAllTicketsOfAPair(step));

    /// <summary>A table in its own order, or by an index of which no part is asked for.</summary>
    private static bool ReadsATable(Step step) =>
        step.Kind is "Seq Scan" || (step.Kind is "Index Scan" or "Index Only Scan" && step.Condition.Length == 0 && !OfFew.Contains(step.Index));

    /// <summary>
    /// The pairs after the rarest one are looked up ticket by ticket: the alias x, with the term alone, would read each list whole.
    /// </summary>
    private static bool ReadsAllTicketsOfAPair(Step step) => step.Alias == "x" && !step.Condition.Contains("row_no", StringComparison.Ordinal);

    /// <summary>The last key alone only orders what is equal in those before it, and they come from an index.</summary>
    private static bool Sorts(Step step) => step.Kind is "Sort" || (step.Kind is "Incremental Sort" && step.Unsorted > 1);

    /// <summary>Some hundred drafts: where there is nothing, any index is as good as the right one.</summary>
    private static async Task FillAsync(TestDatabase own)
    {
        await own.Database.WriteAsync(
            async session =>
            {
                for (var i = 0; i < 300; i++)
                {
                    await TicketStore.OpenAsync(session, Given.Opening($"t{i}"));
                }

                return 0;
            },
            Cancel);
        await using var connection = await own.ConnectAsync();
        await connection.ExecuteAsync("analyze tickets, ticket_steps");
    }

    private static async Task<IReadOnlyList<Step>> PlanAsync(string statement)
    {
        await using var own = await TestDatabase.OnPostgresAsync();
        return await PlanAsync(own, statement);
    }

    private static async Task<IReadOnlyList<Step>> PlanAsync(TestDatabase own, string statement)
    {
        await using var connection = await own.ConnectAsync();
        await connection.ExecuteAsync(MadeDear);
        List<Step> plan = [];
        foreach (var part in statement.Split(";\n"))
        {
            var parameters = new DynamicParameters();
            foreach (var name in Parameter().Matches(part).Select(match => match.Groups[1].Value).Distinct())
            {
                parameters.Add(name, Value(name));
            }

            var text = await connection.ExecuteScalarAsync<string>(
                new CommandDefinition("explain (format json) " + part, parameters, cancellationToken: Cancel)) ?? "";
            using var document = JsonDocument.Parse(text);
            Add(document.RootElement[0].GetProperty("Plan"), plan);
        }

        return plan;
    }

    private static void Add(JsonElement node, List<Step> plan)
    {
        string Of(string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : "";
        int Count(string name) => node.TryGetProperty(name, out var list) ? list.GetArrayLength() : 0;
        plan.Add(new Step(Of("Node Type"), Of("Alias"), Of("Index Name"), Of("Index Cond"), Count("Sort Key") - Count("Presorted Key")));
        foreach (var part in node.TryGetProperty("Plans", out var parts) ? parts.EnumerateArray() : [])
        {
            Add(part, plan);
        }
    }

    /// <summary>Any value of the parameter's type: the server wants to know it, and no two pairs may be the same.</summary>
    private static object Value(string name) =>
        Numbers.Contains(name) ? Array.IndexOf(Numbers, name)
        : YesOrNo.Contains(name) ? true
        : name.EndsWith("At", StringComparison.Ordinal) || name.EndsWith("Since", StringComparison.Ordinal)
            || name.EndsWith("Until", StringComparison.Ordinal) || name is "Now" or "Before" ? Given.Start
        : name is "Terms" or "RowNos" ? "[1,2]"
        : "[\"1\"]";

    [GeneratedRegex("@([A-Z]\\w*)")]
    private static partial Regex Parameter();

    private sealed record Step(string Kind, string Alias, string Index, string Condition, int Unsorted);
}
