namespace Hotline.Persistence;

/// <summary>The SQL files of one folder of Sql/ (a dialect, or common), as they are embedded: name without the folder → text with LF.</summary>
internal static class SqlFiles
{
    private const string Extension = ".sql";

    /// <summary>All files of a folder, in the order of their names.</summary>
    public static SortedDictionary<string, string> Of(string dialect)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        System.Reflection.Assembly assembly = typeof(SqlFiles).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(dialect + "/", StringComparison.Ordinal) || !resource.EndsWith(Extension, StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            string text = reader.ReadToEnd().ReplaceLineEndings("\n");
            files.Add(resource[(dialect.Length + 1)..], text);
        }

        return files;
    }
}
