using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hotline.AgentHub;
using Hotline.AgentHub.Config;
using Hotline.Benchmarks.Setup;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets.Loop;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hotline.Benchmarks.Tickets;

/// <summary>
/// What people wait for at a desk when the city has many tickets: create, sign, the unit's page, search, and the sweep of deadlines, on each
/// database, at a tenth and at the whole number. Three in ten tickets are open.
/// </summary>
internal sealed class TicketBench(Options options, CancellationToken cancellationToken)
{
    private const int Templates = 1000, OpenOfTen = 3, Times = 300, Unmeasured = 30, Swept = 250, Sweeps = 5;
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);
    private readonly StringBuilder _rows = new();
    private int _made;

    public async Task RunAsync()
    {
        foreach (var database in options.Databases)
        {
            var folder = Path.Combine(options.Data, database);
            Directory.CreateDirectory(folder);
            await using var installation = new Installation(options.Root, folder);
            Say($"{database}: starts …");
            await installation.StartAsync(cancellationToken, database);
            // What is measured are the server's parts in this process, on the database that ./hotline made.
            await File.WriteAllTextAsync(installation.HoldFile, "", cancellationToken);
            installation.Signal("server", Installation.SignalTerminate);
            await OnAsync(folder, database == "postgres");
        }
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        Console.WriteLine($"Three in ten tickets are open; times in ms; {Times} of each after {Unmeasured} that are not counted.\n");
        Console.WriteLine("| database | tickets | what | p50 | p99 | longest |\n|---|---|---|---|---|---|");
        Console.Write(_rows);
    }

    private async Task OnAsync(string folder, bool postgres)
    {
        var file = HotlineFile.Read(folder);
        await using var app = HotlineServer.Build([], folder, file, CityConfiguration.Load(Path.Combine(options.Root, file.City)));
        var town = new TicketTown(app.Services);
        var place = file.Database.ConnectionString;
        DbConnection connection = postgres ? new NpgsqlConnection(place) : new SqliteConnection(place);
        await using (connection)
        {
            await connection.OpenAsync(cancellationToken);
            var copies = new TicketCopies(connection, postgres);
            await TemplatesAsync(town);
            var copied = 1;
            foreach (var count in new[] { options.Tickets / 10, options.Tickets })
            {
                Say($"{(postgres ? "postgres" : "sqlite")}: {count} tickets are made …");
                var began = Stopwatch.GetTimestamp();
                await copies.AddAsync(Templates, copied, count / Templates, cancellationToken);
                copied = count / Templates;
                await copies.LearnAsync(cancellationToken);
                Say($"  made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; measured …");
                await MeasureAsync(town, copies, postgres, count);
            }
        }
    }

    private async Task TemplatesAsync(TicketTown town)
    {
        for (var n = 0; n < Templates; n++)
        {
            var at = town.Now - Past + (Past * n / Templates);
            await (await town.CreateAsync($"bench-{n}", n, at, $"编号{n}", cancellationToken))();
            await town.AdvanceAsync($"bench-{n}", n % 10 < OpenOfTen ? n % 3 : 7, at, cancellationToken);
        }
    }

    private async Task MeasureAsync(TicketTown town, TicketCopies copies, bool postgres, int count)
    {
        var name = $"| {(postgres ? "postgres" : "sqlite")} | {count:N0}";
        List<string> made = [];
        async Task<Func<Task>> NewAsync()
        {
            made.Add($"new-{++_made}");
            return await town.CreateAsync(made[^1], 500_000 + _made, town.Now, _made % 50 == 0 ? "独角兽" : "", cancellationToken);
        }
        await TimeAsync($"{name} | create (outcome of a call, with its case)", NewAsync);
        foreach (var id in made)
        {
            await town.DispatchAsync(id, cancellationToken);
        }
        var next = 0;
        await TimeAsync($"{name} | sign", () => Task.FromResult<Func<Task>>(() => town.SignAsync(made[next++], cancellationToken)));
        await TimeAsync($"{name} | unit's page, its first", () => Once(() => town.UnitPageAsync(CaseQueue.UnitSign, 1, cancellationToken)));
        await TimeAsync($"{name} | unit's page, its hundredth", () => Once(() => town.UnitPageAsync(CaseQueue.UnitSign, 100, cancellationToken)));
        await TimeAsync($"{name} | counts of the unit's lists", () => Once(() => town.CountsAsync(cancellationToken)));
        var person = 0;
        await TimeAsync($"{name} | search by caller",
            () => Once(() => town.FoundAsync($"138{person++ * 7919 % 250000:00000000}", cancellationToken)));
        await TimeAsync($"{name} | full text, two common words", () => Once(() => town.FoundAsync("夜间施工 井盖", cancellationToken)));
        await TimeAsync($"{name} | full text, a rare word", () => Once(() => town.FoundAsync("独角兽", cancellationToken)));
        await TimeAsync($"{name} | full text, a sentence", () => Once(() => town.FoundAsync("物业公司没有通知 中山路", cancellationToken)));
        await SweepAsync(name, town, copies, postgres);

        static Task<Func<Task>> Once(Func<Task> what) => Task.FromResult(what);
    }

    /// <summary>The clocks that are due first, so many or more: a minute's work is fewer.</summary>
    private async Task SweepAsync(string name, TicketTown town, TicketCopies copies, bool postgres)
    {
        const string Iso = "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'";
        var last = postgres ? $"to_char(max(next_at) at time zone 'UTC', {Iso})" : "max(next_at)";
        var first = $"select next_at from ticket_timers where next_at is not null order by next_at limit {Swept}";
        List<double> times = [];
        var swept = 0;
        for (var i = 0; i < Sweeps; i++)
        {
            var at = await copies.OneAsync<string>($"select {last} from ({first}) due", cancellationToken);
            var began = Stopwatch.GetTimestamp();
            var now = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            swept += await town.SweepAsync(now, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Add($"{name} | sweep, {swept / Sweeps} clocks due", times);
    }

    private async Task TimeAsync(string name, Func<Task<Func<Task>>> prepare)
    {
        List<double> times = [];
        for (var i = 0; i < Unmeasured + Times; i++)
        {
            var work = await prepare();
            var began = Stopwatch.GetTimestamp();
            await work();
            if (i >= Unmeasured)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
        Add(name, times);
    }

    private void Add(string name, List<double> times)
    {
        times.Sort();
        var row = string.Create(CultureInfo.InvariantCulture,
            $"{name} | {times[(times.Count - 1) / 2]:0.0} | {times[(int)((times.Count - 1) * 0.99)]:0.0} | {times[^1]:0.0} |");
        _rows.AppendLine(row);
        Say(row);
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
