using System.Text;
using CsvHelper;

namespace Hotline.AgentHub.Config;

/// <summary>A table of a city: UTF-8, comma separated, with a header row; lines that begin with # are notes.</summary>
internal sealed class CsvTable(string file, List<ConfigurationProblem> problems)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string File => file;

    public List<CsvRow> Rows { get; } = [];

    /// <summary>Reads a table. Mistakes of form are added to the list; rows that can be read are read all the same.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="columns">Those that it has.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <param name="optional">Those of them that a table of before may lack: their cells are empty then.</param>
    public static CsvTable Read(
        string file, IReadOnlyList<string> columns, List<ConfigurationProblem> problems, IReadOnlyList<string>? optional = null)
    {
        CsvTable table = new(file, problems);
        if (ReadText(file, problems) is { } text)
        {
            table.ReadRows(text, columns, optional ?? []);
        }

        return table;
    }

    public void Problem(int line, string column, string text) => problems.Add(new ConfigurationProblem(file, line, column, text));

    internal static string? ReadText(string file, List<ConfigurationProblem> problems)
    {
        try
        {
            return System.IO.File.ReadAllText(file, StrictUtf8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new ConfigurationProblem(file, 0, "", "is missing; add the file (config/README.md says what it holds)"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ConfigurationProblem(file, 0, "", "is not UTF-8; save it as UTF-8 (in Excel: CSV UTF-8)"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigurationProblem(file, 0, "", $"cannot be read: {e.Message}"));
        }

        return null;
    }

    private void ReadRows(string text, IReadOnlyList<string> columns, IReadOnlyList<string> optional)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            CommentPrefix = '#',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => Problem((int)record.LineNumber, "", Say(record, columns.Count)),
        });
        csv.ReadHeader();
        string[] header = [.. csv.Headers];
        if (!HeaderFits(header, HeaderLine(text), columns, optional))
        {
            return;
        }

        while (csv.Read())
        {
            Rows.Add(new CsvRow(this, (int)csv.LineNumber, header.Index().ToDictionary(c => c.Item, c => csv.GetString(c.Index))));
        }
    }

    private static string Say(CsvMalformedRecord record, int columns) => record.Reason is CsvMalformedReason.FieldCountMismatch
        ? Invariant($"does not have {columns} cells like the header; count the commas, and put a cell that holds a comma in quotation marks")
        : "has a quotation mark in the wrong place; put the whole cell in quotation marks and double those inside";

    // The first line that is neither empty nor a note.
    private static int HeaderLine(string text) =>
        1 + text.Split('\n').TakeWhile(l => l.Trim().Length == 0 || l.StartsWith('#')).Count();

    private bool HeaderFits(string[] header, int line, IReadOnlyList<string> columns, IReadOnlyList<string> optional)
    {
        var before = problems.Count;
        foreach (var missing in columns.Except(optional).Except(header))
        {
            Problem(line, missing, $"this column is missing; the header must be: {string.Join(',', columns)}");
        }

        foreach (var unknown in header.Except(columns))
        {
            Problem(line, unknown, $"this column is unknown; the header must be: {string.Join(',', columns)}");
        }

        foreach (var twice in header.GroupBy(c => c).Where(g => g.Count() > 1))
        {
            Problem(line, twice.Key, "this column stands twice; remove one");
        }

        return problems.Count == before;
    }
}
