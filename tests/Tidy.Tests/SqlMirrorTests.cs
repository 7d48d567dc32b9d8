namespace Hotline.Tidy.Tests;

/// <summary>
/// What a dialect says otherwise stands in a file of the same name as what is common, and the later steps of the schema exist in every
/// dialect: a file that is missing in one is found here, not in production.
/// </summary>
public sealed class SqlMirrorTests
{
    private const string Folder = "src/Persistence/Sql/";
    private const string Migrations = "migrations/";

    [Fact]
    public void Dialects_hold_the_same_files() => Missing(Tree.Under(Folder, ".sql")).ShouldBeEmpty();

    [Fact]
    public void Rule_sees_a_missing_file()
    {
        string[] files =
        [
            Folder + "common/calls.sql", Folder + "sqlite/calls.sql", Folder + "sqlserver/queues.sql",
            Folder + "sqlite/migrations/0001_initial.sql", Folder + "sqlite/migrations/0002_more.sql", Folder + "sqlite/migrations/0003_most.sql",
            Folder + "sqlserver/migrations/0001_initial.sql", Folder + "sqlserver/migrations/0003_most.sql",
            Folder + "postgres/migrations/0002_initial.sql",
        ];

        Missing(files)
            .ShouldBe(["common lacks queues.sql", "sqlserver lacks migrations/0002_more.sql", "postgres lacks migrations/0003_most.sql"],
                ignoreOrder: true);
    }

    private static IEnumerable<string> Missing(IEnumerable<string> files)
    {
        (string Dialect, string Name)[] all =
        [
            .. files.Select(f => f[Folder.Length..]).Where(f => f.Contains('/', StringComparison.Ordinal))
                .Select(f => (f[..f.IndexOf('/', StringComparison.Ordinal)], f[(f.IndexOf('/', StringComparison.Ordinal) + 1)..])),
        ];
        var migrations = all.Where(f => f.Name.StartsWith(Migrations, StringComparison.Ordinal)).ToLookup(f => f.Dialect, f => f.Name);
        return
        [
            .. from file in all
               where !file.Name.StartsWith(Migrations, StringComparison.Ordinal) && !all.Contains(("common", file.Name))
               select $"common lacks {file.Name}",

            // A dialect that came later begins with the schema of that day; by their numbers, the rest follow.
            .. from dialect in migrations
               from name in migrations.SelectMany(d => d).Distinct()
               where string.CompareOrdinal(name[..(Migrations.Length + 4)], dialect.Min(StringComparer.Ordinal)![..(Migrations.Length + 4)]) > 0
                   && !dialect.Contains(name)
                   && !name.EndsWith("_initial.sql", StringComparison.Ordinal)
               select $"{dialect.Key} lacks {name}",
        ];
    }
}
