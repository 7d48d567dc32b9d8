using System.Text;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.WorkingDays;

/// <summary>The calendar of working days, for the system's administrator: a year, its file, and changes, which are tried first.</summary>
internal static class CalendarApi
{
    private const string Bom = "\uFEFF";

    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var calendar = routes.MapGroup("/api").Needs(Permission.ManageCalendar).WithTags("calendar");
        calendar.MapGet("/calendar", View).NotAudited("holidays");
        calendar.MapGet("/calendar.csv", Export).NotAudited("holidays");
        calendar.MapPost("/calendar/trials", TryAsync).NotAudited("nothing is changed, and numbers of tickets are all that it tells");
        calendar.MapPost("/calendar/changes", ChangeAsync).AuditedWhenRefused("change-calendar");
    }

    /// <summary>A year, and what was changed.</summary>
    private static Ok<CalendarView> View(CalendarDesk desk, int? year = null) =>
        TypedResults.Ok(desk.View(year is >= 2000 and <= 2200 ? year : null));

    /// <summary>A year as a file that can be imported again.</summary>
    private static Results<ContentHttpResult, ProblemHttpResult> Export(HttpContext http, CalendarDesk desk, int year = 0)
    {
        if (desk.FileOf(year) is not { } text)
        {
            return Problem.NotFound();
        }
        http.Response.Headers.ContentDisposition = Invariant($"attachment; filename=\"{year}.csv\"");
        return TypedResults.Text(Bom + text, "text/csv", Encoding.UTF8);
    }

    /// <summary>What a change would do; nothing is written.</summary>
    private static async Task<Results<Ok<CalendarTrialView>, ProblemHttpResult>> TryAsync(CalendarForm form, HttpContext http, CalendarDesk desk)
    {
        var (refused, trial) = await desk.TryAsync(form, http.RequestAborted);
        return trial is not null ? TypedResults.Ok(trial) : Refused(refused!);
    }

    /// <summary>Makes a change; the clocks that run are counted again from then on.</summary>
    private static async Task<Results<Ok<CalendarView>, ProblemHttpResult>> ChangeAsync(CalendarForm form, HttpContext http, CalendarDesk desk)
    {
        var refused = await desk.ChangeAsync(
            form, Person.Of(http.User), http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        return refused is null ? TypedResults.Ok(desk.View(form.File?.Year ?? form.Days?[0].Date.Year)) : Refused(refused);
    }

    private static ProblemHttpResult Refused(CalendarRefusal refused) => Problem.Of(
        refused.Code is "calendar-stale" or "calendar-busy" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
        refused.Code, Text.Refusal(refused.Code, refused.Values));
}
