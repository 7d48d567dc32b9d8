using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Tickets;
using Hotline.Tickets.Loop;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Cases;

/// <summary>Cases: the lists in which they wait for somebody, one of them whole, and the units that forms choose from.</summary>
internal static class CasesApi
{
    private const int PurposeMax = 200;
    private const int NoticesMax = 100;

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/cases").Needs(Permission.ReadCases).WithTags("cases");
        api.MapGet("/", ListAsync).Needs(Permission.ListCases).Audited("list-cases");
        api.MapGet("/counts", CountsAsync).Needs(Permission.ListCases).NotAudited("counts");
        api.MapGet("/notices", NoticesAsync).Needs(Permission.ListCases).NotAudited("ids of cases");
        api.MapPost("/notices/read", NoticesReadAsync).Needs(Permission.ListCases).NotAudited("a mark on one's own desk, which names who set it");
        api.MapGet("/{id}", GetAsync).Audited("read-case");
        api.MapPost("/{id}/messages", MessagesAsync).Needs(Permission.NoteRefusals).Audited("note-messages");
        api.MapGet("/{id}/dispatch-advice", AdviceAsync).Needs(Permission.DispatchCases).Audited("dispatch-advice");
        api.MapGet("/dispatch-accuracy", AccuracyAsync).Needs(Permission.WatchCases).NotAudited("figures");
        api.MapPost("/{id}/reveal", RevealAsync).Needs(Permission.RevealCallers).Audited("reveal-caller");
        routes.MapGet("/api/cases/rule-set", RuleSetAsync).Needs(Permission.MoveRuleSets).Audited("read-rule-set").WithTags("cases");
        routes.MapGet("/api/units", Units).Needs(Permission.ReadReference).NotAudited("lists of the city").WithTags("reference");
    }

    private static async Task<Results<Ok<CaseListView>, ProblemHttpResult>> ListAsync(
        HttpContext http, CaseDesk desk, string? queue = null, string? state = null, string? due = null, string? unit = null,
        bool confidential = false,
        int page = 1)
    {
        TicketState? ofState = Code.TryParse<TicketState>(state, out var wanted) ? wanted : null;
        if (!Code.TryParse<CaseQueue>(queue, out var list) || (state is { Length: > 0 } && ofState is null)
            || !(due is null or "" || Code.TryParse<DueFilter>(due, out _)))
        {
            return Problem.OfNames("unknownCode", ["queue"]);
        }
        var person = Person.Of(http.User);
        if (!CaseLists.Of(person).Contains(list))
        {
            return Problem.Forbidden("role");
        }
        http.Note(purpose: Code.Of(list) + (confidential ? " confidential" : ""));
        var filter = Code.TryParse<DueFilter>(due, out var chosen) ? chosen : DueFilter.All;
        return TypedResults.Ok(await desk.ListAsync(person, new CaseListWish(list, ofState, filter, unit, confidential, Math.Max(1, page)),
            http.RequestAborted));
    }

    private static async Task<Ok<CaseCountsView>> CountsAsync(HttpContext http, CaseDesk desk) =>
        TypedResults.Ok(await desk.CountsAsync(Person.Of(http.User), http.RequestAborted));

    private static async Task<Ok<IReadOnlyList<CaseNotice>>> NoticesAsync(HttpContext http, CaseDesk desk, DateTimeOffset? since = null) =>
        TypedResults.Ok(await desk.NoticesAsync(Person.Of(http.User), since, http.RequestAborted));

    private static async Task<Results<NoContent, ProblemHttpResult>> NoticesReadAsync(NoticesReadForm form, HttpContext http, CaseDesk desk)
    {
        if (form.Items is not { Count: > 0 and <= NoticesMax })
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "notices", Text.Refusal("notices", NoticesMax));
        }
        await desk.NoticesReadAsync(Person.Of(http.User), form.Items, http.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>The citizen wants no short messages, or wants them again.</summary>
    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> MessagesAsync(
        string id, MessagesForm form, HttpContext http, CaseDesk desk, string? number = null)
    {
        http.Note(purpose: form.Refused ? "refused" : "wanted");
        return await desk.NoteMessagesAsync(id, Person.Of(http.User), number, form.Refused, http.RequestAborted) is { } view
            ? TypedResults.Ok(view) : Problem.NotFound();
    }

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> GetAsync(string id, HttpContext http, CaseDesk desk, string? number = null)
    {
        if (await desk.LoadAsync(id, Person.Of(http.User), number, http.RequestAborted) is not var (view, through))
        {
            return Problem.NotFound();
        }
        http.Note(purpose: through);
        return TypedResults.Ok(view);
    }

    /// <summary>What the dispatcher may go by; he decides.</summary>
    private static async Task<Results<Ok<DispatchAdvice.DispatchAdviceView>, ProblemHttpResult>> AdviceAsync(
        string id, HttpContext http, CaseDesk desk) =>
        await desk.AdviceAsync(id, Person.Of(http.User), http.RequestAborted) is { } advice ? TypedResults.Ok(advice) : Problem.NotFound();

    /// <summary>Of the tickets first dispatched on the days from one to another, how many came to the right unit (ANA-10).</summary>
    private static async Task<Results<Ok<DispatchAccuracyView>, ProblemHttpResult>> AccuracyAsync(
        HttpContext http, CaseDesk desk, DateOnly? from = null, DateOnly? to = null) => from is not { } first || to is not { } last || last < first
            ? Problem.OfNames("unknownCode", ["from", "to"])
            : TypedResults.Ok(await desk.AccuracyAsync(first, last, http.RequestAborted));

    /// <summary>Under which set a ticket runs; of the ticket itself the system's administrator is told nothing.</summary>
    private static async Task<Results<Ok<CaseMovedView>, ProblemHttpResult>> RuleSetAsync(HttpContext http, CaseDesk desk, string number = "")
    {
        http.Note(purpose: number);
        return await desk.RuleSetAsync(number.Trim(), http.RequestAborted) is { } found ? TypedResults.Ok(found) : Problem.NotFound();
    }

    /// <summary>The citizen's whole numbers, for whoever has to call him, with the purpose that he names.</summary>
    private static async Task<Results<Ok<RevealedView>, ProblemHttpResult>> RevealAsync(
        string id, RevealForm form, HttpContext http, CaseDesk desk)
    {
        if (string.IsNullOrWhiteSpace(form.Purpose) || form.Purpose.Length > PurposeMax)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "purpose", Text.Refusal("purpose"));
        }
        http.Note(purpose: form.Purpose.Trim());
        var (found, revealed) = await desk.RevealAsync(id, Person.Of(http.User), http.RequestAborted);
        return revealed is not null ? TypedResults.Ok(revealed) : found ? Problem.Forbidden("role") : Problem.NotFound();
    }

    /// <summary>All units, in the order of the city's file, and whether one may be chosen now.</summary>
    private static Ok<List<UnitChoiceView>> Units(CityConfiguration city) => TypedResults.Ok(city.Units.Select(CaseUnits.Choice).ToList());
}
