namespace Hotline.Persistence;

/// <summary>The named statements of one dialect. Made once at start, and only whole.</summary>
internal sealed class SqlCatalogue
{
    private const string NameMark = "-- name: ";

    private readonly Dictionary<Statement, string> _texts;

    private SqlCatalogue(Dictionary<Statement, string> texts) => _texts = texts;

    /// <summary>The text of a statement.</summary>
    public string this[Statement statement] => _texts[statement];

    /// <summary>The statements embedded for a dialect.</summary>
    /// <exception cref="InvalidOperationException">Statements are missing, surplus or named twice; the message lists all.</exception>
    public static SqlCatalogue Of(string dialect) => Read(dialect, SqlFiles.Of(dialect));

    /// <summary>The statements of the given files; migrations are left aside.</summary>
    public static SqlCatalogue Read(string dialect, IReadOnlyDictionary<string, string> files)
    {
        Dictionary<Statement, string> texts = [];
        List<string> complaints = [];
        foreach ((string file, string content) in files)
        {
            if (file.StartsWith(Migration.Folder, StringComparison.Ordinal))
            {
                continue;
            }

            foreach ((string name, string text) in Blocks(content))
            {
                if (!Enum.TryParse(name, out Statement statement) || statement.ToString() != name)
                {
                    complaints.Add($"{file}: {name} is asked for by nobody");
                }
                else if (!texts.TryAdd(statement, text))
                {
                    complaints.Add($"{file}: {name} stands here a second time");
                }
            }
        }

        complaints.AddRange(Enum.GetValues<Statement>().Where(name => !texts.ContainsKey(name)).Select(name => $"{name} is missing"));
        return complaints.Count == 0
            ? new SqlCatalogue(texts)
            : throw new InvalidOperationException($"The SQL files of {dialect} are not whole: {string.Join("; ", complaints)}.");
    }

    /// <summary>The blocks of one file: name and text, comments included.</summary>
    public static IEnumerable<(string Name, string Text)> Blocks(string content) =>
        content.Split(NameMark)
            .Skip(1)
            .Select(block => block.Split('\n', 2))
            .Select(parts => (parts[0].Trim(), parts[1].Trim()));
}
