using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;
using Hotline.Testkit.Running;
using Microsoft.Data.Sqlite;

namespace Hotline.Benchmarks.Faults;

/// <summary>Breaks things, and mends what does not mend itself.</summary>
internal sealed class Breaker(Installation installation, IReadOnlyList<Desk> desks, IReadOnlyList<AgentPhone> phones, StallingProxy ari,
    StallingProxy ami, Action burst, Random chance, CancellationToken cancellationToken)
{
    public async Task BreakAsync(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.ServerKilled: installation.Signal("server", Installation.SignalKill); break;
            case FaultKind.ServerDown: await DownAsync(() => PauseAsync(4, 8)); break;
            case FaultKind.ServerFrozen: await FreezeAsync("server", 2, 6); break;
            case FaultKind.WatchdogKilled: installation.Signal("watchdog", Installation.SignalKill); break;
            case FaultKind.AsteriskKilled: await EndAsteriskAsync(Installation.SignalKill); break;
            case FaultKind.AsteriskStopped: await EndAsteriskAsync(Installation.SignalTerminate); break;
            case FaultKind.CallBurst: burst(); break;
            case FaultKind.NetworkStalled: await StallAsync(); break;
            case FaultKind.NetworkCut: ari.Cut(); ami.Cut(); break;
            case FaultKind.DatabaseLocked: await LockDatabaseAsync(); break;
            case FaultKind.JournalTorn: await DownAsync(TearJournal); break;
            case FaultKind.JournalMissing: await DownAsync(RemoveJournal); break;
            case FaultKind.PhoneDead: await UnplugAsync(); break;
            case FaultKind.DesksOffline: await DropDesksAsync(); break;
            default: throw new ArgumentOutOfRangeException(nameof(fault));
        }
        fault.Until = Now.Ticks;
    }

    private Task PauseAsync(double from, double to) =>
        Task.Delay(TimeSpan.FromSeconds(from + (chance.NextDouble() * (to - from))), cancellationToken);

    /// <summary>The server dies, something happens, and only then it may start again.</summary>
    private async Task DownAsync(Func<Task> meanwhile)
    {
        File.WriteAllText(installation.HoldFile, "");
        installation.Signal("server", Installation.SignalKill);
        try
        {
            await meanwhile();
        }
        finally
        {
            File.Delete(installation.HoldFile);
        }
    }

    private async Task FreezeAsync(string process, double from, double to)
    {
        var id = installation.ProcessOf(process);
        Installation.Signal(id, Installation.SignalStop);
        await PauseAsync(from, to);
        Installation.Signal(id, Installation.SignalContinue);
    }

    private async Task EndAsteriskAsync(int signal)
    {
        var old = installation.Asterisk;
        installation.Signal("asterisk", signal);
        while (installation.Asterisk == old)
        {
            await Task.Delay(20, cancellationToken);
        }
        foreach (var phone in phones)
        {
            phone.ForgetCalls();
        }
        // Browsers' phones connect again as soon as they can; ours send their registrations anew.
        for (var left = 40; left > 0; left--)
        {
            try
            {
                await Parallel.ForEachAsync(phones, cancellationToken, async (phone, stop) => await phone.RegisterAsync(stop));
                return;
            }
            catch (Exception e) when (e is TimeoutException or InvalidOperationException)
            {
                await Task.Delay(250, cancellationToken);
            }
        }
        throw new InvalidOperationException("The agents' phones could not register again after Asterisk was killed.");
    }

    private async Task StallAsync()
    {
        ari.Stall();
        ami.Stall();
        await PauseAsync(3, 8);
        ari.Flow();
        ami.Flow();
    }

    private async Task LockDatabaseAsync()
    {
        await using var connection = new SqliteConnection(installation.Database);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "pragma busy_timeout = 5000");
        await ExecuteAsync(connection, "begin exclusive");
        await PauseAsync(2, 6);
        await ExecuteAsync(connection, "commit");
    }

    private async Task ExecuteAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // three fixed texts
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private Task TearJournal()
    {
        if (Directory.GetFiles(installation.Journal, "*.journal").Max() is { } newest) // none yet after one was taken away
        {
            using var file = new FileStream(newest, FileMode.Open, FileAccess.Write);
            file.SetLength(Math.Max(0, file.Length - chance.Next(1, 4000)));
        }
        return Task.CompletedTask;
    }

    private Task RemoveJournal()
    {
        foreach (var file in Directory.GetFiles(installation.Journal, "*.journal"))
        {
            File.Delete(file);
        }
        return Task.CompletedTask;
    }

    /// <summary>A phone says nothing for a while, in a call or not.</summary>
    private async Task UnplugAsync()
    {
        var phone = phones[chance.Next(phones.Count)];
        phone.Unplugged = true;
        await PauseAsync(3, 8);
        phone.Unplugged = false;
    }

    /// <summary>All pages lose their connection; their phones do not.</summary>
    private async Task DropDesksAsync()
    {
        foreach (var desk in desks)
        {
            desk.Disconnect();
        }
        await PauseAsync(2, 6);
        await Parallel.ForEachAsync(desks, cancellationToken, async (desk, stop) => await desk.TryListenAsync(stop));
    }
}
