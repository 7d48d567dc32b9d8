using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Loop;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Benchmarks.Tickets;

/// <summary>The server's own parts on the bench's database, and people who work with them. No page, no telephone.</summary>
/// <param name="services">The server's, which does not run.</param>
internal sealed class TicketTown(IServiceProvider services)
{
    public const string Lead = "kf-cg";
    private static readonly Person Dispatcher = Of("3001", "dispatcher"), Handler = Of("4001", "unit", Lead),
        Reviewer = Of("4002", "unitReviewer", Lead), CloseReviewer = Of("3103", "closeReviewer"), RevisitOfficer = Of("3105", "revisitOfficer");
    private static readonly string[] Phrases =
    [
        "小区停水", "物业公司没有通知", "夜间施工噪音扰民", "占道经营", "路灯不亮", "下水道堵塞", "垃圾无人清理", "拖欠工资", "公积金提取", "医保报销",
        "学校招生", "公交线路", "供暖温度不够", "停车位", "电梯故障", "违章建筑", "房产证办理", "污水排放", "培训机构退费", "井盖破损",
    ];
    private readonly TicketCommands _commands = services.GetRequiredService<TicketCommands>();
    private readonly CityLoop _rules = services.GetRequiredService<CityLoop>();
    private readonly CaseDesk _desk = services.GetRequiredService<CaseDesk>();
    private readonly CityConfiguration _city = services.GetRequiredService<CityConfiguration>();
    private readonly TicketStore _tickets = services.GetRequiredService<TicketStore>();
    private readonly SteadyClock _clock = services.GetRequiredService<SteadyClock>();

    public DateTimeOffset Now => _clock.Now;

    /// <summary>A ticket as a call makes it: draft, then the outcome with its case. The part after the call is what is timed.</summary>
    /// <param name="id">Of the ticket.</param>
    /// <param name="n">Which: texts and callers differ by it.</param>
    /// <param name="at">When.</param>
    /// <param name="word">A word of its own in the text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Func<Task>> CreateAsync(string id, int n, DateTimeOffset at, string word, CancellationToken cancellationToken)
    {
        await _tickets.OpenDraftAsync(new TicketOpening
        {
            TicketId = id, Tenant = _city.Tenant.Value, CallId = $"call-{id}", Caller = $"139{n:00000000}", Dialled = "12345", AgentId = "1007",
            At = at,
        }, cancellationToken);
        var form = new TicketForm
        {
            DemandType = DemandType.Complaint, Category = "0104", Title = Phrases[n % Phrases.Length],
            Text = string.Concat(Enumerable.Range(n, 9).Select(i => Phrases[i * 7 % Phrases.Length] + "，")) + word, Place = $"鼓楼区中山路{n % 400}号",
            RequesterName = "王女士", RequesterKind = RequesterKind.Person, ContactNumber = "037112345678", Unit = Lead, Urgency = Urgency.Normal,
        };
        var wish = new TicketWish(id, 1, new TicketCommand.RecordOutcome(new TicketActor("1007", TicketRole.Agent), form, new CallOutcome.Ticket()),
            TicketSight.Everything, at, _city.DateAt(at), "127.0.0.1") { Birth = _rules };
        return async () =>
        {
            if (await _commands.DoAsync(wish, cancellationToken) is not TicketAnswer.Done)
            {
                throw new InvalidOperationException("The form of the bench is not a valid one any more.");
            }
        };
    }

    /// <summary>Takes a ticket on by so many steps: dispatched, signed for, answered, reviewed, to be closed, closed, filed.</summary>
    public async Task AdvanceAsync(string id, int steps, DateTimeOffset from, CancellationToken cancellationToken)
    {
        (Person Who, CaseForm Form)[] way =
        [
            (Dispatcher, new DispatchForm(0, Lead)), (Handler, new SignForm(0)),
            (Handler, new SubmitReplyForm(0, "已修复", "phone", from.AddMinutes(2), true)), (Reviewer, new ReviewReplyForm(0, true)),
            (CloseReviewer, new ReviewClosingForm(0, [])),
            (RevisitOfficer, new RecordRevisitForm(0, "phone", true, "satisfied", "satisfied", "satisfied", true)),
            (CloseReviewer, new ArchiveForm(0)),
        ];
        for (var i = 0; i < steps; i++)
        {
            await DoAsync(id, way[i].Who, way[i].Form, from.AddMinutes(i + 1), cancellationToken);
        }
    }

    public Task DispatchAsync(string id, CancellationToken cancellationToken) =>
        DoAsync(id, Dispatcher, new DispatchForm(0, Lead), Now, cancellationToken);

    public Task SignAsync(string id, CancellationToken cancellationToken) => DoAsync(id, Handler, new SignForm(0), Now, cancellationToken);

    /// <summary>The unit's page: a page of its list, and the counts of all of them beside it.</summary>
    public async Task UnitPageAsync(CaseQueue queue, int page, CancellationToken cancellationToken)
    {
        var list = await _desk.ListAsync(Handler, new CaseListWish(queue, null, DueFilter.All, null, false, page), cancellationToken);
        if (list.Total == 0)
        {
            throw new InvalidOperationException($"The unit's list {queue} is empty.");
        }
    }

    public Task CountsAsync(CancellationToken cancellationToken) => _desk.CountsAsync(Handler, cancellationToken);

    public async Task<int> FoundAsync(string query, CancellationToken cancellationToken) =>
        (await _tickets.SearchAsync(new TicketSearch(_city.Tenant, TicketSight.Everything, query), cancellationToken)).Total;

    public Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        services.GetRequiredService<CaseSweep>().RunAsync(now, cancellationToken);

    private async Task DoAsync(string id, Person who, CaseForm form, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var wish = $"{id}-{form.GetType().Name}";
        var answer = await _commands.DoAsync(new CaseWish(id, (subject, _) => form.ToCommand(
            CaseRoles.ActorFor(who, form.ToCommand(TicketActor.System, wish).Verb, subject), wish) with { Seen = subject.Ticket.Version },
            [.. form.Units()], null, _ => true, _rules, at, "127.0.0.1"), cancellationToken);
        if (answer is not CaseAnswer.Done)
        {
            throw new InvalidOperationException($"{form.GetType().Name} of {id}: {answer}");
        }
    }

    private static Person Of(string id, string role, string? unit = null) => new(new AgentId(id), id, [role], null, unit);
}
