using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>
/// What others have to be told of a ticket's steps. A row is written in the transaction of its step, so that neither is without the other,
/// and stays until its consumer was told; it may be told twice, never not at all. It is not the write-behind, which carries facts to the
/// database: this carries them onward from there.
/// </summary>
public sealed class Outbox(Database database)
{
    /// <summary>The floor is told that a call's outcome is on record (CALL-07).</summary>
    public const string Floor = "floor";

    /// <summary>Citizens, units and the hotline are told what was done with a ticket: on their desks, by message, by mail (TKT-22).</summary>
    public const string Desks = "desks";

    /// <summary>Duty phones are rung for urgent tickets (URG-03).</summary>
    public const string Duty = "duty";

    /// <summary>What one consumer has to be told by now, the longest due first.</summary>
    public Task<IReadOnlyList<OutboxRow>> DueAsync(string consumer, DateTimeOffset now, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<OutboxRow>(Statement.OutboxDue, new { Consumer = consumer, Now = now, Max = max }), cancellationToken);

    /// <summary>A consumer was told of a step. Harmless where it was so before.</summary>
    public Task DoneAsync(string consumer, string ticket, int step, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(Statement.OutboxDone, new { Consumer = consumer, TicketId = ticket, StepNo = step }), cancellationToken);

    /// <summary>It could not be told: the others go first, and it is tried again then.</summary>
    public Task PutOffAsync(OutboxRow row, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.OutboxPutOff, new { row.RowNo, DueAt = until }), cancellationToken);

    /// <summary>Writes what steps have to be told of, as part of their transaction.</summary>
    internal static Task AppendAsync(DbSession session, string consumer, IReadOnlyList<TicketStep> steps, DateTimeOffset at) => session.ExecuteAsync(
        Statement.OutboxAppend, steps.Select(step => new { Consumer = consumer, step.TicketId, StepNo = step.Number, DueAt = at }));
}
