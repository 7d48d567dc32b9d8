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
    public static CsvTable Read(string file, IReadOnlyList<string> columns, List<ConfigurationProblem> problems)
    {
        CsvTable table = new(file, problems);
        if (ReadText(file, problems) is { } text)
        {
            table.ReadRows(text, columns);
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

    private void ReadRows(string text, IReadOnlyList<string> columns)
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
        if (!HeaderFits(header, HeaderLine(text), columns))
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

    private bool HeaderFits(string[] header, int line, IReadOnlyList<string> columns)
    {
        var before = problems.Count;
        foreach (var missing in columns.Except(header))
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
