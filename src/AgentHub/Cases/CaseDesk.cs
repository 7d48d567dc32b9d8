using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

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
    TicketCommands commands, CaseStore cases, CityLoop rules, CaseSights sights, AgentDirectory people, RecordingFiles recordings,
    CityConfiguration city, DispatchAdvice advice, SteadyClock clock)
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
        return new CaseMapping(rules, clock.Now, who => people.All.FirstOrDefault(account => account.Id == who)?.Name ?? "")
            .View(subject, steps, person, recorded);
    }

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
        return [.. rows.Select(row => new CaseNotice(row.TicketId, row.Topic, row.What, row.At, row.DueAt))];
    }

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
