using System.Globalization;
using System.Text;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Trail;

/// <summary>The audit, for the auditor and nobody else. That he reads it stands in it, too.</summary>
internal static class TrailApi
{
    private const int PageMax = 200;
    private const int ExportMax = 100_000;
    private const string Bom = "\uFEFF";
    private static readonly string[] Columns = ["seq", "at", "who", "action", "subject", "purpose", "address", "result", "detail"];

    /// <param name="Seq">Its place in the chain.</param>
    /// <param name="At">When.</param>
    /// <param name="Who">Agent number, or a part of the system.</param>
    /// <param name="Action">Code of the act.</param>
    /// <param name="Subject">Call, ticket or account.</param>
    /// <param name="Purpose">What it was for, or what was looked for.</param>
    /// <param name="Address">Of the browser.</param>
    /// <param name="Result">ok, or how it was refused.</param>
    /// <param name="Detail">What changed, before and after.</param>
    public sealed record TrailEntry(
        long Seq, DateTimeOffset At, string Who, string Action, string Subject, string Purpose, string Address, string Result, string Detail);

    /// <param name="Items">The newest first.</param>
    /// <param name="Next">Goes as <c>before</c> with the request for the next page; null for the last.</param>
    public sealed record TrailView(IReadOnlyList<TrailEntry> Items, long? Next);

    /// <param name="Count">Entries of the chain.</param>
    /// <param name="Head">Hash of the last one.</param>
    /// <param name="Faults">What does not fit; empty for a chain that is whole.</param>
    public sealed record TrailVerdict(long Count, string Head, IReadOnlyList<string> Faults);

    /// <summary>What is looked for, as it stands in the address.</summary>
    public sealed record Filter(
        string? Who = null, string? Action = null, string? Subject = null, string? Result = null, DateTimeOffset? From = null,
        DateTimeOffset? To = null, long? Before = null, int? Max = null)
    {
        internal AuditSearch Search(CityConfiguration city, int max) => new(
            city.Tenant, Given(Who), Given(Action), Given(Subject), Given(Result), From ?? DateTimeOffset.UnixEpoch,
            To ?? new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero), Before ?? long.MaxValue, Math.Clamp(Max ?? max, 1, max));

        private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static void MapTrail(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/api").Needs(Permission.ReadAudit).WithTags("audit");
        audit.MapGet("/audit", FindAsync).Audited("read-audit");
        audit.MapGet("/audit.csv", ExportAsync).Audited("export-audit");
        audit.MapGet("/audit/verdict", VerifyAsync).Audited("verify-audit");
    }

    /// <summary>One page.</summary>
    private static async Task<Ok<TrailView>> FindAsync([AsParameters] Filter filter, HttpContext http, AuditLog log, CityConfiguration city)
    {
        http.Note(purpose: http.Request.QueryString.Value);
        var search = filter.Search(city, PageMax);
        var found = await log.SearchAsync(search, http.RequestAborted);
        return TypedResults.Ok(new TrailView([.. found.Select(View)], found.Count == search.Max ? found[^1].Seq : null));
    }

    /// <summary>All that is found, as a table.</summary>
    private static async Task<ContentHttpResult> ExportAsync([AsParameters] Filter filter, HttpContext http, AuditLog log, CityConfiguration city)
    {
        http.Note(purpose: http.Request.QueryString.Value);
        var text = new StringBuilder(Bom).AppendJoin(',', Columns).Append("\r\n");
        var search = filter.Search(city, ExportMax);
        foreach (var entry in (await log.SearchAsync(search, http.RequestAborted)).Select(View))
        {
            text.AppendJoin(',', new[]
            {
                entry.Seq.ToString(CultureInfo.InvariantCulture),
                entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                entry.Who, entry.Action, entry.Subject, entry.Purpose, entry.Address, entry.Result, entry.Detail,
            }.Select(Cell)).Append("\r\n");
        }
        http.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    private static async Task<Ok<TrailVerdict>> VerifyAsync(HttpContext http, AuditLog log, TrailFile file, TrailState state, CityConfiguration city)
    {
        var verdict = await log.VerifyAsync(city.Tenant, file.Read(), http.RequestAborted);
        state.Faults = verdict.Faults.Count;
        return TypedResults.Ok(new TrailVerdict(verdict.Count, verdict.Head.Hash, verdict.Faults));
    }

    /// <summary>A cell that begins like a formula is none: what strangers typed is opened in a spreadsheet.</summary>
    internal static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static TrailEntry View(AuditPlaced placed) => new(
        placed.Seq, placed.Entry.At, placed.Entry.Who, placed.Entry.Action, placed.Entry.Subject, placed.Entry.Purpose, placed.Entry.Address,
        placed.Entry.Result, placed.Entry.Detail);
}
