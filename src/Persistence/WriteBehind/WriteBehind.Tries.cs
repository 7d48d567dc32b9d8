namespace Hotline.Persistence;

/// <content>One try to bring writes to the database, and what its failure says about them.</content>
public sealed partial class WriteBehind
{
    /// <summary>So many failures in a row, and each write is looked at by itself.</summary>
    private const int StuckAfter = 4;

    /// <summary>Writes the oldest writes, or finishes those that are refused.</summary>
    /// <returns>Null, or why they must be tried again.</returns>
    private async Task<Exception?> TryWriteAsync(IReadOnlyList<QueuedWrite> writes, CancellationToken cancellationToken)
    {
        try
        {
            // A database that was away at the start gets its schema when it comes.
            if (!_database.IsMigrated)
            {
                await _database.MigrateAsync(cancellationToken);
            }

            await WriteBatch.WriteAsync(_database, writes, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return IsRefusal(exception) ? await TakeApartAsync(writes, exception, cancellationToken) : exception;
        }

        Finish(writes.Count);
        return null;
    }

    // An exception that is not the database's own comes from one of the writes: the same again would fail again.
    private bool IsRefusal(Exception exception) =>
        exception is not SchemaException && _database.FaultOf(exception) is null or DatabaseFault.Refused;

    private async Task<Exception?> TakeApartAsync(IReadOnlyList<QueuedWrite> writes, Exception refusal, CancellationToken cancellationToken)
    {
        if (writes.Count == 1)
        {
            Refuse(writes[0], refusal);
            Finish(1);
            return null;
        }

        foreach (var write in writes)
        {
            if (await TryWriteAsync([write], cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>
    /// Passes over the oldest write where it fails and one of its neighbours does not: in whatever words the database says so, it is this
    /// write that is at fault, and it would hold up all others for ever.
    /// </summary>
    /// <returns>False where no other write succeeds either: then it is the database.</returns>
    private async Task<bool> PassStuckAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (_database.FaultOf(failure) is DatabaseFault.Busy or DatabaseFault.Full)
        {
            return false;
        }

        var writes = _backlog.Oldest(_options.BatchMax);
        if (await FailureOfAsync(writes[0], cancellationToken) is null)
        {
            Finish(1);
            return true;
        }

        // One neighbour of each kind: all of the oldest's own kind may suffer from the same. What succeeds is written once more later.
        foreach (var neighbour in writes.Skip(1).DistinctBy(write => write.Item.GetType()))
        {
            if (await FailureOfAsync(neighbour, cancellationToken) is null && await FailureOfAsync(writes[0], cancellationToken) is { } again)
            {
                Refuse(writes[0], again);
                Finish(1);
                return true;
            }
        }

        return false;
    }

    private async Task<Exception?> FailureOfAsync(QueuedWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await WriteBatch.WriteAsync(_database, [write], cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return exception;
        }
    }
}
