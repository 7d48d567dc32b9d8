using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>Reads a case, and writes it with what lists and sweeps look into, as part of a larger transaction.</summary>
internal static class CaseKeeper
{
    /// <summary>As many decisions of the same kind are looked at.</summary>
    private const int PrecedentsMax = 50;

    /// <summary>Stands for a due time that nobody knows: the last there is, so that it comes last in every list.</summary>
    internal static readonly DateTimeOffset Unknown = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The case of a ticket; one that has none yet (of before, or answered in the call) begins here. Null for a draft.</summary>
    public static async Task<TicketCase?> LoadAsync(DbSession session, Ticket ticket, ICaseRules rules) =>
        ticket.State == TicketState.Draft ? null
        : await session.FirstOrDefaultAsync<string>(Statement.CaseLoad, new { TicketId = ticket.Id }) is { } document
            ? CaseJson.CaseOf(document, ticket)
            : TicketCase.Of(ticket, rules.RuleSetFor(ticket));

    /// <summary>What the database knows of other tickets.</summary>
    public static async Task<CaseEarlier> EarlierAsync(DbSession session, Ticket ticket, string? target, ICaseRules rules)
    {
        var earlier = ticket.Caller.Length == 0 || ticket.Form.Category is null ? null : await session.FirstOrDefaultAsync<CaseEarlierRow>(
            Statement.CaseEarlier, new { ticket.Tenant, ticket.Caller, ticket.Form.Category, TicketId = ticket.Id });
        var other = string.IsNullOrWhiteSpace(target) ? null
            : await session.FirstOrDefaultAsync<CaseTargetRow>(Statement.CaseTarget, new { Target = target.Trim() });
        return new CaseEarlier(earlier?.Closed ?? 0, earlier?.Final > 0, other is null || other.Tenant != ticket.Tenant ? null
            : new MergeTarget(other.TicketId, LoopTable.Open.Contains(Code.Parse<TicketState>(other.State))))
        {
            Bound = await BoundAsync(session, ticket, rules.AreaOf(ticket)),
        };
    }

    /// <summary>What was decided in other tickets of the same category, the newest first.</summary>
    public static async Task<IReadOnlyList<CasePrecedentRow>> PrecedentsAsync(DbSession session, Ticket ticket) => ticket.Form.Category is null
        ? []
        : await session.QueryAsync<CasePrecedentRow>(
            Statement.CasePrecedents,
            new { ticket.Tenant, ticket.Form.Category, TicketId = ticket.Id, No = false, Max = PrecedentsMax });

    // The newest order of the group for this category and area. Where the area is not known, nothing is bound by it: categories alone are wide.
    private static async Task<IReadOnlyList<string>> BoundAsync(DbSession session, Ticket ticket, string area)
    {
        if (area.Length == 0)
        {
            return [];
        }

        var decided = Code.Of(PrecedentKind.Fixed);
        var rows = (await PrecedentsAsync(session, ticket)).Where(row => row.Area == area && row.Decided == decided).ToList();
        return [.. rows.Where(row => row.TicketId == rows[0].TicketId && row.DecidedAt == rows[0].DecidedAt).Select(row => row.Unit)];
    }

