using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Web;
using Hotline.Tickets.Duty;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Cases;

/// <summary>Whoever watches a case in which duty phones are rung passes on to the next of the list, or stops it.</summary>
internal static class CaseDutyApi
{
    public static void MapCaseDuty(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/cases/{id}/duty-calls/{task:int}").Needs(Permission.DirectDutyCalls).WithTags("case commands");
        api.MapPost("/next", NextAsync).Audited("duty-call-next");
        api.MapPost("/stop", StopAsync).Audited("duty-call-stop");
    }

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> NextAsync(string id, int task, HttpContext http, CaseDesk desk) =>
        DoAsync(id, task, new DutyFact.NextWished(Person.Of(http.User).Id.Value), http, desk);

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> StopAsync(string id, int task, HttpContext http, CaseDesk desk) =>
        DoAsync(id, task, new DutyFact.StopWished(Person.Of(http.User).Id.Value), http, desk);

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> DoAsync(string id, int task, DutyFact fact, HttpContext http, CaseDesk desk)
    {
        http.Note(subject: id, purpose: Invariant($"task {task}"));
        var (view, done) = await desk.DirectDutyAsync(id, task, fact, Person.Of(http.User), http.RequestAborted);
        return view is null ? Problem.NotFound() : done ? TypedResults.Ok(view) : Problem.Refused("dutyOver");
    }
}
