using System.Text;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hotline.AgentHub.Imports;

/// <summary>Old tickets from a file, for who dispatches: tried first, then imported, with a report of what was not understood.</summary>
internal static class ImportsApi
{
    /// <summary>Bytes of a request: a file as Base64, and what stands around it.</summary>
    private const int BodyMax = ((ImportDesk.FileMax / 3) + 1) * 4 + 4096;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").Needs(Permission.ImportTickets).WithTags("imports");
        imports.MapGet("/", async (HttpContext http, ImportDesk desk) => TypedResults.Ok(await desk.ListAsync(http.RequestAborted)))
            .NotAudited("names of files and how many tickets they held");
        imports.MapPost("/trials", TryAsync).WithMetadata(new RequestSizeLimitAttribute(BodyMax)).Audited("try-import");
        imports.MapPost("/", BeginAsync).WithMetadata(new RequestSizeLimitAttribute(BodyMax)).AuditedWhenRefused("import-tickets");
        imports.MapGet("/report.csv", ReportAsync).Audited("export-import-report");
    }

    /// <summary>What a file would bring; nothing is written.</summary>
    private static async Task<Results<Ok<ImportTrialView>, ProblemHttpResult>> TryAsync(ImportForm form, HttpContext http, ImportDesk desk)
    {
        http.Note(subject: form.Name);
        var (refused, trial) = await desk.TryAsync(form, http.RequestAborted);
        return trial is not null ? TypedResults.Ok(trial) : Refused(refused);
    }

    /// <summary>Begins to import a file; the list says how far it is.</summary>
    private static async Task<Results<Ok<IReadOnlyList<ImportView>>, ProblemHttpResult>> BeginAsync(
        ImportForm form, HttpContext http, ImportDesk desk)
    {
        var refused = await desk.BeginAsync(
            form, Person.Of(http.User), http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        return refused.Length == 0 ? TypedResults.Ok(await desk.ListAsync(http.RequestAborted)) : Refused(refused);
    }

    /// <summary>What was not understood of an import.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReportAsync(HttpContext http, ImportDesk desk, int no = 0)
    {
        http.Note(subject: Invariant($"import/{no}"));
        if (await desk.ReportAsync(no, http.RequestAborted) is not { } text)
        {
            return Problem.NotFound();
        }
        http.Response.Headers.ContentDisposition = Invariant($"attachment; filename=\"import-{no}.csv\"");
        return TypedResults.Text(text, "text/csv", Encoding.UTF8);
    }

    private static ProblemHttpResult Refused(string code) => Problem.Of(
        code == "import-busy" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, code,
        Text.Refusal(code, ImportDesk.FileMax / 1024 / 1024, SheetReader.RowsMax));
}
