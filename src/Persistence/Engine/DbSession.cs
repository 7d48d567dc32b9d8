using System.Data.Common;
using Dapper;

namespace Hotline.Persistence;

/// <summary>An open connection, perhaps with a transaction, that runs statements by their names. Lives for one unit of work.</summary>
internal sealed class DbSession(
    DbConnection connection, DbTransaction? transaction, SqlCatalogue catalogue, CancellationToken cancellationToken)
{
    private readonly List<Func<Task>> _last = [];

    /// <summary>To be done at the end of this transaction, after everything else.</summary>
    public void Last(Func<Task> work) => _last.Add(work);

    /// <summary>Does what was left for the end.</summary>
    public async Task EndAsync()
    {
        foreach (var work in _last)
        {
            await work();
        }
    }

    /// <summary>Runs a statement, once per element where <paramref name="parameters"/> is a list; answers the number of rows.</summary>
    public Task<int> ExecuteAsync(Statement statement, object? parameters = null) =>
        connection.ExecuteAsync(Command(catalogue[statement], parameters));

    /// <summary>Runs a text that is not in the catalogue: a migration.</summary>
    public Task<int> ExecuteTextAsync(string text) => connection.ExecuteAsync(Command(text, null));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Statement statement, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(catalogue[statement], parameters))).AsList();

    public Task<T?> FirstOrDefaultAsync<T>(Statement statement, object? parameters = null) =>
        connection.QueryFirstOrDefaultAsync<T?>(Command(catalogue[statement], parameters));

    public Task<T> SingleAsync<T>(Statement statement, object? parameters = null) =>
        connection.QuerySingleAsync<T>(Command(catalogue[statement], parameters));

    private CommandDefinition Command(string text, object? parameters) =>
        new(text, parameters, transaction, cancellationToken: cancellationToken);
}
