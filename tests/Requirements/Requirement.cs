namespace Hotline.Requirements;

/// <summary>One line of docs/requirements.tsv.</summary>
/// <param name="Id">For example NUM-19.</param>
/// <param name="Text">What the product must do, in one sentence.</param>
/// <param name="Source">The documents that ask for it.</param>
/// <param name="IsSoftware">False for what people do and software cannot prove.</param>
/// <param name="Test">How it can be seen, where the documents' reader wrote it down.</param>
/// <param name="Clauses">All that it asks for, piece by piece, as a reviewer wrote it down; empty until then.</param>
public sealed record Requirement(string Id, string Text, string Source, bool IsSoftware, string Test, IReadOnlyList<Clause> Clauses)
{
    private const int Cells = 6;

    /// <summary>"NUM" of NUM-19.</summary>
    public string Section => Id[..Id.IndexOf('-', StringComparison.Ordinal)];

    /// <exception cref="FormatException">A line that is not a requirement, with its number.</exception>
    public static IReadOnlyList<Requirement> Parse(IEnumerable<string> lines) =>
        [.. lines.Index().Skip(1).Where(l => l.Item.Length > 0).Select(l => Parse(l.Index + 1, l.Item))];

    private static Requirement Parse(int number, string line)
    {
        // Empty cells at the end need not be written.
        var cells = line.Split('\t');
        cells = [.. cells, .. Enumerable.Repeat("", Math.Max(0, Cells - cells.Length))];
        if (cells is not [{ Length: > 0 } id, { Length: > 0 } text, { Length: > 0 } source, "" or "not-software", var test, var clauses]
            || !id.Contains('-', StringComparison.Ordinal))
        {
            throw new FormatException(
                $"line {number}: write id, requirement, source, kind (empty or not-software), test and clauses: {Cells} cells with tabs between");
        }

        try
        {
            return new Requirement(id, text, source, cells[3].Length == 0, test, Clause.ParseAll(clauses));
        }
        catch (FormatException e)
        {
            throw new FormatException($"line {number}: {e.Message}", e);
        }
    }
}
