using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;
using Hotline.Tickets.Import;
using MiniExcelLibs;

namespace Hotline.AgentHub.Imports;

/// <summary>
/// Reads a table from a file that somebody uploaded: CSV in UTF-8 or GB18030, or XLSX. What it is, its bytes say, and not only its name.
/// </summary>
internal static class SheetReader
{
    /// <summary>Rows of a table.</summary>
    public const int RowsMax = 20_000;

    /// <summary>A workbook may unfold to so many bytes.</summary>
    private const long UnfoldedMax = 200 * 1024 * 1024;

    private static readonly byte[] ZipMark = [0x50, 0x4B, 0x03, 0x04];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The table.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="bytes">Of the file.</param>
    /// <param name="refused">Why it cannot be read, a code of refusal; empty where it can.</param>
    public static ImportSheet? Read(string name, byte[] bytes, out string refused)
    {
        var isZip = bytes.AsSpan().StartsWith(ZipMark);
        var sheet = name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && isZip ? OfWorkbook(bytes)
            : name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !isZip && !bytes.Contains((byte)0) && TextOf(bytes) is { } text
                ? OfText(text)
            : null;
        refused = sheet is null ? "import-type"
            : sheet.Lines.Count > RowsMax ? "import-rows"
            : sheet.Lines.Count + sheet.Unreadable.Count == 0 ? "import-nothing"
            : "";
        return refused.Length == 0 ? sheet : null;
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            // What a Chinese Excel writes without being asked.
        }

        try
        {
            return Gb18030.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static ImportSheet OfText(string text)
    {
        List<int> unreadable = [];
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => unreadable.Add((int)record.LineNumber),
        });
        csv.ReadHeader();
        string[] headers = [.. csv.Headers];
        List<ImportLine> lines = [];
        while (csv.Read() && lines.Count <= RowsMax)
        {
            lines.Add(new ImportLine((int)csv.LineNumber, [.. headers.Select((_, column) => csv.GetString(column))]));
        }

        return new ImportSheet(headers, lines, unreadable);
    }

    private static ImportSheet? OfWorkbook(byte[] bytes)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read))
            {
                if (zip.GetEntry("xl/workbook.xml") is null || zip.Entries.Sum(entry => entry.Length) > UnfoldedMax)
                {
                    return null;
                }
            }

            using var stream = new MemoryStream(bytes);
            List<ImportLine> lines = [];
            foreach (IDictionary<string, object?> row in MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX))
            {
                if (lines.Count > RowsMax + 1)
                {
                    break;
                }

                lines.Add(new ImportLine(lines.Count + 1, [.. row.Values.Select(CellOf)]));
            }

            return lines.Count == 0 ? new ImportSheet([], [], []) : new ImportSheet(lines[0].Cells, lines[1..], []);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or NotSupportedException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string CellOf(object? cell) => cell switch
    {
        null => "",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
