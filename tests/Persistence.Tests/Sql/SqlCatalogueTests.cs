namespace Hotline.Persistence.Tests;

public sealed class SqlCatalogueTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("sqlserver")]
    public void EveryDialect_IsWhole(string dialect) => SqlCatalogue.Of(dialect)[Statement.CallUpsert].ShouldStartWith("-- Of two revisions");

    [Fact]
    public void Dialects_HaveTheSameMigrations() =>
        Migration.Of("sqlite").Select(migration => migration.Name).ShouldBe(Migration.Of("sqlserver").Select(migration => migration.Name));

    [Fact]
    public void Dialects_HaveTheSameStatementsInTheSameFiles() => Places("sqlite").ShouldBe(Places("sqlserver"));

    [Fact]
    public void Read_Gaps_ListsAllOfThemAtOnce()
    {
        var files = new Dictionary<string, string>
        {
            ["calls.sql"] = "-- name: CallFind\nselect 1;\n\n-- name: CallFind\nselect 2;\n\n-- name: NoSuchThing\nselect 3;\n",
            ["migrations/0001_initial.sql"] = "-- name: CallUpsert\nnot a statement\n",
        };

        string message = Should.Throw<InvalidOperationException>(() => SqlCatalogue.Read("sqlite", files)).Message;

        message.ShouldContain("CallFind stands here a second time");
        message.ShouldContain("NoSuchThing is asked for by nobody");
        message.ShouldContain("CallUpsert is missing");
        message.ShouldContain("AuditAppend is missing");
        message.ShouldNotContain("CallFind is missing");
    }

    private static string[] Places(string dialect) =>
    [
        .. SqlFiles.Of(dialect)
            .Where(file => !file.Key.StartsWith(Migration.Folder, StringComparison.Ordinal))
            .SelectMany(file => SqlCatalogue.Blocks(file.Value).Select(block => $"{file.Key}: {block.Name}"))
            .Order(StringComparer.Ordinal),
    ];
}
