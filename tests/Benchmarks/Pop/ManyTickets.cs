using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Tickets;

namespace Hotline.Benchmarks.Pop;

/// <summary>A city's tickets and calls of the past, in a database that nobody uses yet.</summary>
internal static class ManyTickets
{
    private const int BatchSize = 500;
    private static readonly string[] Phrases =
    [
        "小区停水", "物业公司没有通知", "夜间施工噪音扰民", "占道经营", "路灯不亮", "下水道堵塞", "垃圾无人清理", "拖欠工资", "公积金提取", "医保报销",
        "学校招生", "公交线路", "供暖温度不够", "停车位", "电梯故障", "违章建筑", "房产证办理", "污水排放", "培训机构退费", "井盖破损",
    ];

    /// <summary>Fills the database.</summary>
    /// <param name="connection">SQLite's connection string.</param>
    /// <param name="tenant">The city.</param>
    /// <param name="count">So many calls, each with its ticket.</param>
    /// <param name="caller">The caller of the n-th.</param>
    /// <param name="until">The last one's time; the others go back from there, one every two minutes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task FillAsync(string connection, TenantId tenant, int count, Func<int, string> caller, DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        var database = Database.Open(new DatabaseOptions("sqlite", connection), TimeProvider.System);
        await database.MigrateAsync(cancellationToken);
        for (var first = 0; first < count; first += BatchSize)
        {
            var from = first;
            await database.WriteAsync(
                async session =>
                {
                    for (var i = from; i < Math.Min(from + BatchSize, count); i++)
                    {
                        await AddAsync(session, tenant, i, caller(i), until.AddMinutes(2.0 * (i - count)));
                    }
                    return 0;
                },
                cancellationToken);
        }
    }

    private static async Task AddAsync(DbSession session, TenantId tenant, int i, string caller, DateTimeOffset at)
    {
        var opening = new TicketOpening
        {
            TicketId = $"t{i}", Tenant = tenant.Value, CallId = $"c{i}", Caller = caller, Dialled = "12345", AgentId = $"{1001 + (i % 100)}", At = at,
        };
        await CallLedger.WriteAsync(session, [(tenant, CallOf(i, caller, at))]);
        await TicketStore.OpenAsync(session, opening);
        var form = new TicketForm
        {
            DemandType = DemandType.Complaint,
            Category = "0102",
            Title = Phrases[i % Phrases.Length],
            Text = string.Concat(Enumerable.Range(i, 9).Select(n => Phrases[n * 7 % Phrases.Length] + "，")) + $"{i}",
            Place = $"鼓楼区中山路{i % 400}号",
            RequesterName = "王女士",
            RequesterKind = RequesterKind.Person,
            ContactNumber = "037112345678",
            Unit = "water-group",
            Urgency = Urgency.Normal,
        };
        var command =
            new TicketCommand.RecordOutcome(TicketActor.System, form, i % 2 == 0 ? new CallOutcome.Ticket() : new CallOutcome.DirectAnswer("已答复"));
        if (TicketRules.Decide(Ticket.Open(opening).Ticket, command, at.AddMinutes(1)) is not TicketDecision.Changed saved)
        {
            throw new InvalidOperationException("The form of the bench is not a valid one any more.");
        }
        var held = await session.FirstOrDefaultAsync<HeldTicketRow>(Statement.TicketHold, new { TicketId = saved.Ticket.Id });
        await TicketStore.KeepAsync(session, held!, saved.Ticket, saved.Steps.Select(TicketStepRow.Of), DateOnly.FromDateTime(at.UtcDateTime));
    }

    private static CallRecord CallOf(int i, string caller, DateTimeOffset at) => new()
    {
        Call = new CallId($"c{i}"),
        Revision = 2,
        Leg = new LegId(new NodeId("past"), $"past-{i}"),
        Ticket = new TicketId($"t{i}"),
        Trunk = "carrier",
        Dialled = "12345",
        NumberName = "12345",
        Mode = MergeMode.Main,
        Caller = caller,
        SipCallId = $"past-{i}",
        Agent = new AgentId($"{1001 + (i % 100)}"),
        InvitedAt = at,
        AnsweredBySystemAt = at,
        HumanAskedAt = at,
        QueuedAt = at,
        AgentAnsweredAt = at.AddSeconds(8),
        AnnouncementEndedAt = at.AddSeconds(10),
        PartyAnsweredAt = null,
        PartyTarget = null,
        EndedAt = at.AddSeconds(150),
        EndedBy = EndedBy.Caller,
        Terminal = TerminalState.Answered,
        Recorded = false,
        Rings = [],
    };
}
