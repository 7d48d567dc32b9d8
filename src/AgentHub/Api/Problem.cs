using Hotline.AgentHub.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Api;

/// <summary>Refusals as application/problem+json: a code for programs, a Chinese sentence that says what to do.</summary>
internal static class Problem
{
    public static ProblemHttpResult Of(int status, string code, string detail, object? current = null) =>
        TypedResults.Problem(detail, statusCode: status, title: code,
            extensions: new Dictionary<string, object?> { ["code"] = code, ["current"] = current }.Where(e => e.Value is not null));

    /// <summary>A wish that the floor refused.</summary>
    public static ProblemHttpResult Refused(string code) => Of(StatusCodes.Status409Conflict, code, Text.Refusal(code));

    public static ProblemHttpResult NotFound(string code = "not-found") => Of(StatusCodes.Status404NotFound, code, Text.Refusal(code));

    public static ProblemHttpResult Forbidden(string code) => Of(StatusCodes.Status403Forbidden, code, Text.Refusal(code));
}
