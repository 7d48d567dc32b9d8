namespace Hotline.Persistence;

/// <summary>
/// Brings a database to the newest schema: each migration in a transaction of its own, together with its line in
/// schema_versions. Safe to run again, and from two servers at once.
/// </summary>
internal sealed class Migrator(Database database, IReadOnlyList<Migration> migrations)
{
    /// <summary>Applies what is missing.</summary>
    /// <returns>The versions applied now, oldest first.</returns>
    /// <exception cref="SchemaException">An applied migration has changed, or the database is newer than the program.</exception>
    public async Task<IReadOnlyList<int>> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(Statement.SchemaLock);
                return await session.ExecuteAsync(Statement.SchemaVersionsCreate);
            },
            cancellationToken);

        List<int> applied = [];
        foreach (var migration in migrations)
        {
            if (await database.WriteAsync(session => ApplyAsync(session, migration, now), cancellationToken))
            {
                applied.Add(migration.Version);
            }
        }

        return applied;
    }

    private async Task<bool> ApplyAsync(DbSession session, Migration migration, DateTimeOffset now)
    {
        await session.ExecuteAsync(Statement.SchemaLock);
        var present = await session.QueryAsync<SchemaVersionRow>(Statement.SchemaVersions);
        Check(present);
        if (present.Any(row => row.Version == migration.Version))
        {
            return false;
        }

        await session.ExecuteTextAsync(migration.Text);
        await session.ExecuteAsync(
            Statement.SchemaVersionInsert, new { migration.Version, migration.Name, migration.Checksum, AppliedAt = now });
        return true;
    }

    private void Check(IReadOnlyList<SchemaVersionRow> present)
    {
        var newest = migrations.Count == 0 ? 0 : migrations[^1].Version;
        foreach (var row in present)
        {
            if (row.Version > newest)
            {
                throw new SchemaException(
                    Invariant($"The database has schema {row.Name}, newer than this program's {newest:D4}. ")
                    + "Start the newer program, or restore a backup made before the update.");
            }

            var known = migrations.FirstOrDefault(migration => migration.Version == row.Version);
            if (known is null || known.Checksum != row.Checksum)
            {
                throw new SchemaException(
                    $"The database was made by another text of migration {row.Name} (checksum {row.Checksum}) than this program has "
                    + $"({known?.Checksum ?? "none"}). Use the program it was made with; a change of the schema belongs into a new migration.");
            }
        }
    }
}
