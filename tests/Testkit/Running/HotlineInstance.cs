using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Testkit.Running;

/// <summary>
/// A whole Hotline, started as an operator starts it: <c>./hotline up --demo</c> in a folder of its own with ports of its own.
/// What a test needs to do to it (kill the server, keep it down) and to see of it stands here. Nothing is left when it is disposed.
/// </summary>
public sealed partial class HotlineInstance : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5); // the first start builds the server and the desk
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    public const string SubCentreAddress = "127.0.0.3";

    // The pipe to the shell closes when the test process ends, however it ends: then Hotline is stopped as by Ctrl-C.
    private const string Shell = """
        exec 3<&0
        ./hotline up --demo --data "$1" 3<&- </dev/null & up=$!
        (read -r _ <&3; kill -TERM $up) & guard=$!
        wait $up; code=$?
        kill $guard 2>/dev/null
        exit $code
        """;

    private const string Settings = """
        set -u; ROOT=$PWD; for part in common users settings; do source tools/$part.sh; done; settings_make "$1" "$2" 1 "$3"
        """;

    private readonly Process _shell;
    private readonly Task _reading;
    private readonly JsonNode _file;
    private StallingProxy[] _wires = [];

    private HotlineInstance(string data, JsonNode file, Process shell)
    {
        (Data, _file, _shell) = (data, file, shell);
        Address = new Uri($"http://127.0.0.1:{file["http"]!["port"]}/");
        Asterisk = new AsteriskView(file["asterisk"]!);
        _reading = Task.WhenAll(ReadAsync(shell.StandardOutput), ReadAsync(shell.StandardError));
    }

    /// <summary>Its folder.</summary>
    public string Data { get; }

    public Uri Address { get; }

    public AsteriskView Asterisk { get; }

    /// <summary>All that <c>./hotline up</c> printed.</summary>
    public Happenings<string> Printed { get; } = new("./hotline up");

    public IPEndPoint Sip => Asterisk.SipAddress;

    /// <summary>The file of events that Asterisk writes by itself (cel_custom.conf).</summary>
    public string CelFile => _file["asterisk"]!["celFile"]!.GetValue<string>();

    /// <summary>Its city's files, a copy of its own.</summary>
    public string City => _file["city"]!.GetValue<string>();

    public LiveDatabase Database => new(_file["database"]!);

    private string HoldFile => Path.Combine(Data, "hotline.hold");

    /// <summary>Starts Hotline and waits until it takes calls.</summary>
    /// <param name="sounds">Announcements in place of the spoken ones: name and how they sound.</param>
    /// <param name="routing">Settings of the city's section "routing" that differ from config/kaifeng.</param>
    public static async Task<HotlineInstance> StartAsync((string Name, byte[] Wav)[] sounds, params (string Name, JsonNode Value)[] routing)
    {
        // Asterisk runs as a user without rights, and must be able to enter.
        var data = Directory.CreateTempSubdirectory("hotline-live-").FullName;
        File.SetUnixFileMode(data, File.GetUnixFileMode(data) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        foreach (var (name, wav) in sounds)
        {
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(data, "sounds")).FullName, name + ".wav"), wav);
        }
        var file = await SettingsAsync(data, CityVariant.Write(data, routing));
        var instance = new HotlineInstance(data, file, Run(Shell, data));
        try
        {
            var line =
                await instance.Printed.FirstAsync(l => l.StartsWith("Hotline is ready", StringComparison.Ordinal)
                    || l == Ended, "readiness", StartLimit);
            if (line == Ended)
            {
                throw new InvalidOperationException($"Hotline did not start:\n{string.Join('\n', instance.Printed.All)}");
            }
            if (AriTap.FromEnvironment() is { } tap)
            {
                await instance.WireAsync(tap);
            }
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// From its next start on the server speaks with Asterisk through wires that can be cut or go dead, and lays the books side by side
    /// every second.
    /// </summary>
    public Task WireAsync() => WireAsync(AriTap.FromEnvironment());

    private async Task WireAsync(AriTap? tap)
    {
        Array.ForEach(_wires, w => w.Dispose());
        var asterisk = _file["asterisk"]!.DeepClone();
        var http = new StallingProxy(new Uri(asterisk["http"]!.GetValue<string>()).Port, tap is null ? null : tap.Http);
        var manager = new StallingProxy(asterisk["amiPort"]!.GetValue<int>(), tap is null ? null : tap.Manager);
        _wires = [http, manager];
        asterisk["http"] = $"http://127.0.0.1:{http.Port}";
        asterisk["amiPort"] = manager.Port;
        if (tap is null)
        {
            asterisk["truthSeconds"] = 1;
        }
        var file = _file.DeepClone();
        file["asterisk"] = asterisk;
        await File.WriteAllTextAsync(Path.Combine(Data, "hotline.json"), file.ToJsonString());
        var printed = Printed.Count;
        KillServer();
        await ServerIsBackAsync(printed);
    }

    /// <summary>The server begins again with other settings of "security"; null for those that it had.</summary>
    public async Task SecureAsync(JsonObject? security)
    {
        var file = _file.DeepClone();
        file["security"] = security;
        await File.WriteAllTextAsync(Path.Combine(Data, "hotline.json"), file.ToJsonString());
        var printed = Printed.Count;
        KillServer();
        await ServerIsBackAsync(printed);
    }

    /// <summary>The network between the server and Asterisk goes dead, and nobody is told.</summary>
    public void StallNetwork() => Array.ForEach(_wires, w => w.Stall());

    public void LetNetworkFlow() => Array.ForEach(_wires, w => w.Flow());

    /// <summary>The files of all recordings.</summary>
    public string[] RecordingFiles
    {
        get
        {
            var folder = Path.Combine(_file["asterisk"]!["spool"]!.GetValue<string>(), "monitor", "hotline");
            return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        }
    }

    /// <summary>Where the floor's journal lies.</summary>
    public string Journal => _file["journal"]!.GetValue<string>();

    public Task<AgentClient> SignInAsync(string agent) => AgentClient.SignInAsync(Address, agent, PasswordOf(agent));

    /// <summary>The password that was printed last for a demo agent: each start of the server makes new ones.</summary>
    public string PasswordOf(string agent) =>
        Printed.All.Select(line => SignInLine().Match(line)).LastOrDefault(m => m.Success && m.Groups[1].Value == agent)?.Groups[2].Value
        ?? throw new ArgumentException($"Nobody has the number {agent}.", nameof(agent));

    public Citizen Calls(string called, string from, Tone tone) => Citizen.Calls(Sip, called, from, tone);

    /// <summary>The far end of the sub-centre's trunk.</summary>
    public SubCentre SubCentre(Tone tone) => new(SubCentreAt, Sip.Address, tone);

    /// <summary>The same, whose every word the test writes.</summary>
    public RawPhone RawSubCentre(Tone tone) => new("raw sub-centre", SubCentreAt, Sip, tone);

    /// <summary>A telephone behind a trunk, whose every word the test writes.</summary>
    public RawPhone RawCitizen(Tone tone, string address = Citizen.CarrierAddress) =>
        new("raw citizen", new IPEndPoint(IPAddress.Parse(address), 0), Sip, tone);

    private IPEndPoint SubCentreAt => IPEndPoint.Parse(_file["asterisk"]!["subcentre"]!.GetValue<string>());

    /// <summary>Ends the server as a crash would; <c>./hotline up</c> starts it again at once.</summary>
    public void KillServer() => Kill("server");

    public void KillAsterisk() => Kill("asterisk");

    /// <summary>Ends the server and keeps it down until <see cref="LetServerStart"/>.</summary>
    public void TakeServerDown()
    {
        File.WriteAllText(HoldFile, "");
        KillServer();
    }

    public void LetServerStart() => File.Delete(HoldFile);

    /// <summary>Waits for the server to be ready again after it was killed.</summary>
    /// <param name="from">How much was printed before the kill.</param>
    public Task ServerIsBackAsync(int from) =>
        Printed.FirstAsync(l => l.StartsWith("The server is back", StringComparison.Ordinal), "the server's return", TimeSpan.FromSeconds(20), from);

    public async ValueTask DisposeAsync()
    {
        await Asterisk.DisposeAsync();
        _shell.StandardInput.Close();
        using (var over = new CancellationTokenSource(StopLimit))
        {
            await _shell.WaitForExitAsync(over.Token);
        }
        await _reading;
        _shell.Dispose();
        Array.ForEach(_wires, w => w.Dispose());
        var left = Leftovers();
        if (Environment.GetEnvironmentVariable("HOTLINE_KEEP_LIVE") is null)
        {
            Directory.Delete(Data, recursive: true);
        }
        if (left.Length > 0)
        {
            throw new InvalidOperationException($"Hotline was stopped, but left: {string.Join("; ", left)}");
        }
    }

    private const string Ended = "(ended)";

    /// <summary>
    /// Makes hotline.json as "up" does, then points it to our city and to ports that the machine gives us: two test runs at once
    /// do not meet.
    /// </summary>
    private static async Task<JsonNode> SettingsAsync(string data, string city)
    {
        var ports = FreePorts(4);
        using var make = Run(Settings, data, $"{ports[0]}", LiveDatabase.Provider);
        var complaint = await make.StandardError.ReadToEndAsync();
        await make.WaitForExitAsync();
        var path = Path.Combine(data, "hotline.json");
        var file = make.ExitCode == 0 ? JsonNode.Parse(await File.ReadAllTextAsync(path))! : throw new InvalidOperationException(complaint);
        var asterisk = file["asterisk"]!;
        file["city"] = city;
        asterisk["http"] = $"http://127.0.0.1:{ports[1]}";
        asterisk["phoneWebSocket"] = $"ws://127.0.0.1:{ports[1]}/ws";
        asterisk["amiPort"] = ports[2];
        asterisk["sip"] = ports[3];
        asterisk["subcentre"] = SippProcess.FreeEndPoint(SubCentreAddress).ToString();
        await File.WriteAllTextAsync(path, file.ToJsonString());
        return file;
    }

    private static int[] FreePorts(int count)
    {
        var probes = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var probe in probes)
        {
            probe.Start();
        }
        int[] ports = [.. probes.Select(p => ((IPEndPoint)p.LocalEndpoint).Port)];
        foreach (var probe in probes)
        {
            probe.Dispose();
        }
        return ports;
    }

    private static Process Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = SourceTree.Root, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true };
        foreach (var argument in (string[])["bash", "-c", script, "bash", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        return Process.Start(start)!;
    }

    private void Kill(string name)
    {
        var line = File.ReadLines(Path.Combine(Data, "hotline.pids")).First(l => l.StartsWith(name + ' ', StringComparison.Ordinal));
        using var process = Process.GetProcessById(int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        process.Kill();
    }

    private string[] Leftovers() =>
        [.. Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0])).Select(CommandLine)
            .Where(c => c.Contains(Data, StringComparison.Ordinal))];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // ended meanwhile
        }
    }

    private async Task ReadAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            Printed.Add(line);
        }
        if (from == _shell.StandardOutput)
        {
            Printed.Add(Ended);
        }
    }

    [GeneratedRegex(@"^Demo sign-in: (\d+) .*密码 (\w+)")]
    private static partial Regex SignInLine();
}
