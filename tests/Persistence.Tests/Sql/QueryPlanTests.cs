using System.Data.Common;
using Dapper;

namespace Hotline.Persistence.Tests;

/// <summary>What a desk waits for is found by an index: no statement but the one for single characters reads a whole table.</summary>
public sealed class QueryPlanTests
{
    private static readonly Statement[] Scanning =
        [Statement.TicketsByScan, Statement.SchemaVersions, Statement.SchemaVersionsCreate, Statement.SchemaLock];

    /// <summary>They sort what they were given or found: the page of a list, the tickets of one telephone number.</summary>
    private static readonly Statement[] SortingFew = [Statement.TicketsByRow, Statement.TicketsByTelephone];

    public static TheoryData<string> Searching =>
        [.. Enum.GetValues<Statement>().Except(Scanning).Select(statement => statement.ToString())];

    [Theory]
    [MemberData(nameof(Searching))]
    public async Task Statement_UsesAnIndex(string name)
    {
        var statement = Enum.Parse<Statement>(name);

        IReadOnlyList<string> plan = await PlanAsync(SqlCatalogue.Of("sqlite")[statement]);

        plan.Where(ReadsAWholeTable).ShouldBeEmpty(string.Join('\n', plan));
        plan.ShouldNotContain(step => step.EndsWith("ticket_terms AS x USING PRIMARY KEY (term=?)", StringComparison.Ordinal) && statement != Statement.TicketTermsCount, string.Join('\n', plan));
        if (!SortingFew.Contains(statement))
        {
            plan.ShouldNotContain("USE TEMP B-TREE FOR ORDER BY", string.Join('\n', plan));
        }
    }

    [Fact]
    public async Task Rule_SeesAScan() =>
        (await PlanAsync("select title from tickets where title = @Title")).ShouldContain(step => ReadsAWholeTable(step));

    // Not counted: lists that were handed in (virtual tables), derived tables, which show how they are filled in a line of
    // their own, and the index of calls that live, which holds nothing else.
    private static bool ReadsAWholeTable(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal)
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && !step.StartsWith("SCAN SUBQUERY", StringComparison.Ordinal)
        && step is not ("SCAN CONSTANT ROW" or "SCAN TABLE calls USING INDEX calls_unfinished");

    private static async Task<IReadOnlyList<string>> PlanAsync(string statement)
    {
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        await using DbConnection connection = await own.ConnectAsync();
        List<string> plan = [];
        foreach (string part in statement.Split(";\n"))
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = "explain query plan " + part;
            foreach (string parameter in System.Text.RegularExpressions.Regex.Matches(part, "@[A-Z]\\w*").Select(match => match.Value).Distinct())
            {
                DbParameter value = command.CreateParameter();
                (value.ParameterName, value.Value) = (parameter, 1);
                command.Parameters.Add(value);
            }

            await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            plan.AddRange(reader.Parse<PlanRow>().Select(row => row.Detail));
        }

        return plan;
    }

    private sealed class PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
