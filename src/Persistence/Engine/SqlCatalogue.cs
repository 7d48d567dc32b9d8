namespace Hotline.Persistence;

/// <summary>
/// The named statements of one dialect: those of Sql/common, except where the dialect has one of the same name itself. Made once at start,
/// and only whole.
/// </summary>
internal sealed class SqlCatalogue
{
    /// <summary>The folder of the statements that hold in more than one dialect.</summary>
    public const string Common = "common";

    private const string NameMark = "-- name: ";

    private readonly Dictionary<Statement, string> _texts;

    private SqlCatalogue(Dictionary<Statement, string> texts) => _texts = texts;

    /// <summary>The text of a statement.</summary>
    public string this[Statement statement] => _texts[statement];

    /// <summary>The statements embedded for a dialect.</summary>
    /// <exception cref="InvalidOperationException">Statements are missing, surplus, named twice or the same in common; the message lists
    /// all.</exception>
    public static SqlCatalogue Of(string dialect) => Read(dialect, SqlFiles.Of(Common), SqlFiles.Of(dialect));

    /// <summary>The statements of the given files; migrations are left aside.</summary>
    public static SqlCatalogue Read(string dialect, IReadOnlyDictionary<string, string> common, IReadOnlyDictionary<string, string> own)
    {
        List<string> complaints = [];
        var texts = Statements(Common, common, complaints);
        foreach ((var name, var text) in Statements(dialect, own, complaints))
        {
            if (texts.TryGetValue(name, out var shared) && Bare(shared) == Bare(text))
            {
                complaints.Add($"{name} of {dialect} says what {Common} says already");
            }

            texts[name] = text;
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

    private static Dictionary<Statement, string> Statements(string folder, IReadOnlyDictionary<string, string> files, List<string> complaints)
    {
        Dictionary<Statement, string> texts = [];
        foreach ((var file, var content) in files.Where(file => !file.Key.StartsWith(SqlFiles.Migrations, StringComparison.Ordinal)))
        {
            foreach ((var name, var text) in Blocks(content))
            {
                if (!Enum.TryParse(name, out Statement statement) || statement.ToString() != name)
                {
                    complaints.Add($"{folder}/{file}: {name} is asked for by nobody");
                }
                else if (!texts.TryAdd(statement, text))
                {
                    complaints.Add($"{folder}/{file}: {name} stands here a second time");
                }
            }
        }

        return texts;
    }

    /// <summary>Without its comments, which say why the dialect has one of its own.</summary>
    private static string Bare(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
}
