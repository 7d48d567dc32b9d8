using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Calls;

/// <summary>
/// Numbers that were dialled and stand in no list of the city: their callers were served as for 12345, and the administrator sees what
/// is missing from numbers.csv, or which way of writing from trunks.csv.
/// </summary>
internal static class UnknownNumbersApi
{
    private const int Max = 500;
    private static readonly TimeSpan Span = TimeSpan.FromDays(90);

    /// <param name="Trunk">The trunk they came by.</param>
    /// <param name="Dialled">As it was written.</param>
    /// <param name="Calls">How many in the last 90 days.</param>
    /// <param name="FirstAt">Of those the first.</param>
    /// <param name="LastAt">Of those the last.</param>
    public sealed record UnknownNumberView(string Trunk, string Dialled, int Calls, DateTimeOffset FirstAt, DateTimeOffset LastAt);

    public static void MapUnknownNumbers(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/numbers").Needs(Permission.ManageNumbers).NotAudited("numbers of ours, and of no citizen")
            .WithTags("reference").MapGet("/unknown", ListAsync);

    private static async Task<Ok<List<UnknownNumberView>>> ListAsync(HttpContext http, CallLedger ledger, LastWrites writes, CityConfiguration city,
        SteadyClock clock)
    {
        await writes.SettleAsync(http.RequestAborted);
        var rows = await ledger.UnknownNumbersAsync(city.Tenant, Text.Of("number.unregistered"), clock.Now - Span, Max, http.RequestAborted);
        return TypedResults.Ok(rows.Select(r => new UnknownNumberView(r.Trunk, r.Dialled, r.Calls, r.FirstAt, r.LastAt)).ToList());
    }
}
