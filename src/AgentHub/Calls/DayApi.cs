using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Web;

namespace Hotline.AgentHub.Calls;

/// <summary>The day's figures, for those who watch the floor.</summary>
internal static class DayApi
{
    public static void MapDay(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/day").Needs(Permission.WatchFloor).WithTags("calls")
            .MapGet("/", async (HttpContext http, LastWrites writes, DayFigures figures) =>
            {
                await writes.SettleAsync(http.RequestAborted);
                return TypedResults.Ok(await figures.ReadAsync(http.RequestAborted));
            })
            .NotAudited("figures of the day");
}
