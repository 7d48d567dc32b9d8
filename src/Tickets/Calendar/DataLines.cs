namespace Hotline.Tickets.Calendar;

/// <summary>The rows of a small table: comma separated, no quotation marks, a header row, notes begin with #.</summary>
internal static class DataLines
{
    /// <summary>The rows that have as many cells as the header; any other is a problem.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Read(string file, string text, string header, ICollection<DataProblem> problems)
    {
        var columns = header.Split(',').Length;
        var seen = false;
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (!seen)
            {
                seen = true;
                if (line != header)
                {
                    problems.Add(new DataProblem(file, index + 1, "", $"the header must be: {header}"));
                    yield break;
                }

                continue;
            }

            string[] cells = [.. line.Split(',').Select(cell => cell.Trim())];
            if (cells.Length != columns)
            {
                problems.Add(new DataProblem(file, index + 1, "", Invariant($"has {cells.Length} cells; write {columns}: {header}")));
                continue;
            }

            yield return (index + 1, cells);
        }

        if (!seen)
        {
            problems.Add(new DataProblem(file, 0, "", $"is empty; write the header: {header}"));
        }
    }
}
