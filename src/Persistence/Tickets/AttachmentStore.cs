namespace Hotline.Persistence;

/// <summary>What is attached to cases. Nothing is ever taken away.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class AttachmentStore(Database database)
{
    /// <summary>Of a ticket, in the order in which they came.</summary>
    public Task<IReadOnlyList<AttachmentRow>> OfAsync(string ticket, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<AttachmentRow>(Statement.AttachmentsOf, new { TicketId = ticket }), cancellationToken);

    /// <summary>Adds one with its audit; its number is given here.</summary>
    /// <param name="row">It.</param>
    /// <param name="max">So many a ticket has at most.</param>
    /// <param name="audit">What is written of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the ticket has as many already: nothing is kept then.</returns>
    public Task<bool> AddAsync(AttachmentRow row, int max, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            // The ticket is held, so that of two that come at once each gets a number of its own.
            await session.FirstOrDefaultAsync<HeldTicketRow>(Statement.TicketHold, new { row.TicketId });
            var known = await session.QueryAsync<AttachmentRow>(Statement.AttachmentsOf, new { row.TicketId });
            if (known.Count >= max)
            {
                return false;
            }

            var no = known.Count + 1;
            await session.ExecuteAsync(Statement.AttachmentInsert, row with { AttachmentNo = no });
            AuditLog.WriteLast(session, [(Invariant($"{row.TicketId}#file{no}"), audit)]);
            return true;
        },
        cancellationToken);
}
