using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hotline.Benchmarks.Setup;

/// <summary>One Hotline as <c>./hotline up</c> starts it, on a folder and a city of its own.</summary>
internal sealed partial class Installation : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5), StopLimit = TimeSpan.FromSeconds(20);
    public const int SignalKill = 9, SignalTerminate = 15, SignalStop = 19, SignalContinue = 18;
    private readonly string _root, _folder;
    private readonly ConcurrentDictionary<string, string> _passwords = new();
    private Process? _process;

    public Installation(string root, string folder) => (_root, _folder) = (root, folder);

    /// <summary>Sign-ins of the demo people: agent's number and password.</summary>
    public IReadOnlyDictionary<string, string> Passwords => _passwords;
    public JsonNode File => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(_folder, "hotline.json")))!;
    public string Url => $"http://{File["http"]!["address"]}:{File["http"]!["port"]}";
    public int SipPort => (int)File["asterisk"]!["sip"]!;
    public string AsteriskFolder => Path.Combine(_folder, "asterisk");
    public int Asterisk => ProcessOf("asterisk");
    public int Server => ProcessOf("server");

    /// <summary>Writes a city beside the installation that has so many agents, and makes it the installation's own.</summary>
    public void UseCity(string name, int agents, bool sound, bool afterCallWork)
    {
        var city = Path.Combine(_folder, "cities", name);
        Copy(Path.Combine(_root, "config", "kaifeng"), city);
        Copy(Path.Combine(_root, "config", "common"), Path.Combine(_folder, "cities", "common"));
        var settings = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(city, "settings.json")))!;
        var routing = settings["routing"]!;
        foreach (var key in new[] { "greeting", "agentNumberAnnouncement", "music", "recording" })
        {
            routing[key] = sound;
        }
        System.IO.File.WriteAllText(Path.Combine(city, "settings.json"), settings.ToJsonString());
        System.IO.File.WriteAllLines(Path.Combine(city, "demo", "people.csv"),
            ["id,name,roles,skills,unit", .. Enumerable.Range(3000, agents).Select(n => $"{n},座席{n},agent,,")]);
        var file = File;
        file["city"] = city;
        file["measuring"] = !afterCallWork;
        System.IO.File.WriteAllText(Path.Combine(_folder, "hotline.json"), file.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    public async Task StartAsync(CancellationToken cancellationToken, string? database = null)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _passwords.Clear();
        string[] arguments = ["up", "--demo", "--data", _folder, .. database is null ? Array.Empty<string>() : ["--database", database]];
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(Path.Combine(_root, "hotline"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
            EnableRaisingEvents = true,
        };
        var said = new ConcurrentQueue<string>();
        void Said(string? line)
        {
            if (line is null)
            {
                return;
            }
            said.Enqueue(line);
            if (SignIn().Match(line) is { Success: true } person)
            {
                _passwords[person.Groups[1].Value] = person.Groups[2].Value;
            }
            else if (line.StartsWith("Hotline is ready", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }
        _process.OutputDataReceived += (_, e) => Said(e.Data);
        _process.ErrorDataReceived += (_, e) => Said(e.Data);
        _process.Exited += (_, _) =>
            ready.TrySetException(new InvalidOperationException("./hotline up ended:\n" + string.Join('\n', said.TakeLast(12))));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartLimit, cancellationToken);
    }

    /// <summary>While this file is there a server that ended is not started again.</summary>
    public string HoldFile => Path.Combine(_folder, "hotline.hold");
    public string Journal => (string)File["journal"]!;
    public string Database => (string)File["database"]!["connectionString"]!;

    public void Signal(string process, int signal) => Signal(ProcessOf(process), signal);

    /// <summary>Nothing happens where there is no such process.</summary>
    public static void Signal(int process, int signal) => _ = process > 1 ? Kill(process, signal) : 0;

    /// <summary>The server, from its next start on, speaks with Asterisk through other ports.</summary>
    public void Redirect(int http, int ami)
    {
        var file = File;
        file["asterisk"]!["http"] = $"http://127.0.0.1:{http}";
        file["asterisk"]!["amiPort"] = ami;
        System.IO.File.WriteAllText(Path.Combine(_folder, "hotline.json"), file.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    public async Task StopAsync()
    {
        if (_process is { HasExited: false } running)
        {
            _ = Kill(running.Id, 15);
            await running.WaitForExitAsync().WaitAsync(StopLimit);
        }
        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    public int ProcessOf(string name) => System.IO.File.ReadLines(Path.Combine(_folder, "hotline.pids"))
        .Select(l => l.Split(' ')).Where(p => p[0] == name).Select(p => int.Parse(p[1], CultureInfo.InvariantCulture)).FirstOrDefault();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target, overwrite: true);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [GeneratedRegex(@"Demo sign-in: (\d+) .*密码 (\w+)")]
    private static partial Regex SignIn();
}
