namespace Hotline.Tidy.Tests;

/// <summary>Each statement exists in every dialect under the same name: a file that is missing in one is found here, not in production.</summary>
public sealed class SqlMirrorTests
{
    private const string Folder = "src/Persistence/Sql/";

    [Fact]
    public void Dialects_HoldTheSameFiles() => Missing(Tree.Under(Folder, ".sql")).ShouldBeEmpty();

    [Fact]
    public void Rule_SeesAMissingFile()
    {
        string[] files = [Folder + "Sqlite/Calls/Insert.sql", Folder + "Sqlite/Calls/Find.sql", Folder + "SqlServer/Calls/Insert.sql"];

        Missing(files).ShouldBe(["SqlServer lacks Calls/Find.sql"]);
    }

    private static IEnumerable<string> Missing(IEnumerable<string> files)
    {
        (string Dialect, string Name)[] statements =
        [
            .. files.Select(f => f[Folder.Length..]).Where(f => f.Contains('/', StringComparison.Ordinal))
                .Select(f => (f[..f.IndexOf('/', StringComparison.Ordinal)], f[(f.IndexOf('/', StringComparison.Ordinal) + 1)..])),
        ];
        return
            from dialect in statements.Select(s => s.Dialect).Distinct()
            from name in statements.Select(s => s.Name).Distinct()
            where !statements.Contains((dialect, name))
            select $"{dialect} lacks {name}";
    }
}
