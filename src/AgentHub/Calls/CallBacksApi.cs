using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Calls;

/// <summary>
/// Callers who asked to be called back (回拨), for shift leaders. Their whole number is asked for like any other: <c>/api/calls/{id}/reveal</c>.
/// </summary>
internal static class CallBacksApi
{
    private const int Max = 500;

    /// <summary>Nobody waits for it longer than this.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);

    /// <param name="CallId">The call in which he asked.</param>
    /// <param name="Caller">Masked.</param>
    /// <param name="Dialled">The number dialled.</param>
    /// <param name="Name">Of that number.</param>
    /// <param name="QueuedAt">Since when he waits.</param>
    /// <param name="AskedAt">When he asked.</param>
    public sealed record CallBackView(string CallId, string Caller, string Dialled, string Name, DateTimeOffset? QueuedAt, DateTimeOffset? AskedAt);

    public static void MapCallBacks(this IEndpointRouteBuilder routes)
    {
        var callBacks = routes.MapGroup("/api/call-backs").Needs(Permission.CallBack).WithTags("calls");
        callBacks.MapGet("/", DueAsync).Audited("list-call-backs");
        callBacks.MapPost("/{id}/done", DoneAsync).Audited("called-back");
    }

    private static async Task<Ok<List<CallBackView>>> DueAsync(HttpContext http, CallLedger ledger, LastWrites writes, CityConfiguration city,
        SteadyClock clock)
    {
        await writes.SettleAsync(http.RequestAborted);
        var due = await ledger.CallBacksDueAsync(city.Tenant, clock.Now - Span, Max, http.RequestAborted);
        return TypedResults.Ok(due.Select(c => new CallBackView(c.CallId, MaskedNumber.Of(c.Caller), c.Dialled, c.NumberName, c.QueuedAt, c.EndedAt))
            .ToList());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DoneAsync(string id, HttpContext http, CallLedger ledger, SteadyClock clock)
    {
        var person = Person.Of(http.User);
        if (!await ledger.CalledBackAsync(new CallId(id), person.Id, clock.Now, http.RequestAborted))
        {
            return Problem.Refused("called-back");
        }
        return TypedResults.NoContent();
    }
}
