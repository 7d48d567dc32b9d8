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

    /// <summary>How many drafts come at first; whoever wants to see more asks for more.</summary>
    private const int DraftsAtOnce = 50;

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
        api.MapPost("/calls/{id}/follow-up", FollowUpAsync).Needs(Permission.WriteTickets).AuditedWhenRefused("follow-up");
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
        string id, HttpContext http, TicketAccess access, TicketStore tickets, RecordingFiles recordings, string? number = null)
    {
        if (await access.LoadAsync(id, Person.Of(http.User), http.RequestAborted, number) is not var (ticket, through))
        {
            return Problem.NotFound();
        }
        http.Note(purpose: through);
        var steps = await tickets.StepsAsync(new TicketId(ticket.Id), http.RequestAborted);
        var earlier = ticket.EarlierTicket is { } before ? (await tickets.LoadAsync(new TicketId(before), http.RequestAborted))?.Number : null;
        var view = TicketViews.View(ticket, HasRecording(ticket, recordings), earlier, steps);
        return TypedResults.Ok(Person.Of(http.User).Unit is null ? view : view with { AccusedUnit = null });
    }

    /// <summary>One's own, without those whose call was given on and is on its way: they went along with it.</summary>
    private static async Task<Ok<DraftListView>> DraftsAsync(
        HttpContext http, TicketStore tickets, FloorLoop loop, CityConfiguration city, int max = DraftsAtOnce)
    {
        var me = Person.Of(http.User).Id;
        var given = await loop.ReadAsync(
            floor => floor.Calls.Values.Where(c => c.Live && c.Requeued is not null && (c.State == CallState.Waiting || c.Agent != me))
                .Select(c => c.Ticket.Value).ToHashSet(StringComparer.Ordinal), http.RequestAborted);
        var wanted = Math.Clamp(max, 1, TicketSearch.TotalMax);
        var drafts = await tickets.DraftsOfAgentAsync(city.Tenant, me, given, wanted, http.RequestAborted);
        return TypedResults.Ok(new DraftListView([.. drafts.Items.Select(TicketViews.Summary)], drafts.Total, drafts.IsCapped));
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
        string id, OutcomeForm form, HttpContext http, TicketDesk desk, RecordingFiles recordings)
    {
        if (form.ToOutcome() is not { } outcome)
        {
            return Problem.OfFields(Code.Of(TicketRefusal.FieldsMissing), [TicketField.Outcome]);
        }
        if (!string.IsNullOrWhiteSpace(form.AccusedUnit) && form.AccusedUnit == form.Unit)
        {
            return Problem.OfNames("accused-unit", ["accusedUnit"]);
        }
        var person = Person.Of(http.User);
        var command = new TicketCommand.RecordOutcome(person.ToActor(), form.ToForm(), outcome);
        var answer = await desk.RecordAsync(new CallId(id), form.Version, command, person, AddressOf(http), http.RequestAborted);
        return answer is TicketAnswer.Done done ? TypedResults.Ok(View(done.Ticket, recordings)) : Problematic(answer, recordings);
    }

    /// <summary>补充 or 催办 of a ticket that the matter has already; with it the call has its outcome, and no second ticket arises.</summary>
    private static async Task<Results<Ok<TicketView>, ProblemHttpResult>> FollowUpAsync(
        string id, FollowUpForm form, HttpContext http, TicketDesk desk, RecordingFiles recordings)
    {
        if (!Code.TryParse<FollowUpKind>(form.Kind, out var kind))
        {
            return Problem.OfFields(Code.Of(TicketRefusal.FieldsMissing), [TicketField.Outcome]);
        }
        var person = Person.Of(http.User);
        var outcome = new CallOutcome.FollowUp(kind, form.Earlier, form.Words.Trim());
        var draft = new TicketCommand.RecordOutcome(person.ToActor(), form.ToForm(), outcome);
        var answer = await desk.FollowUpAsync(
            new CallId(id), form.Version, draft, outcome, form.EarlierVersion, person, AddressOf(http), http.RequestAborted);
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
        TicketViews.View(ticket, HasRecording(ticket, recordings));

    private static bool HasRecording(Ticket ticket, RecordingFiles recordings) =>
        ticket.CallId is { } call && recordings.Find(new CallId(call)) is not null;
}
