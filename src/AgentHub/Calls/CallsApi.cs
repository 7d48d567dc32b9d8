using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Tickets;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Calls;

/// <summary>One call beside its ringing: who called before, his whole number, the recording.</summary>
internal static class CallsApi
{
    private const int HistoryMax = 20;
    private const int TalksMax = 5 * HistoryMax;
    private static readonly TimeSpan HistorySpan = TimeSpan.FromDays(90);

    /// <summary>Why somebody wants the whole number, at least one character; it is kept in the audit.</summary>
    public sealed record PurposeForm(string Purpose);

    /// <summary>The caller's whole number, as it came.</summary>
    public sealed record NumberView(string Number);

    /// <param name="Agent">Why the last agent was rung, a sentence.</param>
    /// <param name="Waiting">Why the caller still waits, a sentence.</param>
    /// <param name="Decision">The same in figures; null before the first ring.</param>
    public sealed record WhyView(string Agent, string Waiting, Decision? Decision);

    /// <summary>The caller's earlier calls and tickets of 90 days, newest first, at most 20 each.</summary>
    public sealed record HistoryView(IReadOnlyList<EarlierCall> Calls, IReadOnlyList<TicketSummary> Tickets, int CallsIn90Days);

    /// <summary>
    /// An earlier call of the same number; <paramref name="Agents"/> talked in it, in their order; <paramref name="Title"/> is that of its
    /// ticket, empty where there is none.
    /// </summary>
    public sealed record EarlierCall(
        string Id, string Dialled, string Name, DateTimeOffset At, IReadOnlyList<string> Agents, string? Outcome, string Title);

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/api/calls").Needs(Permission.ReadCalls).WithTags("calls");
        calls.MapPost("/{id}/reveal", RevealAsync).Audited("reveal-number");
        calls.MapGet("/{id}/history", HistoryAsync).Audited("read-history");
        calls.MapGet("/{id}/why", WhyAsync).NotAudited("says why an agent was rung, and nothing of the caller");
    }

    /// <summary>Why this agent, and why is this caller still waiting: for the call's agent and for shift leaders.</summary>
    private static async Task<Results<Ok<WhyView>, ProblemHttpResult>> WhyAsync(string id, HttpContext http, FloorLoop loop, WhyText why,
        SteadyClock clock)
    {
        var person = Person.Of(http.User);
        var found = await loop.ReadAsync<(CallFacts Call, WaitingExplanation? Waiting)?>(
            f => f.Calls.TryGetValue(new CallId(id), out var call) ? (CallFacts.Of(call, f), f.WhyWaiting(call.Id)) : null, http.RequestAborted);
        if (found is not var (facts, waiting))
        {
            return Problem.NotFound();
        }
        return person.SeesCall(facts.Agent, facts.Offer?.Agent)
            ? TypedResults.Ok(new WhyView(why.Decided(facts), WhyText.Waiting(why.Briefly(facts, clock.Now), waiting), facts.Why))
            : Problem.Forbidden("not-yours");
    }

    private static async Task<Results<Ok<NumberView>, ProblemHttpResult>> RevealAsync(
        string id, PurposeForm form, HttpContext http, CallAccess access)
    {
        http.Note(purpose: form.Purpose);
        if (string.IsNullOrWhiteSpace(form.Purpose))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "purpose", Text.Refusal("purpose"));
        }
        var person = Person.Of(http.User);
        var (call, mine) = await access.FindAsync(new CallId(id), person, http.RequestAborted);
        if (call is null)
        {
            return Problem.NotFound();
        }
        if (!mine)
        {
            return Problem.Forbidden("not-yours");
        }
        return TypedResults.Ok(new NumberView(call.Caller));
    }

    private static async Task<Results<Ok<HistoryView>, ProblemHttpResult>> HistoryAsync(
        string id, HttpContext http, CallAccess access, CallLedger ledger, TicketStore tickets, Sights sights,
        CityConfiguration city, SteadyClock clock)
    {
        var person = Person.Of(http.User);
        http.Note(purpose: "call");
        var (call, mine) = await access.FindAsync(new CallId(id), person, http.RequestAborted);
        if (call is null)
        {
            return Problem.NotFound();
        }
        if (!mine)
        {
            return Problem.Forbidden("not-yours");
        }
        if (call.Caller.Length == 0)
        {
            return TypedResults.Ok(new HistoryView([], [], 0)); // a withheld number has no history
        }
        var earlier = ledger.HistoryOfCallerAsync(city.Tenant, call.Caller, HistoryMax + 1, http.RequestAborted);
        var sight = await sights.OfAsync(person, http.RequestAborted) with { Caller = call.Caller };
        var open = tickets.OfCallerAsync(city.Tenant, call.Caller, sight, HistoryMax, http.RequestAborted);
        var count = ledger.CountSinceAsync(city.Tenant, call.Caller, clock.Now - HistorySpan, http.RequestAborted);
        var talks = ledger.TalksOfCallerAsync(city.Tenant, call.Caller, TalksMax, http.RequestAborted);
        await Task.WhenAll(earlier, open, count, talks);
        var agents = (await talks).ToLookup(t => t.CallId, t => t.AgentId, StringComparer.Ordinal);
        return TypedResults.Ok(new HistoryView(
            [.. (await earlier).Where(c => c.CallId != id).Take(HistoryMax).Select(c =>
                new EarlierCall(c.CallId, c.Dialled, c.NumberName, c.InvitedAt, AgentsOf(c, agents[c.CallId]), c.Outcome, c.Title))],
            [.. (await open).Where(t => t.CallId != id).Select(TicketViews.Summary)],
            await count));
    }

    /// <summary>Those who talked; a call of before the legs were kept names its last agent.</summary>
    private static string[] AgentsOf(EarlierCallRow call, IEnumerable<string> talked)
    {
        string[] agents = [.. talked.Distinct(StringComparer.Ordinal)];
        return agents.Length > 0 || call.AgentId is null ? agents : [call.AgentId];
    }
}
