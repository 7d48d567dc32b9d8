namespace Hotline.AgentHub.Config;

/// <summary>One row of a table, with the place it came from, so that every mistake can be pointed at.</summary>
internal sealed class CsvRow(CsvTable table, int line, IReadOnlyDictionary<string, string> cells)
{
    public int Line => line;

    /// <summary>The cell without surrounding blanks; empty when the row is short.</summary>
    public string this[string column] => cells.TryGetValue(column, out var cell) ? cell : "";

    public void Problem(string column, string text) => table.Problem(line, column, text);

    /// <summary>The cell, which must not be empty.</summary>
    public string? Required(string column)
    {
        if (this[column] is { Length: > 0 } cell)
        {
            return cell;
        }

        Problem(column, "is empty; write a value");
        return null;
    }

    /// <summary>The parts of the cell between separators, without blanks.</summary>
    public IReadOnlyList<string> Parts(string column, char separator) =>
        this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
