using System.Diagnostics;
using Dapper;
using Npgsql;

[assembly: AssemblyFixture(typeof(Hotline.Persistence.Tests.PostgresCluster))]

namespace Hotline.Persistence.Tests;

/// <summary>
/// A PostgreSQL of this run's own: made when the first test asks for it, spoken to by a socket that only its user and root may enter, and
/// gone with all its files when the run ends, however it ends. Its time zone and its collation are none that anything here relies on.
/// </summary>
/// <remarks>Never skipped: <c>./hotline test</c> sees to it that PostgreSQL is there.</remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>The folder of initdb and postgres, where they are not Debian's; set by <c>./hotline test</c> for those it fetched.</summary>
    private const string ProgramsVariable = "HOTLINE_POSTGRES";

    private const string LibrariesVariable = "HOTLINE_POSTGRES_LIBRARIES";

    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(120);
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static PostgresCluster? _started;
    private readonly Process? _guard;
    private readonly string _folder = "";

    /// <summary>As the run's fixture: it starts nothing, and ends what was started.</summary>
    public PostgresCluster() { }

    private PostgresCluster(Process guard, string folder) => (_guard, _folder) = (guard, folder);

    // $1: the programs' folder. Ends, with all it made, when its standard input is closed: also by the death of who holds it.
    private const string Guard = """
        set -e
        folder=$(mktemp -d "${TMPDIR:-/tmp}/hotline-postgres-XXXXXX")
        trap 'rm -rf "$folder"' EXIT
        trap 'exit 1' HUP INT TERM
        "$1/initdb" -D "$folder/data" --username hotline --auth trust --no-sync --encoding UTF8 --locale C --locale-provider icu --icu-locale zh >"$folder/log" 2>&1 ||
          { cat "$folder/log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
          -c max_connections=200 -c timezone=America/New_York >"$folder/log" 2>&1 &
        server=$!
        echo "$folder"
        cat >/dev/null || true
        kill -INT "$server"
        wait "$server" || true
        """;

    /// <summary>The cluster of this run.</summary>
    public static async Task<PostgresCluster> GetAsync()
    {
        await Turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _started ??= await StartAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>A connection string to one of its databases.</summary>
    public string To(string database) => $"Host={_folder};Username=hotline;Database={database}";

    /// <summary>Runs a statement past all tests' databases.</summary>
    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _started, null) is { _guard: { } guard })
        {
            NpgsqlConnection.ClearAllPools();
            guard.StandardInput.Close();
            await guard.WaitForExitAsync(CancellationToken.None).WaitAsync(StartMax);
            guard.Dispose();
        }
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        string[] command = ["bash", "-c", Guard, "bash", Programs()];
        if (Environment.UserName == "root") // with whose rights PostgreSQL does not run
        {
            command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C", ["LD_LIBRARY_PATH"] = Environment.GetEnvironmentVariable(LibrariesVariable) },
        };
        var guard = Process.Start(start)!;
        var error = guard.StandardError.ReadToEndAsync(CancellationToken.None);
        var folder = await guard.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(StartMax) ?? "";
        folder.ShouldNotBeEmpty(await (folder.Length == 0 ? error : Task.FromResult("")));
        var cluster = new PostgresCluster(guard, folder);
        await AnswersAsync(cluster);
        return cluster;
    }

    private static async Task AnswersAsync(PostgresCluster cluster)
    {
        for (var start = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                await cluster.RunAsync("select 1");
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(start) < StartMax)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string Programs()
    {
        var places = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        var named = Environment.GetEnvironmentVariable(ProgramsVariable);
        return (string.IsNullOrEmpty(named) ? places : [named]).FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")))
            ?? throw new InvalidOperationException(
                $"No PostgreSQL is here: ./hotline test gets one, or {ProgramsVariable} names the folder of initdb.");
    }
}
