using System.Globalization;
using Hotline.AgentHub;
using Hotline.AgentHub.Backup;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Contract;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Trail;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;

// What we write ourselves names its culture; this is for the libraries, so that nothing depends on the operator's language.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is ["contract", var contract])
{
    DeskContract.WriteTo(contract); // for the build: nothing is started, nothing is read
    return 0;
}
try
{
    if (args is ["check", var place])
    {
        var whole = CityConfiguration.Load(place);
        Console.WriteLine(Invariant($"{place} is whole: {whole.Name}, {whole.Numbers.Policies.Count} rows of numbers, {whole.Units.Count} units."));
        TellMissing(whole);
        return 0;
    }
    var folder = Path.GetFullPath(Argument(args, "--data") ?? "data");
    if (args is ["restore", var source, ..])
    {
        await BackupCommand.RestoreAsync(
            folder, source, Argument(args, "--key") ?? "", made => HotlineFile.Read(made).Database.Options, CancellationToken.None);
        return 0;
    }
    var file = HotlineFile.Read(folder);
    if (args is ["backup", var target, ..])
    {
        using var database = Open(file);
        Console.WriteLine(await BackupCommand.MakeAsync(folder, file.Keys, database, CityConfiguration.Load(file.City), target,
            Argument(args, "--key") ?? "", TimeProvider.System.GetUtcNow(), CancellationToken.None)
            ? $"{target} holds settings, keys and the database."
            : $"{target} holds settings and keys. The database is backed up by its server's own means.");
        return 0;
    }
    if (args is ["audit", "verify", ..])
    {
        using var database = Open(file);
        return await TrailCommand.VerifyAsync(folder, database, CityConfiguration.Load(file.City), Console.Out, CancellationToken.None);
    }
    if (args is ["recover", var lost, ..])
    {
        return await RecoverAsync(file, lost);
    }
    if (Argument(args, "--replay") is { } journal)
    {
        return await ReplayAsync(folder, file, Measured(CityConfiguration.Load(file.City), file), journal, Argument(args, "--until"));
    }
    var city = Measured(LastGoodCity.Load(file.City, Path.Combine(folder, "city-good"), Console.Error.WriteLine), file);
    CompleteSocketsInline(file);
    await using var app = HotlineServer.Build(args, folder, file, city);
    await HotlineServer.PrepareAsync(app, file);
    var replacement = app.Services.GetRequiredService<Replacement>();
    replacement.Happened += (_, _) => app.Lifetime.StopApplication();
    await app.RunAsync();
    return replacement.Replaced ? Replacement.ExitCode : 0;
}
catch (Exception e) when (e is HotlineFileException or BackupException or CityConfigurationException or ArgumentException { ParamName: "provider" })
{
    await Console.Error.WriteLineAsync(e.Message);
    return HotlineServer.MisconfiguredExitCode;
}
catch (System.Data.Common.DbException e)
{
    await Console.Error.WriteLineAsync(
        $"The database cannot be opened: {e.Message} Look at \"database\" in hotline.json, and whether it is running.");
    return 1;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync(e.Message + " Stop the other program, or start with another --port.");
    return HotlineServer.MisconfiguredExitCode;
}

// Where telephony is measured by itself, agents write no outcomes.
static CityConfiguration Measured(CityConfiguration city, HotlineFile file) =>
    file.Measuring ? city with { Settings = city.Settings with { AfterCallWork = false } } : city;

// What follows an event of Asterisk never blocks, so it may run where the socket was read: a fifth less CPU per call and half
// a millisecond less from event to command. SqlClient and Npgsql may block in places, so with a database server the pool stays in between.
static void CompleteSocketsInline(HotlineFile file)
{
    if (file.Database.Provider == "sqlite")
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
    }
}

static async Task<int> ReplayAsync(string folder, HotlineFile file, CityConfiguration city, string journal, string? until)
{
    if (!Replay.TryReadMoment(until, city.TimeZoneOffset, out var end))
    {
        await Console.Error.WriteLineAsync($"'{until}' is no moment; write it as 2026-11-20T09:30:00, in the city's time, or with an offset.");
        return 2;
    }
    using var cipher = new JournalCipher(file.KeyPath(folder, "journal.key"));
    var why = new WhyText(city);
    return await new Replay(() => new CallDistributor(city.Tenant, city.Settings, city.Numbers, city.TimeZoneOffset, epoch: 0), city.TimeZoneOffset,
        cipher,
        (call, floor) => why.Decided(CallFacts.Of(call, floor)), Console.Out).RunAsync(journal, end) ? 0 : 1;
}

static async Task<int> RecoverAsync(HotlineFile file, string id)
{
    using var database = Open(file);
    if (await Recovery.RunAsync(database, CityConfiguration.Load(file.City), id, TimeProvider.System.GetUtcNow(), CancellationToken.None)
        is not { } password)
    {
        await Console.Error.WriteLineAsync($"'{id}' is no administrator of this city; others get a new password from the system's administrator.");
        return 2;
    }
    Console.WriteLine($"{id}: {password} (shown once; the account is open from now on)");
    return 0;
}

static void TellMissing(CityConfiguration city)
{
    if (city.DutyPhones.Missing(city.DateAt(TimeProvider.System.GetUtcNow())) is { Count: > 0 } missing)
    {
        Console.WriteLine(Invariant($"Nobody is rung for urgent tickets at {missing.Count} units that take them (duty-phones.csv): ")
            + string.Join("、", missing.Select(unit => unit.Name)));
    }
}

static Database Open(HotlineFile file) =>
    Database.Open(file.Database.Options, TimeProvider.System);

static string? Argument(string[] args, string name) =>
    Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
