namespace Hotline.Requirements;

/// <summary>One line of docs/requirements.tsv.</summary>
/// <param name="Id">For example NUM-19.</param>
/// <param name="Text">What the product must do, in one sentence.</param>
/// <param name="Source">The documents that ask for it.</param>
/// <param name="IsSoftware">False for what people do and software cannot prove.</param>
/// <param name="Test">How it can be seen, where the documents' reader wrote it down.</param>
public sealed record Requirement(string Id, string Text, string Source, bool IsSoftware, string Test)
{
    /// <summary>"NUM" of NUM-19.</summary>
    public string Section => Id[..Id.IndexOf('-', StringComparison.Ordinal)];

    /// <exception cref="FormatException">A line that is not a requirement, with its number.</exception>
    public static IReadOnlyList<Requirement> Parse(IEnumerable<string> lines)
    {
        List<Requirement> all = [];
        foreach ((int index, string line) in lines.Index().Skip(1).Where(l => l.Item.Length > 0))
        {
            string[] cells = [.. line.Split('\t'), "", ""];
            if (cells is not [{ Length: > 0 } id, { Length: > 0 } text, { Length: > 0 } source, "" or "not-software", ..] || !id.Contains('-', StringComparison.Ordinal))
            {
                throw new FormatException($"line {index + 1}: write id, requirement, source, kind (empty or not-software) and test, with tabs between");
            }

            all.Add(new Requirement(id, text, source, cells[3].Length == 0, cells[4]));
        }

        return all;
    }
}
