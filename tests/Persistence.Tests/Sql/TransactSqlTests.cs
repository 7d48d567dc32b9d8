using System.Data.Common;
using Dapper;

namespace Hotline.Persistence.Tests;

/// <summary>The statements for SQL Server, where no server is to be had: they parse, and every name in them exists.</summary>
public sealed class TransactSqlTests
{
    private static readonly Dictionary<string, HashSet<string>> Tables = TransactSql.TablesOf(
        [.. Migration.Of("sqlserver").Select(migration => migration.Text), SqlCatalogue.Of("sqlserver")[Statement.SchemaVersionsCreate]]);

    public static TheoryData<string> Statements => [.. Enum.GetNames<Statement>()];

    public static TheoryData<string> Migrations => [.. Migration.Of("sqlserver").Select(migration => migration.Name)];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_parses_and_names_only_what_exists(string name) =>
        NameCheck.Of(SqlCatalogue.Of("sqlserver")[Enum.Parse<Statement>(name)], Tables).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Migrations))]
    public void Migration_parses_and_names_only_what_exists_then(string name)
    {
        string[] scripts = [.. Migration.Of("sqlserver").Select(migration => migration.Text)];
        var at = Migration.Of("sqlserver").ToList().FindIndex(migration => migration.Name == name);
        var tables = TransactSql.TablesOf(scripts[..(at + 1)]);
        foreach ((var table, var columns) in TransactSql.TablesOf(scripts[..at]))
        {
            tables.TryAdd(table, columns); // dropped by this one
        }

        NameCheck.Of(scripts[at], tables).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("select titel from tickets")]
    [InlineData("select t.titel from tickets t")]
    [InlineData("select x.title from tickets t")]
    [InlineData("select title from tickts")]
    [InlineData("select title from tickets where stat = 1")]
    [InlineData("select title from tickets order by titel")]
    [InlineData("select t.title from tickets t join calls c on c.ticket = t.ticket_id")]
    [InlineData("select r.title from (select t.row_no from tickets t) r")]
    [InlineData("select 1 where exists (select 1 from tickets k where k.titel = 1)")]
    [InlineData("select q.valu from openjson(@x) q")]
    [InlineData("insert into tickets (titel) values (1)")]
    [InlineData("insert into search_terms (kind, term, row_no) select 1, t.term, t.row_no from tickets t")]
    [InlineData("insert into audit (entry_id) select entry_id from calls")]
    [InlineData("insert into tickets (title) output inserted.titel values (1)")]
    [InlineData("update tickets set titel = 1")]
    [InlineData("update tickets set title = titel")]
    [InlineData("update tickets set title = 1 output inserted.titel where row_no = 1")]
    [InlineData("delete from tickets where titel = 1")]
    [InlineData("create index i on tickets (titel)")]
    [InlineData("create index i on tickets (title) where stat = 'draft'")]
    [InlineData("create table t (a int references tickts (ticket_id))")]
    [InlineData("merge tickets using calls on 1 = 1 when matched then delete;")]
    public void Rule_sees_a_wrong_name(string statement) => NameCheck.Of(statement, Tables).ShouldNotBeEmpty();

    [Fact]
    public void Rule_sees_what_does_not_parse() => Should.Throw<FormatException>(() => NameCheck.Of("select title form tickets where", Tables));

    [Fact]
    public async Task Postgres_has_the_same_tables_and_columns()
    {
        await using var own = await TestDatabase.OnPostgresAsync();
        await using var connection = await own.ConnectAsync();

        var there = await connection.QueryAsync<string>(
            "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'");

        there.Order(StringComparer.Ordinal)
            .ShouldBe(Tables.SelectMany(table => table.Value.Select(column => $"{table.Key}.{column}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Dialects_have_the_same_tables_and_columns()
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        await using var connection = await own.ConnectAsync();
        var onSqlite = await connection.QueryAsync<string>(
            "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'");

        string[] onSqlServer = [.. Tables.SelectMany(table => table.Value.Select(column => $"{table.Key}.{column}"))];

        onSqlite.Order(StringComparer.Ordinal).ShouldBe(onSqlServer.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Dialects_take_the_same_parameters()
    {
        foreach (var statement in Enum.GetValues<Statement>())
        {
            ParametersOf("sqlserver", statement).ShouldBe(ParametersOf("sqlite", statement), statement.ToString());
            ParametersOf("postgres", statement).ShouldBe(ParametersOf("sqlite", statement), statement.ToString());
        }
    }

    // Parameters begin with a capital, T-SQL's own variables do not.
    private static string[] ParametersOf(string dialect, Statement statement) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(SqlCatalogue.Of(dialect)[statement], "(?<!@)@[A-Z]\\w*")
            .Select(match => match.Value).Except(["@Resource", "@LockMode", "@LockOwner", "@LockTimeout"]).Order(StringComparer.Ordinal),
    ];
}
