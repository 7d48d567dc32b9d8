namespace Hotline.Persistence;

/// <summary>The schema of a database.</summary>
public static class DatabaseSchema
{
    /// <summary>Brings the schema to the newest version. Harmless when nothing is to be done.</summary>
    /// <returns>The versions applied now.</returns>
    /// <exception cref="SchemaException">This program must not work on that schema; the message says why.</exception>
    public static async Task<IReadOnlyList<int>> MigrateAsync(this Database database, CancellationToken cancellationToken)
    {
        var applied = await new Migrator(database, Migration.Of(database.Dialect.Name)).RunAsync(database.Now, cancellationToken);
        database.IsMigrated = true;
        return applied;
    }
}
