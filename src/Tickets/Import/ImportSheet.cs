namespace Hotline.Tickets.Import;

/// <summary>A table of old tickets as it was read, whatever its format.</summary>
/// <param name="Headers">The names of its columns.</param>
/// <param name="Lines">Its rows.</param>
/// <param name="Unreadable">The lines that could not be read.</param>
public sealed record ImportSheet(IReadOnlyList<string> Headers, IReadOnlyList<ImportLine> Lines, IReadOnlyList<int> Unreadable);

/// <summary>A row.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Cells">In the order of the columns; a short row lacks the last.</param>
public sealed record ImportLine(int Line, IReadOnlyList<string> Cells);

/// <summary>What was not understood.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Column">The name of the column; empty where the row as a whole is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record ImportProblem(int Line, string Column, string Value, ImportMistake Why);

/// <summary>
/// The words by which a city's old tables are understood: headers of columns, names of states and so on, and the city's own lists, by code and by
/// name. A word is compared without blanks and without regard to case.
/// </summary>
public sealed class ImportWords
{
    private readonly Dictionary<string, ImportField> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(ImportField Field, string Word), string> _values = [];

    /// <summary>A header means a field.</summary>
    public void AddColumn(string header, ImportField field) => _columns.TryAdd(Bare(header), field);

    /// <summary>A word in the cells of a field means a code.</summary>
    public void AddValue(ImportField field, string word, string code) => _values.TryAdd((field, Key(word)), code);

    /// <summary>The field of a header; null where the header is not known.</summary>
    public ImportField? ColumnOf(string header) => _columns.TryGetValue(Bare(header), out var field) ? field : null;

    /// <summary>The code of a word; null where it is none.</summary>
    public string? CodeOf(ImportField field, string word) => _values.GetValueOrDefault((field, Key(word)));

    private static string Key(string word) => Bare(word).ToUpperInvariant();

    private static string Bare(string? word) => string.Concat((word ?? "").Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF'));
}
