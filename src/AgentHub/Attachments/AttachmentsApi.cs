using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hotline.AgentHub.Attachments;

/// <summary>Files of a case: listed, attached, fetched. A file goes out as a download alone; no page ever shows it.</summary>
internal static class AttachmentsApi
{
    /// <summary>Bytes of a request: the largest that the settings may allow, as Base64.</summary>
    private const int BodyMax = (((SecuritySettings.AttachmentMegabytesMax * 1024 * 1024) / 3) + 1) * 4 + 4096;

    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/cases/{id}/attachments").Needs(Permission.ReadCases).WithTags("cases");
        api.MapGet("/", ListAsync).Audited("list-attachments");
        api.MapGet("/file", FileAsync).Audited("read-attachment");
        api.MapPost("/", AddAsync).WithMetadata(new RequestSizeLimitAttribute(BodyMax)).AuditedWhenRefused("add-attachment");
    }

    /// <summary>What is attached.</summary>
    private static async Task<Results<Ok<AttachmentsView>, ProblemHttpResult>> ListAsync(string id, HttpContext http, AttachmentDesk desk) =>
        await desk.ListAsync(id, Person.Of(http.User), http.RequestAborted) is { } view ? TypedResults.Ok(view) : Problem.NotFound();

    /// <summary>One file.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FileAsync(
        string id, HttpContext http, AttachmentDesk desk, int no = 0)
    {
        var (row, bytes) = await desk.ReadAsync(id, no, Person.Of(http.User), http.RequestAborted);
        http.Note(purpose: Invariant($"{no} {row?.Name}"));
        if (row is null || bytes is null)
        {
            return row is null ? Problem.NotFound() : Problem.NotFound("attachment");
        }
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(bytes, AttachmentKinds.TypeOf(row.FileKind), row.Name); // with a name it is an attachment, by its header
    }

    /// <summary>Attaches a file; what is attached then.</summary>
    private static async Task<Results<Ok<AttachmentsView>, ProblemHttpResult>> AddAsync(
        string id, AttachmentForm form, HttpContext http, AttachmentDesk desk, SecuritySettings settings)
    {
        var person = Person.Of(http.User);
        var refused = await desk.AddAsync(id, form, person, http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        return refused switch
        {
            null => Problem.NotFound(),
            "attachment-not-yours" => Problem.Forbidden(refused),
            { Length: > 0 } => Problem.Of(
                StatusCodes.Status422UnprocessableEntity, refused, Text.Refusal(refused, settings.AttachmentMegabytes)),
            _ => TypedResults.Ok((await desk.ListAsync(id, person, http.RequestAborted))!),
        };
    }
}
