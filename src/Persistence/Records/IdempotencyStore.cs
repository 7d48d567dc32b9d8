using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>Remembers answers to commands (X-Request-Id), so that a command that comes twice is done once.</summary>
public sealed class IdempotencyStore(Database database)
{
    /// <summary>The answer given to a request, or null.</summary>
    public Task<GivenAnswer?> FindAsync(RequestId request, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstOrDefaultAsync<GivenAnswer>(Statement.IdempotencyFind, new { RequestId = request.Value }), cancellationToken);

    /// <summary>Keeps an answer.</summary>
    /// <returns>False where the request has one already: that one counts.</returns>
    public async Task<bool> TryAddAsync(GivenAnswer answer, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => session.ExecuteAsync(Statement.IdempotencyAdd, answer), cancellationToken) > 0;

    /// <summary>Forgets answers from before then.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.IdempotencyForget, new { Before = before }), cancellationToken);
}
