namespace Hotline.Persistence;

/// <summary>The SQL files of one folder of Sql/ (a dialect, or common), as they are embedded: name without the folder → text with LF.</summary>
internal static class SqlFiles
{
    /// <summary>Where the steps of the schema stand among the files of a dialect.</summary>
    public const string Migrations = "migrations/";

    private const string Extension = ".sql";

    /// <summary>All files of a folder, in the order of their names.</summary>
    public static SortedDictionary<string, string> Of(string dialect)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(SqlFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(dialect + "/", StringComparison.Ordinal) || !resource.EndsWith(Extension, StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            files.Add(resource[(dialect.Length + 1)..], text);
        }

        return files;
    }
}