    /// <summary>Writes the document, the tasks, the lists and the clocks.</summary>
    public static async Task SaveAsync(DbSession session, TicketCase subject, ICaseRules rules, DateTimeOffset now)
    {
        var ticket = subject.Ticket;
        var running = CaseTimers.Running(subject, rules.Clock);
        var before = await session.QueryAsync<CaseTimerRow>(Statement.CaseTimersOf, new { TicketId = ticket.Id });
        await session.ExecuteAsync(Statement.CaseSave, new { TicketId = ticket.Id, ticket.Tenant, Document = CaseJson.Of(subject) });
        await session.ExecuteAsync(Statement.CaseClear, new { TicketId = ticket.Id });
        await session.ExecuteAsync(Statement.CaseAssignmentInsert, subject.Assignments.Select(task => new
        {
            TicketId = ticket.Id,
            TaskNo = task.No,
            ticket.Tenant,
            task.Unit,
            TaskKind = Code.Of(task.Kind),
            State = Code.Of(task.State),
            task.DispatchedAt,
            task.SignedAt,
            DueAt = running.Where(timer => timer.Task == task.No && timer.Timer != DeadlineTimer.Return).Min(timer => timer.Due),
        }));
        await session.ExecuteAsync(Statement.CaseQueueInsert, CaseQueues.Of(subject, running)
            .GroupBy(place => (place.Queue, place.Unit)).Select(places => places.First()).Select(place => new
            {
                TicketId = ticket.Id,
                Queue = Code.Of(place.Queue),
                Unit = place.Unit ?? "",
                ticket.Tenant,
                State = Code.Of(ticket.State),
                ticket.Form.Confidential,
                DueAt = place.Due?.Due ?? Unknown,
                DueTimer = place.Due is { } due ? Code.Of(due.Timer) : null,
            }));
        if (subject.Assignments.Count > 0)
        {
            await SeenByAsync(session, ticket, subject.Assignments.Where(task => !task.IsOver).Select(task => task.Unit));
        }

        await session.ExecuteAsync(Statement.CasePrecedentInsert, PrecedentsOf(subject, rules.AreaOf(ticket)));
        await session.ExecuteAsync(Statement.CaseTimerInsert, running.Select(timer => TimerOf(subject, timer, before, rules, now)));
    }

    /// <summary>The units that a ticket is there for, and no others any more; never the one that it accuses.</summary>
    public static async Task SeenByAsync(DbSession session, Ticket ticket, IEnumerable<string?> units)
    {
        await session.ExecuteAsync(Statement.TicketUnitsClear, new { TicketId = ticket.Id });
        await session.ExecuteAsync(Statement.TicketUnitInsert, units.OfType<string>().Where(unit => unit != ticket.Form.AccusedUnit).Distinct()
            .Select(unit => new { TicketId = ticket.Id, Unit = unit }));
    }

    private static IEnumerable<object> PrecedentsOf(TicketCase subject, string area) =>
        Precedent.Of(subject).Select((precedent, at) => new
        {
            TicketId = subject.Ticket.Id,
            DecisionNo = at + 1,
            subject.Ticket.Tenant,
            Category = subject.Ticket.Form.Category ?? "",
            Area = area,
            precedent.Unit,
            Decided = Code.Of(precedent.Kind),
            DecidedAt = precedent.At,
            precedent.Note,
        });

    /// <summary>When something is to be done about a clock next: the first warning that was not told, then its end; null after that.</summary>
    public static DateTimeOffset? NextOf(IReadOnlyList<DateTimeOffset> warnsAt, DateTimeOffset? due, DateTimeOffset? warnedAt) =>
        due is not { } end ? null
        : warnsAt.Where(warn => warn < end && !(warnedAt >= warn)).Append(end).Where(at => !(warnedAt >= at)).Select(at => (DateTimeOffset?)at).Min();

    // A clock that runs on with the same end has told what it told.
    private static CaseTimerRow TimerOf(
        TicketCase subject, CaseTimer timer, IReadOnlyList<CaseTimerRow> before, ICaseRules rules, DateTimeOffset now)
    {
        var code = Code.Of(timer.Timer);
        var former = before.FirstOrDefault(row => row.Timer == code && row.TaskNo == (timer.Task ?? 0) && row.DueAt == Milliseconds(timer.Due));
        var warned = former?.WarnedAt;
        return new CaseTimerRow
        {
            TicketId = subject.Ticket.Id,
            Timer = code,
            TaskNo = timer.Task ?? 0,
            Tenant = subject.Ticket.Tenant,
            DueAt = timer.Due,
            WarnedAt = warned,
            NextAt = former is { NextAt: null, WarnedAt: not null } ? null : NextOf(rules.WarnsAt(subject, timer), timer.Due, warned),
        };
    }

    private static DateTimeOffset? Milliseconds(DateTimeOffset? at) =>
        at is { } time ? new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero) : null;
}
