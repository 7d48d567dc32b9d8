using System.Security.Cryptography;
using System.Text;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Trail;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Import;

namespace Hotline.AgentHub.Imports;

/// <summary>What is done with files of old tickets: tried, imported, reported on.</summary>
internal sealed class ImportDesk(ImportStore store, CityConfiguration city, SteadyClock clock)
{
    /// <summary>Bytes of a file.</summary>
    public const int FileMax = 8 * 1024 * 1024;
    private const int NameMax = 100;
    private const int ProblemsShown = 200;

    /// <summary>A file in which more is wrong is wrong as a whole.</summary>
    private const int ProblemsKept = 5000;
    private const string Bom = "\uFEFF";

    /// <summary>Id of a ticket by its number of before: the same ticket is the same here, however often it is imported.</summary>
    public static string IdOf(string tenant, string sourceNumber) =>
        "i-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}/{sourceNumber}")))[..40];

    /// <summary>What a file would bring.</summary>
    public async Task<(string Refused, ImportTrialView? Trial)> TryAsync(ImportForm form, CancellationToken cancellationToken)
    {
        if (Read(form, out var sheet, out _) is { Length: > 0 } refused)
        {
            return (refused, null);
        }
        var reading = ImportReader.Read(sheet!, city.ImportWords, city.TimeZoneOffset, clock.Now);
        var known = await store.KnownAsync(reading.Tickets.Select(ticket => IdOf(city.Tenant.Value, ticket.SourceNumber)), cancellationToken);
        return ("", new ImportTrialView(
            [.. sheet!.Headers.Zip(reading.Columns, (header, field) => new ImportColumnView(header, field is { } of ? FieldText(of) : null))],
            [.. reading.MissingColumns.Select(FieldText)], reading.Tickets.Count - known.Count, known.Count,
            reading.Problems.Select(problem => problem.Line).Distinct().Count(), [.. reading.Problems.Take(ProblemsShown).Select(View)]));
    }

    /// <summary>Begins to import what a file holds; <see cref="ImportJob"/> does it.</summary>
    /// <returns>Why not; empty where it began.</returns>
    public async Task<string> BeginAsync(ImportForm form, Person person, string address, CancellationToken cancellationToken)
    {
        if (Read(form, out var sheet, out var bytes) is { Length: > 0 } refused)
        {
            return refused;
        }
        var reading = ImportReader.Read(sheet!, city.ImportWords, city.TimeZoneOffset, clock.Now);
        if (reading.Tickets.Count == 0)
        {
            return "import-nothing";
        }
        ImportRow row = new()
        {
            Tenant = city.Tenant.Value, MadeAt = clock.Now, MadeBy = person.Id.Value, FileName = NameOf(form.Name),
            FileHash = Convert.ToHexStringLower(SHA256.HashData(bytes)), RowsInAll = reading.Tickets.Count,
            Content = ImportJson.Of(reading.Tickets), Report = ImportJson.Of([.. reading.Problems.Take(ProblemsKept)]),
        };
        return await store.BeginAsync(
            row, no => new AuditEntry(row.MadeAt, row.Tenant, row.MadeBy, "import-tickets", Invariant($"import/{no}"),
                $"{row.FileName} {row.FileHash}", address),
            cancellationToken) ? "" : "import-busy";
    }

    /// <summary>The imports, the newest first.</summary>
    public async Task<IReadOnlyList<ImportView>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ImportsAsync(city.Tenant, cancellationToken)).Reverse().Select(row => new ImportView(
            row.ImportNo, row.MadeAt, row.MadeBy, row.FileName, row.RowsInAll, row.NextRow, row.Added, row.Known, row.Failed,
            ImportJson.ProblemsOf(row.Report).Count, row.DoneAt is not null))];

    /// <summary>
    /// What was not understood of an import, as a table; a cell that begins like a formula is none. Null where there is no such import.
    /// </summary>
    public async Task<string?> ReportAsync(int no, CancellationToken cancellationToken)
    {
        if ((await store.ImportsAsync(city.Tenant, cancellationToken)).FirstOrDefault(row => row.ImportNo == no) is not { } import)
        {
            return null;
        }
        var text = new StringBuilder(Bom).AppendJoin(',', Text.Of("import.report").Split(',')).Append("\r\n");
        foreach (var problem in ImportJson.ProblemsOf(import.Report).Select(View))
        {
            string[] cells = [Invariant($"{problem.Line}"), problem.Column, problem.Value, problem.Why];
            text.AppendJoin(',', cells.Select(TrailApi.Cell)).Append("\r\n");
        }
        return text.ToString();
    }

    private static string Read(ImportForm form, out ImportSheet? sheet, out byte[] bytes)
    {
        (sheet, bytes) = (null, []);
        var length = form.Content?.Length ?? 0;
        if (length == 0 || length > ((FileMax / 3) + 1) * 4)
        {
            return "import-size";
        }
        bytes = new byte[length];
        if (!Convert.TryFromBase64String(form.Content!, bytes, out var written))
        {
            return "import-type";
        }
        bytes = bytes[..written];
        sheet = SheetReader.Read(form.Name ?? "", bytes, out var refused);
        return refused;
    }

    private static string NameOf(string name)
    {
        var plain = StorableText.Of(name).ReplaceLineEndings(" ");
        return plain.Length <= NameMax ? plain : plain[^NameMax..];
    }

    private static string FieldText(ImportField field) => Text.Of("import.field." + field);

    private static ImportProblemView View(ImportProblem problem) => new(
        problem.Line, Code.TryParse<ImportField>(problem.Column, out var field) ? FieldText(field) : problem.Column, problem.Value,
        Text.Of("import.mistake." + problem.Why));
}
