namespace Hotline.Requirements;

/// <summary>How far out a clause speaks, and so which suites can show it.</summary>
public enum Layer
{
    /// <summary>A rule of a core.</summary>
    Rule,

    /// <summary>What stands in a city's files or in the database.</summary>
    Data,

    /// <summary>A call through a real Asterisk.</summary>
    Live,

    /// <summary>What somebody sees and does in a real page.</summary>
    Page,
}

/// <summary>One thing that a requirement asks for. A test shows it by repeating its text and by running far enough out.</summary>
/// <param name="Layer">Where it is seen.</param>
/// <param name="Text">In words; the list's prefix is left out.</param>
public sealed record Clause(Layer Layer, string Text)
{
    /// <summary>Suites that go through Asterisk; of them, the last also through a page.</summary>
    private const string LiveSuite = "Live.Tests", PageSuite = "Desk.Tests";

    /// <summary>Reads "live: the caller hears … | page: the origin is shown".</summary>
    /// <param name="cell">A cell of the list; may be empty.</param>
    /// <exception cref="FormatException">A clause without a layer or without a text, or one that stands there twice.</exception>
    public static IReadOnlyList<Clause> ParseAll(string cell)
    {
        if (cell.Length == 0)
        {
            return [];
        }

        Clause[] clauses = [.. cell.Split('|', StringSplitOptions.TrimEntries).Select(Parse)];
        return clauses.GroupBy(c => c.Text).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new FormatException($"the clause '{twice.Key}' stands there twice")
            : clauses;
    }

    /// <summary>Whether a test of this suite runs far enough out.</summary>
    /// <param name="suite">Its folder, for example "Live.Tests".</param>
    public bool CanBeShownBy(string suite) => Layer switch
    {
        Layer.Page => suite == PageSuite,
        Layer.Live => suite is LiveSuite or PageSuite,
        Layer.Data or Layer.Rule => true,
        _ => throw new System.Diagnostics.UnreachableException($"{Layer}"),
    };

    public override string ToString() => $"{Word(Layer)}: {Text}";

    private static Clause Parse(string clause)
    {
        var parts = clause.Split(':', 2, StringSplitOptions.TrimEntries);
        Layer[] layer = [.. Enum.GetValues<Layer>().Where(l => Word(l) == parts[0])];
        return parts is [_, { Length: > 0 } text] && layer is [var known]
            ? new Clause(known, text)
            : throw new FormatException(
                $"'{clause}' is no clause: write {string.Join(", ", Enum.GetValues<Layer>().Select(Word))}, a colon and what is seen there");
    }

    private static string Word(Layer layer) => layer switch
    {
        Layer.Rule => "rule",
        Layer.Data => "data",
        Layer.Live => "live",
        Layer.Page => "page",
        _ => throw new System.Diagnostics.UnreachableException($"{layer}"),
    };
}
