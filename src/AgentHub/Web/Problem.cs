using Hotline.AgentHub.Texts;
using Hotline.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Web;

/// <summary>Refusals as application/problem+json: a code for programs, a Chinese sentence that says what to do.</summary>
internal static class Problem
{
    public static ProblemHttpResult Of(int status, string code, string detail, object? current = null, IReadOnlyList<string>? fields = null) =>
        TypedResults.Problem(detail, statusCode: status, title: code,
            extensions: new Dictionary<string, object?> { ["code"] = code, ["current"] = current, ["fields"] = fields }
            .Where(e => e.Value is not null));

    /// <summary>A form that cannot be taken as it is: the fields to blame, for the page as it names them and for people in Chinese.</summary>
    public static ProblemHttpResult OfFields(string code, IEnumerable<TicketField> blamed, int status = StatusCodes.Status422UnprocessableEntity)
    {
        List<string> fields = [.. blamed.Distinct().Select(Code.Of)];
        return Of(status, code, Text.Refusal(code, string.Join('、', fields.Select(f => Text.Of("field." + f)))), fields: fields);
    }

    /// <summary>The same for forms whose fields have no list of their own: by the names that the page uses.</summary>
    public static ProblemHttpResult OfNames(string code, IReadOnlyList<string> fields, int status = StatusCodes.Status422UnprocessableEntity) =>
        Of(status, code, Text.Refusal(code, string.Join('、', fields.Select(f => Text.Of("field." + f)))), fields: fields);

    /// <summary>A wish that the floor refused.</summary>
    public static ProblemHttpResult Refused(string code) => Of(StatusCodes.Status409Conflict, code, Text.Refusal(code));

    public static ProblemHttpResult NotFound(string code = "not-found") => Of(StatusCodes.Status404NotFound, code, Text.Refusal(code));

    public static ProblemHttpResult Forbidden(string code) => Of(StatusCodes.Status403Forbidden, code, Text.Refusal(code));
}
