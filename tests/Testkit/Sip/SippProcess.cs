using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Hotline.Testkit.Sip;

/// <summary>
/// A SIPp that plays one of our scenarios. What it does comes back as lines that begin with @; what a person would do (answer,
/// refuse, hang up) is sent into the call as an INFO, so that no scenario needs to know the time.
/// </summary>
public sealed partial class SippProcess : IAsyncDisposable
{
    /// <summary>The last line of all.</summary>
    public const string Gone = "@gone";

    /// <summary>A SIPp whose test process was killed ends by itself.</summary>
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromMinutes(20);

    private static readonly int[] Refusals =
        [400, 401, 403, 404, 405, 406, 408, 410, 413, 415, 420, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 500, 501, 502, 503, 504, 513, 600,
            603, 604, 606];
    private readonly Process _process;
    private readonly string _folder;
    private readonly IPEndPoint _here;
    private readonly Task _reading;
    private bool _killed;

    private SippProcess(string name, IPEndPoint here, string folder, Process process)
    {
        (_here, _folder, _process) = (here, folder, process);
        Said = new Happenings<string>(name);
        _reading = ReadAsync();
    }

    /// <summary>All it said: lines with @ are ours, the others SIPp's own complaints.</summary>
    public Happenings<string> Said { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts SIPp.</summary>
    /// <param name="name">Who this is, for messages.</param>
    /// <param name="scenario">Name of an embedded scenario.</param>
    /// <param name="here">Address and port to send from and be rung at.</param>
    /// <param name="asterisk">Whom to talk to; null where it is rung.</param>
    /// <param name="values">What stands for @NAME@ in the scenario.</param>
    public static SippProcess Start(string name, string scenario, IPEndPoint here, IPEndPoint? asterisk, params (string Name, string Value)[] values)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-sipp-").FullName;
        var file = Path.Combine(folder, "scenario.xml");
        File.WriteAllText(file, Fill(scenario, values));
        var start = new ProcessStartInfo("sipp")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
            StandardErrorEncoding = Encoding.UTF8, StandardOutputEncoding = Encoding.UTF8,
        };
        string[] arguments = ["-sf", file, "-i", here.Address.ToString(), "-p", $"{here.Port}", "-nostdin", "-trace_logs", "-log_file", "/dev/stderr",
            "-trace_err", "-error_file", "/dev/stderr", "-timeout", $"{OrphanLimit.TotalSeconds}s"];
        foreach (var argument in asterisk is null ? arguments : [.. arguments, "-m", "1", "-l", "1", asterisk.ToString()])
        {
            start.ArgumentList.Add(argument);
        }
        return new SippProcess(name, here, folder, Process.Start(start)!);
    }

    /// <summary>The code SIPp ends with: 0 where the scenario went as written.</summary>
    public async Task<int> EndedAsync(TimeSpan? limit = null)
    {
        using var over = new CancellationTokenSource(limit ?? Limits.Usual);
        await _process.WaitForExitAsync(over.Token);
        await _reading.WaitAsync(over.Token);
        return _process.ExitCode;
    }

    /// <summary>Does to a call what a person would do.</summary>
    public async Task DoAsync(string callId, string what)
    {
        using var sender = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        sender.Bind(new IPEndPoint(_here.Address, 0));
        var text = string.Join("\r\n", "INFO sip:test@test SIP/2.0", $"Via: SIP/2.0/UDP {sender.LocalEndPoint};branch=z9hG4bKtest",
            "From: <sip:test@test>;tag=1",
            "To: <sip:test@test>;tag=2", $"Call-ID: {callId}", "CSeq: 1 INFO", "Content-Type: text/plain", $"Content-Length: {what.Length}", "",
            what);
        await sender.SendToAsync(Encoding.ASCII.GetBytes(text), _here);
    }

    /// <summary>As when a telephone loses its power: no goodbye is said.</summary>
    public void Kill()
    {
        _killed = true;
        _process.Kill();
    }

    /// <summary>Ends it. One that fell before its scenario was over is an error of the test, not of the product.</summary>
    public async ValueTask DisposeAsync()
    {
        var fell = _process.HasExited && _process.ExitCode != 0 && !_killed && !Said.All.Any(l => OverWord().IsMatch(l));
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
        if (fell)
        {
            throw new InvalidOperationException($"SIPp fell: {string.Join('\n', Said.All)}");
        }
    }

    /// <summary>A port of an address at which nobody listens now.</summary>
    public static IPEndPoint FreeEndPoint(string address)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }

    private static string Fill(string scenario, (string Name, string Value)[] values)
    {
        using var stream = typeof(SippProcess).Assembly.GetManifestResourceStream(scenario)
        ?? throw new ArgumentException($"There is no scenario {scenario}.", nameof(scenario));
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().Replace("@REFUSALS@",
            string.Concat(Refusals.Select(code => $"""<recv response="{code}" optional="true" next="8"><action><log message="@refused {code}"/></action></recv>{'\n'}""")), StringComparison.Ordinal);
        foreach (var (name, value) in values)
        {
            text = text.Replace($"@{name}@", value, StringComparison.Ordinal);
        }
        return text;
    }

    private async Task ReadAsync()
    {
        // The screens that SIPp draws on its standard output are of no use here, but must be taken.
        var screens = _process.StandardOutput.ReadToEndAsync();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            // A complaint of SIPp ends without a line's end.
            var ours = OurWord().Match(line) is { Success: true } match ? match.Index : 0;
            foreach (var part in (string[])[line[..ours], line[ours..]])
            {
                if (part.Length > 0)
                {
                    Said.Add(part);
                }
            }
        }
        await screens;
        Said.Add(Gone);
    }

    [GeneratedRegex("@(from|identity|ringing|answered|ended|refused|registered|challenged)( |$)")]
    private static partial Regex OurWord();

    [GeneratedRegex("^@(ended|refused|registered)")]
    private static partial Regex OverWord();
}
