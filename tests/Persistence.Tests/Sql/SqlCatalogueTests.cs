namespace Hotline.Persistence.Tests;

public sealed class SqlCatalogueTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("sqlserver")]
    public void Every_dialect_is_whole(string dialect) => SqlCatalogue.Of(dialect)[Statement.CallUpsert].ShouldStartWith("-- Of two revisions");

    /// <summary>A dialect that came later begins with the schema of that day; from there on all have the same.</summary>
    [Theory]
    [InlineData("sqlserver", "0001_initial")]
    [InlineData("postgres", "0004_initial")]
    public void Dialects_have_the_same_migrations(string dialect, string first)
    {
        var names = NamesOf(dialect);

        names[0].ShouldBe(first);
        names[1..].ShouldBe(NamesOf("sqlite").SkipWhile(name => string.CompareOrdinal(name[..4], first[..4]) <= 0));
    }

    [Fact]
    public void Dialects_have_their_own_in_the_file_of_the_common_one()
    {
        var places = new[] { "common", "sqlite", "postgres", "sqlserver" }.SelectMany(PlacesOf).DistinctBy(p => p.Name)
        .ToDictionary(p => p.Name, p => p.File);

        foreach ((var name, var file) in new[] { "common", "sqlite", "postgres", "sqlserver" }.SelectMany(PlacesOf))
        {
            file.ShouldBe(places[name], name);
        }
    }

    [Fact]
    public void Common_holds_what_two_dialects_use()
    {
        string[] dialects = ["sqlite", "postgres", "sqlserver"];

        PlacesOf("common").Select(p => p.Name).Where(name => dialects.Count(dialect => PlacesOf(dialect).All(own => own.Name != name)) < 2)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Read_one_of_the_same_name_takes_the_common_ones_place()
    {
        Dictionary<string, string> common =
            new() { ["all.sql"] = string.Join("\n\n", Enum.GetNames<Statement>().Select(name => $"-- name: {name}\nselect '{name}';")) };
        Dictionary<string, string> own = new() { ["calls.sql"] = "-- name: CallFind\n-- Why.\nselect 'own';" };

        var catalogue = SqlCatalogue.Read("sqlite", common, own);

        catalogue[Statement.CallFind].ShouldBe("-- Why.\nselect 'own';");
        catalogue[Statement.CallClose].ShouldBe("select 'CallClose';");
    }

    [Fact]
    public void Read_one_that_says_the_same_is_superfluous()
    {
        Dictionary<string, string> common = new() { ["calls.sql"] = "-- name: CallFind\nselect 1;" };
        Dictionary<string, string> own = new() { ["calls.sql"] = "-- name: CallFind\n-- Another reason.\nselect 1;" };

        Should.Throw<InvalidOperationException>(() => SqlCatalogue.Read("sqlite", common, own)).Message.ShouldContain(
            "CallFind of sqlite says what common says already");
    }

    [Fact]
    public void Read_gaps_lists_all_of_them_at_once()
    {
        var files = new Dictionary<string, string>
        {
            ["calls.sql"] = "-- name: CallFind\nselect 1;\n\n-- name: CallFind\nselect 2;\n\n-- name: NoSuchThing\nselect 3;\n",
            ["migrations/0001_initial.sql"] = "-- name: CallUpsert\nnot a statement\n",
        };

        var message = Should.Throw<InvalidOperationException>(() => SqlCatalogue.Read("sqlite", new Dictionary<string, string>(), files)).Message;

        message.ShouldContain("sqlite/calls.sql: CallFind stands here a second time");
        message.ShouldContain("NoSuchThing is asked for by nobody");
        message.ShouldContain("CallUpsert is missing");
        message.ShouldContain("AuditAppend is missing");
        message.ShouldNotContain("CallFind is missing");
    }

    private static string[] NamesOf(string dialect) => [.. Migration.Of(dialect).Select(migration => migration.Name)];

    private static IEnumerable<(string Name, string File)> PlacesOf(string folder) => SqlFiles.Of(folder)
        .Where(file => !file.Key.StartsWith(SqlFiles.Migrations, StringComparison.Ordinal))
        .SelectMany(file => SqlCatalogue.Blocks(file.Value).Select(block => (block.Name, file.Key)));
}
