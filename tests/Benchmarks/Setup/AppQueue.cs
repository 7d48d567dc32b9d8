using System.Net.Http.Headers;
using System.Text;
using Hotline.Benchmarks.Load;

namespace Hotline.Benchmarks.Setup;

/// <summary>
/// Asterisk's own app_queue over the same telephones, in the same Asterisk: a context and queues beside Hotline's
/// configuration, reached by numbers that begin with 9 (sound off) and 8 (sound on).
/// </summary>
internal sealed class AppQueue(Installation installation)
{
    public const string Silent = "9", Sounding = "8", Few = "7";

    public string Queues { get; private set; } = "";

    // Answer's option i: without it the caller waits for his own first packet before he is queued (10 ms on the average).
    public const string Dialplan = """
        [from-carrier](+)
        exten => _9X.,1,Answer(,i)
         same => n,Queue(bench,r)
         same => n,Hangup()
        exten => _7X.,1,Answer(,i)
         same => n,Queue(bench-few,r)
         same => n,Hangup()
        exten => _8X.,1,Answer(,i)
         same => n,Set(MONITOR_FILENAME=hotline/bench-${UNIQUEID})
         same => n,Set(MONITOR_OPTIONS=D)
         same => n,Playback(hotline/greeting&hotline/recording-notice)
         same => n,Queue(bench-sound)
         same => n,Hangup()
        """;

    public async Task WriteAsync(IReadOnlyList<SipAccount> agents, int few, string strategy, CancellationToken cancellationToken)
    {
        // Tuned: no pause after a call, the shortest retry, every free agent rung at once, none while he talks.
        string Queue(string name, string more, IEnumerable<SipAccount> members) => $"""
            [{name}]
            strategy={strategy}
            timeout=15
            retry=1
            wrapuptime=0
            ringinuse=no
            autofill=yes
            joinempty=yes
            leavewhenempty=no
            announce-frequency=0
            announce-position=no
            announce-holdtime=no
            {more}
            """.TrimEnd() + "\n" + string.Concat(members.Select((m, n) => $"member => PJSIP/{m.User},0,Agent{3000 + n}\n"));
        Queues = Queue("bench", "", agents) + "\n" + Queue("bench-few", "", agents.Take(few)) + "\n"
            + Queue("bench-sound", "musicclass=default\nmonitor-type=MixMonitor\nmonitor-format=raw\nannounce=hotline/at-your-service", agents);
        await AddAsync("queues.conf", Queues, cancellationToken);
        await AddAsync("extensions.conf", Dialplan, cancellationToken);
        await ReloadAsync("app_queue.so", cancellationToken);
        await ReloadAsync("pbx_config.so", cancellationToken);
    }

    private async Task AddAsync(string file, string text, CancellationToken cancellationToken)
    {
        const string Mark = "\n; ---- bench\n";
        var path = Path.Combine(installation.AsteriskFolder, "etc", file);
        var before = await File.ReadAllTextAsync(path, cancellationToken);
        var cut = before.IndexOf(Mark, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, (cut < 0 ? before : before[..cut]) + Mark + text, cancellationToken);
    }

    private async Task ReloadAsync(string module, CancellationToken cancellationToken)
    {
        var asterisk = installation.File["asterisk"]!;
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{asterisk["user"]}:{asterisk["password"]}")));
        using var answer = await http.PutAsync(new Uri($"{asterisk["http"]}/ari/asterisk/modules/{module}"), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
