using System.Security.Claims;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tickets;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Screens;

/// <summary>What an agent does with his state and his call. Each is a wish to the floor and its answer.</summary>
internal static class DeskApi
{
    /// <summary>What an agent wants to be: ready, notReady, or break with the code of a reason.</summary>
    public sealed record StateForm(string State, string? Reason);

    /// <summary>The number of a party of the city's list (parties.csv).</summary>
    public sealed record TargetForm(string Target);

    /// <param name="Skill">Who is to have the call; null for anybody.</param>
    public sealed record RequeueForm(string? Skill);

    /// <summary>The call that is meant: a click that comes late must not hit the next one.</summary>
    public sealed record CallForm(string CallId);

    /// <param name="CallId">The call that is meant.</param>
    /// <param name="PutOff">Its outcome is written later: the draft waits among what the agent has to finish.</param>
    public sealed record WrapUpForm(string CallId, bool PutOff = false);

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/api/desk").Needs(Permission.TakeCalls).WithTags("desk")
            .NotAudited("the journal and the ledger tell what became of a call");
        desk.MapPost("/state", StateAsync);
        desk.MapPost("/hold", (Asking ask) => ask.OfAsync((r, a) => new Input.HoldRequested(r, a)));
        desk.MapPost("/retrieve", (Asking ask) => ask.OfAsync((r, a) => new Input.RetrieveRequested(r, a)));
        desk.MapPost("/leave", (Asking ask) => ask.OfAsync((r, a) => new Input.LeaveRequested(r, a)));
        desk.MapPost("/hang-up", (Asking ask) => ask.OfAsync((r, a) => new Input.HangUpRequested(r, a)));
        desk.MapPost("/drop-party", (Asking ask) => ask.OfAsync((r, a) => new Input.DropPartyRequested(r, a)));
        desk.MapPost("/three-way", ThreeWayAsync);
        desk.MapPost("/requeue", RequeueAsync);
        desk.MapPost("/wrap-up", WrapUpAsync);
        desk.MapPost("/extend-wrap-up",
            (CallForm form, Asking ask) => ask.OfAsync((r, a) => new Input.WrapUpExtensionRequested(r, a, new CallId(form.CallId))));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StateAsync(StateForm form, Asking ask, CityConfiguration city)
    {
        AgentState? state = form.State switch
        {
            "ready" => AgentState.Ready,
            "notReady" => AgentState.NotReady,
            "break" when city.BreakReasons.Any(r => r.Code == form.Reason) => AgentState.Break,
            _ => null,
        };
        return state is { } wanted
            ? await ask.OfAsync((r, a) => new Input.StateRequested(r, a, wanted, wanted == AgentState.Break ? form.Reason : null))
            : Problem.Refused(Refusals.WrongState);
    }

    /// <summary>The call goes back to the line: to those with the skill first, and after a while to anybody, so that nobody waits in vain.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> RequeueAsync(RequeueForm form, Asking ask, CityConfiguration city)
    {
        if (string.IsNullOrEmpty(form.Skill))
        {
            return await ask.OfAsync((r, a) => new Input.RequeueRequested(r, a, RoutingPlan.Anybody));
        }
        if (city.Skills.FirstOrDefault(s => s.Id.Value == form.Skill) is not { } skill)
        {
            return Problem.Refused("unknown-skill");
        }
        var plan = new RoutingPlan(new RoutingStep(skill.Id, city.Settings.RequeueStep), new RoutingStep(null, null));
        return await ask.OfAsync((r, a) => new Input.RequeueRequested(r, a, plan));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WrapUpAsync(WrapUpForm form, HttpContext http, Asking ask, TicketDesk tickets)
    {
        var call = new CallId(form.CallId);
        var answer = await ask.OfAsync((r, a) => new Input.WrapUpRequested(r, a, call, form.PutOff));
        return answer.Result is ProblemHttpResult { ProblemDetails.Title: Refusals.OutcomeMissing }
            && await tickets.RemindAsync(call, http.RequestAborted)
            ? await ask.AgainAsync((r, a) => new Input.WrapUpRequested(r, a, call))
            : answer;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ThreeWayAsync(TargetForm form, Asking ask, CityConfiguration city)
    {
        if (city.Parties.FirstOrDefault(p => p.Target == form.Target) is not { } party)
        {
            return Problem.Refused("unknown-party");
        }
        return string.IsNullOrEmpty(party.Trunk)
            ? Problem.Refused("party-not-callable")
            : await ask.OfAsync((r, a) => new Input.ThreeWayRequested(r, a, party.Target, party.Name, party.Trunk));
    }
}
