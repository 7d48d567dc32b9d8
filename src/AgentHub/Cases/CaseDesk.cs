using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Notices;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Tickets;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Notices;

namespace Hotline.AgentHub.Cases;

/// <summary>A command that somebody wishes.</summary>
/// <param name="Id">Of the ticket.</param>
/// <param name="Form">What.</param>
/// <param name="Person">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Address">Address of the browser.</param>
/// <param name="Number">The ticket's number as a citizen told it; null where none did.</param>
internal sealed record CaseRequest(string Id, CaseForm Form, Person Person, string Wish, string Address, string? Number);

/// <summary>
/// What people do with cases: each command goes the one way (<see cref="TicketCommands"/>), and what they see goes by <see
/// cref="CaseSights"/>.
/// </summary>
internal sealed class CaseDesk(
    TicketCommands commands, CaseStore cases, DeliveryStore deliveries, CityLoop rules, CaseSights sights, AgentDirectory people,
    RecordingFiles recordings, DutyCallStore duty, DutyInbox ringer, CityConfiguration city, DispatchAdvice advice, SteadyClock clock)
{
    private const int PageSize = 20;
    private const int NoticesMax = 100;
    private static readonly TimeSpan SoonIs = TimeSpan.FromDays(1);
    private static readonly TimeSpan NoticesSince = TimeSpan.FromDays(14);

    /// <summary>Does one command, for a person.</summary>
    public async Task<CaseAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        if (form is MoveRuleSetForm { RuleSet: var set } && !rules.Knows(set ?? ""))
        {
            return new CaseAnswer.Refused(new LoopDecision.Refused(LoopRefusal.FieldsMissing, [LoopField.RuleSet]));
        }
        // Whoever moves a ticket to other deadlines sees nothing of it.
        var sight = form is MoveRuleSetForm ? CaseSight.Everything : await sights.OfAsync(request.Person, request.Number, cancellationToken);
        var target = (form as MergeIntoForm)?.Target;
        return await commands.DoAsync(new CaseWish(
            request.Id, (subject, earlier) => Command(request, subject, earlier), [.. form.Units().OfType<string>()], target, sight.Sees, rules,
            clock.Now,
            request.Address), cancellationToken);
    }

    /// <summary>The case that somebody may see, and by what he sees it.</summary>
    public async Task<(CaseView View, string Through)?> LoadAsync(string id, Person person, string? number, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(person, number, cancellationToken);
        return await cases.LoadAsync(new TicketId(id), rules, cancellationToken) is { } subject && sight.Through(subject) is { Length: > 0 } through
            ? (await ViewAsync(subject, person, cancellationToken), through)
            : null;
    }

    /// <summary>A case as somebody sees it.</summary>
    public async Task<CaseView> ViewAsync(TicketCase subject, Person person, CancellationToken cancellationToken)
    {
        var steps = await cases.StepsAsync(new TicketId(subject.Ticket.Id), cancellationToken);
        var recorded = subject.Ticket.CallId is { } call && recordings.Find(new CallId(call)) is not null;
        var calls = await duty.OfTicketAsync(subject.Ticket.Id, cancellationToken);
        var view = new CaseMapping(rules, clock.Now, NameOf).View(subject, steps, [.. calls.Select(kept => kept.Call)], person, recorded);
        return view with
        {
            Notices = await SentAsync(subject, person, cancellationToken),
            ExtractionCode = person.Unit is null ? await CodeAsync(subject.Ticket, cancellationToken) : null,
            MessagesRefused = person.Unit is null ? await IsRefusedAsync(subject.Ticket, cancellationToken) : null,
            MayNoteMessages = person.May(Permission.NoteRefusals) && NumbersOf(subject.Ticket).Count > 0,
        };
    }

    /// <summary>Writes down that the citizen wants no short messages, or wants them again; null where somebody does not see the case.</summary>
    public async Task<CaseView?> NoteMessagesAsync(string id, Person person, string? number, bool refused, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(person, number, cancellationToken);
        if (await cases.LoadAsync(new TicketId(id), rules, cancellationToken) is not { } subject || !sight.Sees(subject))
        {
            return null;
        }
        foreach (var his in NumbersOf(subject.Ticket))
        {
            await deliveries.RefuseAsync(city.Tenant, his, refused, person.Id.Value, clock.Now, cancellationToken);
        }
        return await ViewAsync(subject, person, cancellationToken);
    }

    /// <summary>How the ringing of duty phones goes; null where there is no such case for him.</summary>
    public async Task<IReadOnlyList<DutyCallView>?> DutyAsync(string id, Person person, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(person, null, cancellationToken);
        return await cases.LoadAsync(new TicketId(id), rules, cancellationToken) is { } subject && sight.Sees(subject)
            ? DutyMapping.Views((await duty.OfTicketAsync(id, cancellationToken)).Select(kept => kept.Call), person, NameOf)
            : null;
    }

    /// <summary>Passes on to the next on a list of duty phones, or stops.</summary>
    /// <returns>False where nobody is rung for that task any more.</returns>
    public Task<bool> DirectDutyAsync(string id, int task, DutyFact wish, CancellationToken cancellationToken) =>
        ringer.WishAsync(id, task, wish, cancellationToken);

    private string NameOf(string who) => people.All.FirstOrDefault(account => account.Id == who)?.Name ?? "";

    /// <summary>A page of one of somebody's lists.</summary>
    public async Task<CaseListView> ListAsync(Person person, CaseListWish wish, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var page = await cases.ListAsync(SearchOf(person, wish, now), cancellationToken);
        return new CaseListView([.. page.Items.Select(item => CaseMapping.Line(item, now))], page.Total, wish.Page, PageSize);
    }

    /// <summary>How many stand in each of somebody's lists.</summary>
    public async Task<CaseCountsView> CountsAsync(Person person, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        List<CaseQueueCount> counts = [];
        foreach (var queue in CaseLists.Of(person))
        {
            var all = new CaseListWish(queue, null, DueFilter.All, null, false, 1);
            counts.Add(new CaseQueueCount(
                Code.Of(queue), await CountAsync(all), await CountAsync(all with { Due = DueFilter.Soon }),
                await CountAsync(all with { Due = DueFilter.Overdue }),
                await CountAsync(all with { Confidential = true })));
        }
        return new CaseCountsView(counts);

        Task<int> CountAsync(CaseListWish wish) => cases.CountAsync(SearchOf(person, wish, now), cancellationToken);
    }

    /// <summary>What somebody's desk was told in the last days, the newest first.</summary>
    public async Task<IReadOnlyList<CaseNotice>> NoticesAsync(Person person, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var from = since ?? clock.Now - NoticesSince;
        var rows = await cases.NoticesAsync(city.Tenant, person.Unit ?? "", from, NoticesMax, cancellationToken);
        return
        [
            .. rows.Select(row => new CaseNotice(row.TicketId, row.TicketNumber, row.Topic, row.What, row.At, row.DueAt, row.ReadAt,
                row.ReadBy is null ? null : NameOf(row.ReadBy))),
        ];
    }

    /// <summary>Marks what his desk was told as read; of what another desk was told nothing.</summary>
    public Task NoticesReadAsync(Person person, IReadOnlyList<NoticeRead> items, CancellationToken cancellationToken) => cases.ReadAsync(
        [
            .. items.Select(item => new CaseNoticeRow
            {
                TicketId = item.Ticket, Unit = person.Unit ?? "", Topic = item.Kind, What = item.What, At = item.At, ReadAt = clock.Now,
                ReadBy = person.Id.Value,
            }),
        ], cancellationToken);

    /// <summary>Under which set of deadlines a ticket runs, by its number; null where there is none.</summary>
    public async Task<CaseMovedView?> RuleSetAsync(string number, CancellationToken cancellationToken) =>
        await cases.FindAsync(city.Tenant, number, rules, cancellationToken) is { } subject ? CaseMapping.Moved(subject) : null;

    /// <summary>What a dispatcher may go by; null where he does not see the case.</summary>
    public async Task<DispatchAdvice.DispatchAdviceView?> AdviceAsync(string id, Person person, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(person, null, cancellationToken);
        return await cases.LoadAsync(new TicketId(id), rules, cancellationToken) is { } subject && sight.Sees(subject)
            ? await advice.OfAsync(subject, clock.Now, cancellationToken) : null;
    }

    /// <summary>How often the first dispatch was right, from the first day to the last.</summary>
    public async Task<DispatchAccuracyView> AccuracyAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var row = await cases.AccuracyAsync(city.Tenant, MidnightOf(from), MidnightOf(to.AddDays(1)), cancellationToken);
        return new DispatchAccuracyView(
            from, to, row.Dispatched, row.Returned, row.Dispatched == 0 ? null : 1 - ((double)row.Returned / row.Dispatched));

        DateTimeOffset MidnightOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), city.TimeZoneOffset);
    }

    /// <summary>The citizen's numbers, where somebody may see them.</summary>
    public async Task<(bool Found, RevealedView? Revealed)> RevealAsync(string id, Person person, CancellationToken cancellationToken)
    {
        var sight = await sights.OfAsync(person, null, cancellationToken);
        return await cases.LoadAsync(new TicketId(id), rules, cancellationToken) is not { } subject || !sight.Sees(subject) ? (false, null)
            : !CaseMapping.MayReveal(subject, person) ? (true, null)
            : (true, new RevealedView(subject.Ticket.Caller, subject.Ticket.Form.ContactNumber));
    }

    // A unit reads what it was told itself, and that the citizen was.
    private async Task<IReadOnlyList<SentNoticeView>> SentAsync(TicketCase subject, Person person, CancellationToken cancellationToken) =>
        [
            .. from row in await deliveries.OfTicketAsync(subject.Ticket.Id, cancellationToken)
               where person.Unit is null || row.Unit == person.Unit || row.Audience == Code.Of(NoticeAudience.Citizen)
               select new SentNoticeView(row.StepCode, row.What, row.Way, row.Audience, row.Unit.Length > 0 ? row.Unit : null, row.State,
                   row.Reason.Length > 0 ? row.Reason : null, row.CreatedAt, row.DoneAt),
        ];

    // Made where whoever reads it out is faster than the notice.
    private async Task<string?> CodeAsync(Ticket ticket, CancellationToken cancellationToken) =>
        await deliveries.CodeAsync(ticket.Id, cancellationToken)
        ?? (ticket.Number is null ? null : await deliveries.CodeAsync(ticket.Id, TicketCodes.Make(), cancellationToken));

    private async Task<bool> IsRefusedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        foreach (var number in NumbersOf(ticket))
        {
            if (await deliveries.IsRefusedAsync(city.Tenant, number, cancellationToken))
            {
                return true;
            }
        }
        return false;
    }

    private IReadOnlyList<string> NumbersOf(Ticket ticket) =>
        MobileNumbers.Of(city.Callers, ticket.Form.ContactNumber, ticket.Caller);

    private CaseSearch SearchOf(Person person, CaseListWish wish, DateTimeOffset now) => new(
        city.Tenant, wish.Queue, UnitOf(person, wish), wish.Confidential, wish.State,
        wish.Due == DueFilter.Soon ? now : null, wish.Due == DueFilter.Soon ? now + SoonIs : wish.Due == DueFilter.Overdue ? now : null, wish.Page,
        PageSize);

    // Of a unit's list: his own; for whoever may have every list, the one that he names, or all of them.
    private static string? UnitOf(Person person, CaseListWish wish) => !CaseQueues.OfUnits.Contains(wish.Queue) ? ""
        : person.Unit ?? (string.IsNullOrEmpty(wish.Unit) ? null : wish.Unit);

    // In which role somebody does it is known once the case is; a number that people read stands for the ticket that has it.
    private static LoopCommand Command(CaseRequest request, TicketCase subject, CaseEarlier earlier)
    {
        var form = request.Form is MergeIntoForm merge && earlier.Target is { } target ? merge with { Target = target.Id } : request.Form;
        var verb = form.ToCommand(TicketActor.System, request.Wish).Verb;
        return form.ToCommand(CaseRoles.ActorFor(request.Person, verb, subject), request.Wish) with { Seen = form.Version };
    }
}
