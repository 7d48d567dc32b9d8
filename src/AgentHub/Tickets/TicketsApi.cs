using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Tickets;

/// <summary>Tickets: drafts while somebody types, outcomes, search. Load → decide → save; a lost race is a 409 with the current ticket.</summary>
internal static class TicketsApi
{
    private const int PageSize = 20;
    private const int DraftsMax = 50;

    /// <summary>The version that now stands; the next save names it.</summary>
    public sealed record DraftSaved(int Version, DateTimeOffset SavedAt);

    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").Needs(Permission.ReadTickets).WithTags("tickets");
        api.MapGet("/tickets", SearchAsync).Audited("search-tickets");
        api.MapGet("/tickets/{id}", GetAsync).Audited("read-ticket");
        api.MapPut("/tickets/{id}/draft", SaveDraftAsync).Needs(Permission.WriteTickets).AuditedWhenRefused("write-draft");
        api.MapGet("/drafts", DraftsAsync).Audited("list-drafts");
        api.MapPost("/calls/{id}/outcome", OutcomeAsync).Needs(Permission.WriteTickets).AuditedWhenRefused("write-outcome");
    }

    private static async Task<Ok<TicketListView>> SearchAsync(
        HttpContext http, TicketStore tickets, Sights sights, CityConfiguration city, string? query = null, string? state = null, int page = 1)
    {
        http.Note(purpose: TicketSearch.IsTelephoneNumber(query ?? "") ? MaskedNumber.Of(query!.Trim()) : query);
        TicketState? ofState = Code.TryParse<TicketState>(state, out var wanted) ? wanted : null;
        var asked = (query ?? "").Trim();
        var telephone = TicketNumber.TryParse(asked, out _) ? asked : city.Callers.Normal(asked); // the former has hyphens too
        var sight = Narrowed(await sights.OfAsync(Person.Of(http.User), http.RequestAborted), telephone);
        var search = new TicketSearch(city.Tenant, sight, query ?? "", ofState, Math.Max(1, page), PageSize) { Telephone = telephone };
        var found = await tickets.SearchAsync(search, http.RequestAborted);
        return TypedResults.Ok(new TicketListView([.. found.Items.Select(TicketViews.Summary)], found.Total, page, PageSize, found.IsCapped));
    }

    private static async Task<Results<Ok<TicketView>, ProblemHttpResult>> GetAsync(
        string id, HttpContext http, TicketAccess access, RecordingFiles recordings, string? number = null)
    {
        if (await access.LoadAsync(id, Person.Of(http.User), http.RequestAborted, number) is not var (ticket, through))
        {
            return Problem.NotFound();
        }
        http.Note(purpose: through);
        return TypedResults.Ok(View(ticket, recordings));
    }

    /// <summary>One's own, without those whose call was given on and is on its way: they went along with it.</summary>
    private static async Task<Ok<IReadOnlyList<TicketSummary>>> DraftsAsync(
        HttpContext http, TicketStore tickets, FloorLoop loop, CityConfiguration city)
    {
        var me = Person.Of(http.User).Id;
        var drafts = await tickets.DraftsOfAgentAsync(city.Tenant, me, DraftsMax, http.RequestAborted);
        var given = drafts.Count == 0 ? [] : await loop.ReadAsync(
            floor => floor.Calls.Values.Where(c => c.Live && c.Requeued is not null && (c.State == CallState.Waiting || c.Agent != me))
                .Select(c => c.Ticket.Value).ToHashSet(StringComparer.Ordinal), http.RequestAborted);
        return TypedResults.Ok<IReadOnlyList<TicketSummary>>([.. drafts.Where(d => !given.Contains(d.Id)).Select(TicketViews.Summary)]);
    }

    private static async Task<Results<Ok<DraftSaved>, ProblemHttpResult>> SaveDraftAsync(
        string id, DraftForm form, HttpContext http, TicketDesk desk, RecordingFiles recordings)
    {
        var person = Person.Of(http.User);
        var command = new TicketCommand.SaveDraft(person.ToActor(), form.ToForm(), form.ToOutcome());
        var answer = await desk.DoAsync(id, form.Version, command, person, AddressOf(http), http.RequestAborted);
        return answer is TicketAnswer.Done done
            ? TypedResults.Ok(new DraftSaved(done.Ticket.Version, done.Ticket.SavedAt))
            : Problematic(answer, recordings);
    }

    private static async Task<Results<Ok<TicketView>, ProblemHttpResult>> OutcomeAsync(
        string id, OutcomeForm form, HttpContext http, TicketDesk desk, RecordingFiles recordings, CityConfiguration city)
    {
        if (form.ToOutcome() is not { } outcome)
        {
            return Problem.OfFields(Code.Of(TicketRefusal.FieldsMissing), [TicketField.Outcome]);
        }
        var accused = string.IsNullOrWhiteSpace(form.AccusedUnit) ? null : form.AccusedUnit;
        if (accused is not null && (accused == form.Unit || city.Units.All(unit => unit.Code != accused)))
        {
            return Problem.OfNames(accused == form.Unit ? "accused-unit" : "unknownCode", ["accusedUnit"]);
        }
        var person = Person.Of(http.User);
        var command = new TicketCommand.RecordOutcome(person.ToActor(), form.ToForm(), outcome);
        var answer = await desk.RecordAsync(new CallId(id), form.Version, command, person, AddressOf(http), http.RequestAborted, accused);
        return answer is TicketAnswer.Done done ? TypedResults.Ok(View(done.Ticket, recordings)) : Problematic(answer, recordings);
    }

    /// <summary>
    /// A whole telephone number finds what somebody has to do with, and nobody else's: it would tell him what stars hide. A ticket's number, which
    /// the citizen told, finds it whosever it is.
    /// </summary>
    private static TicketSight Narrowed(TicketSight sight, string query) => sight.Confidential ? sight
        : TicketSearch.IsTelephoneNumber(query) ? sight with { Open = false }
        : TicketNumber.TryParse(query.Trim(), out _) && sight.Unit is null ? sight with { Open = true }
        : sight;

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static ProblemHttpResult Problematic(TicketAnswer answer, RecordingFiles recordings) => answer switch
    {
        TicketAnswer.Stale stale => Problem.Of(StatusCodes.Status409Conflict, "version", Text.Refusal("version"), View(stale.Current, recordings)),
        TicketAnswer.Refused { Why: var why } => Problem.OfFields(Code.Of(why.Code), why.Fields,
            why.Code == TicketRefusal.NotYours ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity),
        TicketAnswer.NotFound => Problem.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException($"{answer}"),
    };

    private static TicketView View(Ticket ticket, RecordingFiles recordings) =>
        TicketViews.View(ticket, ticket.CallId is { } call && recordings.Find(new CallId(call)) is not null);
}
