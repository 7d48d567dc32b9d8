using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>Reads a case, and writes it with what lists and sweeps look into, as part of a larger transaction.</summary>
internal static class CaseKeeper
{
    /// <summary>Stands for a due time that nobody knows: the last there is, so that it comes last in every list.</summary>
    internal static readonly DateTimeOffset Unknown = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The case of a ticket; one that has none yet (of before, or answered in the call) begins here. Null for a draft.</summary>
    public static async Task<TicketCase?> LoadAsync(DbSession session, Ticket ticket, ICaseRules rules) =>
        ticket.State == TicketState.Draft ? null
        : await session.FirstOrDefaultAsync<string>(Statement.CaseLoad, new { TicketId = ticket.Id }) is { } document
            ? CaseJson.CaseOf(document, ticket)
            : TicketCase.Of(ticket, rules.RuleSetFor(ticket));

    /// <summary>What the database knows of other tickets.</summary>
    public static async Task<CaseEarlier> EarlierAsync(DbSession session, Ticket ticket, string? target)
    {
        var earlier = ticket.Caller.Length == 0 || ticket.Form.Category is null ? null : await session.FirstOrDefaultAsync<CaseEarlierRow>(
            Statement.CaseEarlier, new { ticket.Tenant, ticket.Caller, ticket.Form.Category, TicketId = ticket.Id });
        var other = string.IsNullOrWhiteSpace(target) ? null
            : await session.FirstOrDefaultAsync<CaseTargetRow>(Statement.CaseTarget, new { Target = target.Trim() });
        return new CaseEarlier(earlier?.Closed ?? 0, earlier?.Final > 0, other is null || other.Tenant != ticket.Tenant ? null
            : new MergeTarget(other.TicketId, LoopTable.Open.Contains(Code.Parse<TicketState>(other.State))));
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
        await session.ExecuteAsync(Statement.CaseTimerInsert, running.Select(timer => TimerOf(subject, timer, before, rules, now)));
    }

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
