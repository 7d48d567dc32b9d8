using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Notices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Notices;

/// <summary>
/// Notices that went out of the house, or did not: for whoever leads the shift or looks after the system. What was said stands in none of these, and
/// citizens' numbers are masked.
/// </summary>
internal static class NoticesApi
{
    private const int PageSize = 20;
    private const int AtOnceMax = 200;
    private const int WhyMax = 200;

    /// <param name="Id">Names it.</param>
    /// <param name="Ticket">The ticket's number; null where it has none yet.</param>
    /// <param name="Step">Code of the step, or of what a clock does.</param>
    /// <param name="What">Code of the state that it led to, or of the clock; empty for none.</param>
    /// <param name="Channel">By which way.</param>
    /// <param name="Audience">Whom: lead is told as units.</param>
    /// <param name="Unit">Code of the unit; null for the citizen and the hotline.</param>
    /// <param name="To">The citizen's number, masked; empty for the others.</param>
    /// <param name="State">How it stands.</param>
    /// <param name="Reason">Why it was not sent; null where it was, or was not tried.</param>
    /// <param name="Detail">What the other side said, or why somebody gave it up.</param>
    /// <param name="Attempts">How often it was tried since it was queued.</param>
    /// <param name="At">When it happened.</param>
    /// <param name="DueAt">When it is tried next; null where nothing more is.</param>
    /// <param name="DoneAt">When it was sent, died or was given up; null while it was not.</param>
    public sealed record NoticeView(
        string Id, string? Ticket, string Step, string What, string Channel, string Audience, string? Unit, string To, string State, string? Reason,
        string Detail, int Attempts, DateTimeOffset At, DateTimeOffset? DueAt, DateTimeOffset? DoneAt);

    /// <summary>One page, the newest first; pages count from 1, and the total is exact.</summary>
    public sealed record NoticeListView(IReadOnlyList<NoticeView> Items, int Total, int Page, int PageSize);

    /// <param name="Dead">Given up by the system: somebody has to look at them.</param>
    /// <param name="Failed">Tried in vain, and tried again.</param>
    /// <param name="Queued">Not tried yet.</param>
    /// <param name="NotSetUp">Ways that are not set up in this installation.</param>
    public sealed record NoticeCountsView(int Dead, int Failed, int Queued, IReadOnlyList<string> NotSetUp);

    /// <param name="Ids">Which, 200 at the most.</param>
    public sealed record NoticeAgainForm(IReadOnlyList<string> Ids);

    /// <param name="Ids">Which, 200 at the most.</param>
    /// <param name="Reason">Why.</param>
    public sealed record NoticeGiveUpForm(IReadOnlyList<string> Ids, string Reason);

    /// <param name="Count">How many of them; the others were no longer as the page showed them.</param>
    public sealed record NoticesMovedView(int Count);

    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/notices").Needs(Permission.ManageNotices).WithTags("notices");
        api.MapGet("/", ListAsync).Audited("list-notices");
        api.MapGet("/counts", CountsAsync).NotAudited("counts");
        api.MapPost("/again", AgainAsync).Audited("resend-notices");
        api.MapPost("/give-up", GiveUpAsync).Audited("give-up-notices");
    }

    private static async Task<Results<Ok<NoticeListView>, ProblemHttpResult>> ListAsync(
        HttpContext http, DeliveryStore deliveries, CityConfiguration city, string? state = null, string? channel = null, int page = 1)
    {
        var wanted = state is null or "" ? DeliveryStates.Dead : state;
        if (!DeliveryStates.All.Contains(wanted) || (channel is { Length: > 0 } && !Code.TryParse<NoticeChannel>(channel, out _)))
        {
            return Problem.OfNames("unknownCode", [DeliveryStates.All.Contains(wanted) ? "noticeChannel" : "noticeState"]);
        }
        http.Note(purpose: $"{wanted} {channel}".Trim());
        var search = new DeliverySearch(city.Tenant, wanted, channel is { Length: > 0 } ? channel : null, Math.Max(1, page), PageSize);
        var (items, total) = await deliveries.ListAsync(search, http.RequestAborted);
        return TypedResults.Ok(new NoticeListView([.. items.Select(row => View(row, city.Callers))], total, search.Page, PageSize));
    }

    private static async Task<Ok<NoticeCountsView>> CountsAsync(
        HttpContext http, DeliveryStore deliveries, NoticeSenders senders, CityConfiguration city)
    {
        Task<int> Of(string state) => deliveries.CountAsync(city.Tenant, state, http.RequestAborted);
        return TypedResults.Ok(new NoticeCountsView(
            await Of(DeliveryStates.Dead), await Of(DeliveryStates.Failed), await Of(DeliveryStates.Queued), senders.NotSetUp));
    }

    /// <summary>Sends again what is dead or was not sent.</summary>
    private static async Task<Results<Ok<NoticesMovedView>, ProblemHttpResult>> AgainAsync(
        NoticeAgainForm form, HttpContext http, DeliveryStore deliveries, CityConfiguration city, SteadyClock clock)
    {
        if (Wrong(form.Ids) is { } wrong)
        {
            return wrong;
        }
        http.Note(detail: string.Join(' ', form.Ids));
        return TypedResults.Ok(new NoticesMovedView(await deliveries.AgainAsync(city.Tenant, form.Ids, clock.Now, http.RequestAborted)));
    }

    /// <summary>Sends it no more, with the reason that stands in its row from then on.</summary>
    private static async Task<Results<Ok<NoticesMovedView>, ProblemHttpResult>> GiveUpAsync(
        NoticeGiveUpForm form, HttpContext http, DeliveryStore deliveries, CityConfiguration city, SteadyClock clock)
    {
        if (Wrong(form.Ids) is { } wrong)
        {
            return wrong;
        }
        if (StorableText.OrNull(form.Reason) is not { } why)
        {
            return Problem.OfNames("fieldsMissing", ["reason"]);
        }
        if (why.Length > WhyMax)
        {
            return Problem.OfNames("fieldsTooLong", ["reason"]);
        }
        http.Note(purpose: why, detail: string.Join(' ', form.Ids));
        return TypedResults.Ok(new NoticesMovedView(await deliveries.GiveUpAsync(city.Tenant, form.Ids, why, clock.Now, http.RequestAborted)));
    }

    private static ProblemHttpResult? Wrong(IReadOnlyList<string>? ids) => ids is { Count: > 0 and <= AtOnceMax } ? null
        : Problem.Of(StatusCodes.Status422UnprocessableEntity, "notices", Text.Refusal("notices", AtOnceMax));

    private static NoticeView View(DeliveryListedRow row, CallerNumbers callers) => new(
        row.DeliveryId, row.TicketNumber, row.StepCode, row.What, row.Way, row.Audience, row.Unit.Length > 0 ? row.Unit : null,
        row.Audience == Code.Of(NoticeAudience.Citizen)
            ? MaskedNumber.Of(MobileNumbers.Shown(MobileNumbers.Of(callers, row.ContactNumber, row.CallerNumber))) : "",
        row.State, row.Reason.Length > 0 ? row.Reason : null, row.Detail, row.Attempts, row.CreatedAt, row.DueAt, row.DoneAt);
}
