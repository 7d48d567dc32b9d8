using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Web;
using Hotline.Tickets.Duty;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Cases;

/// <summary>Whoever watches a case in which duty phones are rung sees how it goes, passes on to the next of the list, or stops it.</summary>
internal static class CaseDutyApi
{
    public static void MapCaseDuty(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/cases/{id}/duty-calls").WithTags("cases");
        api.MapGet("/", GetAsync).Needs(Permission.ReadCases).NotAudited("names of who is on duty, and nothing of a citizen");
        api.MapPost("/{task:int}/next", NextAsync).Needs(Permission.DirectDutyCalls).Audited("duty-call-next");
        api.MapPost("/{task:int}/stop", StopAsync).Needs(Permission.DirectDutyCalls).Audited("duty-call-stop");
    }

    private static async Task<Results<Ok<IReadOnlyList<DutyCallView>>, ProblemHttpResult>> GetAsync(string id, HttpContext http, CaseDesk desk) =>
        await desk.DutyAsync(id, Person.Of(http.User), http.RequestAborted) is { } calls ? TypedResults.Ok(calls) : Problem.NotFound();

    private static Task<Results<Ok<IReadOnlyList<DutyCallView>>, ProblemHttpResult>> NextAsync(
        string id, int task, HttpContext http, CaseDesk desk) =>
        DoAsync(id, task, new DutyFact.NextWished(Person.Of(http.User).Id.Value), http, desk);

    private static Task<Results<Ok<IReadOnlyList<DutyCallView>>, ProblemHttpResult>> StopAsync(
        string id, int task, HttpContext http, CaseDesk desk) =>
        DoAsync(id, task, new DutyFact.StopWished(Person.Of(http.User).Id.Value), http, desk);

    private static async Task<Results<Ok<IReadOnlyList<DutyCallView>>, ProblemHttpResult>> DoAsync(
        string id, int task, DutyFact fact, HttpContext http, CaseDesk desk)
    {
        http.Note(purpose: Invariant($"task {task}"));
        var person = Person.Of(http.User);
        if (await desk.DutyAsync(id, person, http.RequestAborted) is not { } calls || calls.All(call => call.Task != task))
        {
            return Problem.NotFound();
        }
        return await desk.DirectDutyAsync(id, task, fact, http.RequestAborted)
            ? TypedResults.Ok((await desk.DutyAsync(id, person, http.RequestAborted))!)
            : Problem.Refused("dutyOver");
    }
}
