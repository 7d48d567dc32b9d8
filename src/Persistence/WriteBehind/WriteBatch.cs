namespace Hotline.Persistence;

/// <summary>
/// Writes items of all kinds in one transaction: all or none. Within a kind the order is kept; the kinds do not depend on
/// one another.
/// </summary>
internal static class WriteBatch
{
    public static Task WriteAsync(Database database, IReadOnlyList<QueuedWrite> writes, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await CallLedger.WriteAsync(
                    session, [.. writes.Select(write => write.Item).OfType<WriteItem.Ledger>().Select(item => (item.Tenant, item.Record))]);
                foreach (var draft in writes.Select(write => write.Item).OfType<WriteItem.Draft>())
                {
                    await TicketStore.OpenAsync(session, draft.Opening);
                }

                foreach (var closing in writes.Select(write => write.Item).OfType<WriteItem.Closing>())
                {
                    await TicketCommands.CloseAsync(session, closing.Opening, closing.Summary);
                }

                await SessionStore.WriteAsync(session, writes.Select(write => write.Item).OfType<WriteItem.Session>().Select(item => item.Row));
                AuditLog.WriteLast(
                    session,
                    [.. writes.Where(write => write.Item is WriteItem.Audit).Select(write => (write.Id, ((WriteItem.Audit)write.Item).Entry))]);
                return writes.Count;
            },
            cancellationToken);
}
