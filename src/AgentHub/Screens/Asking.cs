using System.Security.Claims;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Screens;

/// <summary>Carries one person's wish to the floor and its answer back.</summary>
/// <param name="http">The request: who asks, and its X-Request-Id.</param>
/// <param name="loop">The floor.</param>
/// <param name="wishes">Answers, also to repeats.</param>
internal sealed class Asking(IHttpContextAccessor http, FloorLoop loop, Wishes wishes)
{
    public Task<Results<NoContent, ProblemHttpResult>> OfAsync(Func<RequestId, AgentId, Input.Wish> wish) => OfAsync(wish, "");

    /// <summary>Asks once more within the same request, since something has changed: the answer to the first asking does not count.</summary>
    public Task<Results<NoContent, ProblemHttpResult>> AgainAsync(Func<RequestId, AgentId, Input.Wish> wish) => OfAsync(wish, "/again");

    private async Task<Results<NoContent, ProblemHttpResult>> OfAsync(Func<RequestId, AgentId, Input.Wish> wish, string suffix)
    {
        var context = http.HttpContext!;
        var agent = new AgentId(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var header = context.Request.Headers[RequestIds.Header].ToString();
        // The agent is part of the id: nobody can answer, or repeat, another's wish.
        var request = new RequestId($"{agent.Value}/{(header.Length is > 0 and <= RequestIds.LengthMax ? header : context.TraceIdentifier)}{suffix}");
        try
        {
            return await wishes.AskAsync(loop, wish(request, agent), context.RequestAborted) is { } refusal
                ? Problem.Refused(refusal)
                : TypedResults.NoContent();
        }
        catch (TimeoutException)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "busy", Texts.Text.Refusal("busy"));
        }
    }
}
