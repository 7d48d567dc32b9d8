using System.Data.Common;
using Dapper;

namespace Hotline.Persistence.Tests;

/// <summary>What a desk waits for is found by an index: no statement but the one for single characters reads a whole table.</summary>
public sealed class QueryPlanTests
{
    private static readonly Statement[] Scanning =
        [Statement.TicketsByScan, Statement.SchemaVersions, Statement.SchemaVersionsCreate, Statement.SchemaLock];

    /// <summary>They sort what they were given or found: the page of a list, the tickets of one telephone number.</summary>
    private static readonly Statement[] SortingFew = [Statement.TicketsByRow, Statement.TicketsByTelephone, Statement.UnknownNumbers];

    public static TheoryData<string> Searching =>
        [.. Enum.GetValues<Statement>().Except(Scanning).Select(statement => statement.ToString())];

    [Theory]
    [MemberData(nameof(Searching))]
    public async Task Statement_uses_an_index(string name)
    {
        var statement = Enum.Parse<Statement>(name);

        var plan = await PlanAsync(SqlCatalogue.Of("sqlite")[statement]);

        ScansIn(plan).ShouldBeEmpty(string.Join('\n', plan));
        if (statement != Statement.SearchTermsCount)
        {
            plan.Where(ReadsAllTicketsOfAPair).ShouldBeEmpty(string.Join('\n', plan));
        }

        if (!SortingFew.Contains(statement))
        {
            plan.Where(Sorts).ShouldBeEmpty(string.Join('\n', plan));
        }
    }

    [Theory]
    [InlineData("select title from tickets where title = @Title")]
    [InlineData("select c.call_id from calls c join tickets t on t.title = c.dialled where c.call_id = @CallId")]
    [InlineData("select r.title from (select title from tickets where title = @Title limit 1) r")]
    public async Task Rule_sees_a_scan(string statement) => ScansIn(await PlanAsync(statement)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("select title from tickets where tenant = @Tenant and state = @State order by title desc")]
    [InlineData("select title from tickets where tenant = @Tenant order by state, place, title")]
    public async Task Rule_sees_a_sort(string statement)
    {
        var plan = await PlanAsync(statement);

        plan.ShouldContain(step => Sorts(step), string.Join('\n', plan));
    }

    [Fact]
    public async Task Rule_sees_a_whole_list_of_a_pair() =>
        (await PlanAsync("select x.row_no from search_terms x where x.kind = 1 and x.term = @First"))
            .ShouldContain(step => ReadsAllTicketsOfAPair(step));

    // Not counted: lists that were handed in (virtual tables), derived tables, which show how they are filled in lines of
    // their own, and the index of calls that live, which holds nothing else.
    private static IEnumerable<string> ScansIn(IReadOnlyList<string> plan) => plan.Where(step =>
        step.StartsWith("SCAN", StringComparison.Ordinal)
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && !plan.Contains("CO-ROUTINE" + step["SCAN".Length..])
        && step is not ("SCAN CONSTANT ROW" or "SCAN calls USING INDEX calls_unfinished"));

    /// <summary>
    /// The pairs after the rarest one are looked up ticket by ticket: the alias x, with the term alone, would read each list whole.
    /// </summary>
    private static bool ReadsAllTicketsOfAPair(string step) => step == "SEARCH x USING PRIMARY KEY (kind=? AND term=?)";

    /// <summary>The last term alone only orders what is equal in those before it, and they come from an index.</summary>
    private static bool Sorts(string step) => step.Contains("TEMP B-TREE", StringComparison.Ordinal)
        && step.EndsWith("ORDER BY", StringComparison.Ordinal) && !step.EndsWith("LAST TERM OF ORDER BY", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> PlanAsync(string statement)
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        await using var connection = await own.ConnectAsync();
        List<string> plan = [];
        foreach (var part in statement.Split(";\n"))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "explain query plan " + part;
            foreach (var parameter in System.Text.RegularExpressions.Regex.Matches(part, "@[A-Z]\\w*").Select(match => match.Value).Distinct())
            {
                var value = command.CreateParameter();
                (value.ParameterName, value.Value) = (parameter, 1);
                command.Parameters.Add(value);
            }

            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            plan.AddRange(reader.Parse<PlanRow>().Select(row => row.Detail));
        }

        return plan;
    }

    private sealed class PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
