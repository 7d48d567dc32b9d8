using System.Globalization;
using Hotline.Benchmarks.Faults;
using Hotline.Benchmarks.Restart;

namespace Hotline.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        ./hotline bench [calls] [--rates 10,40,80] [--runs 3] [--warm-up 30] [--window 20] [--agents 200]
                        [--talk 1500] [--strategy rrmemory] [--only off,on,reuse]
                        [--sides app_queue,Hotline] [--out FILE.md]
            Hotline and Asterisk's own app_queue, side by side: same telephones, same arrivals.
        ./hotline bench pop [--calls 500] [--tickets 100000]
            From a citizen's call to the agent's page in Chromium: number and mode, and the caller's history.
        ./hotline bench router
            The router by itself, on one core, at three sizes, with and without the journal. Needs no Asterisk.
        ./hotline bench restart [--runs 5]
            kill -9 of the server among 150 talks with 50 waiting: time to the first correct offer, calls lost, offered twice, out of turn.
        ./hotline bench faults [--count 200] [--seed 1]
            Faults by lot while callers are served: servers, Asterisk, network, database, journal, phones, pages. Nothing may be lost or doubled.
        ./hotline bench overload [--rates 60]
            From half of the capacity (--rates) to three times as many calls and back, beside app_queue: how many are served, gaps in talks, how
            soon all is well again.
        ./hotline bench tickets [--tickets 1000000] [--databases sqlite,postgres]
            Many tickets: create, sign, the unit's page, search, full text, the sweep of deadlines; at a tenth of the number and at the whole.
        ./hotline bench soak [--rates 20] [--minutes 10]
            Real calls at one rate for a long time, sound on: offer times, memory, the collector's pauses, the inbox.
        """;

    public IReadOnlyList<double> Rates { get; private set; } = [10, 40, 80];
    public int Runs { get; private set; } = 3;
    public double WarmUp { get; private set; } = 30;
    public double Window { get; private set; } = 20;
    public int Agents { get; private set; } = 200;
    public double Talk { get; private set; } = 1500;
    public string Strategy { get; private set; } = "rrmemory";
    public IReadOnlyList<string> Only { get; private set; } = ["off", "on", "reuse"];
    public IReadOnlyList<string> Sides { get; private set; } = ["app_queue", "Hotline"];
    public int Calls { get; private set; } = 500;
    public int Count { get; private set; } = 200;
    public int Seed { get; private set; } = 1;
    public int Minutes { get; private set; } = 10;
    public int Tickets { get; private set; } = 100_000;

    public IReadOnlyList<string> Databases { get; private set; } = ["sqlite", "postgres"];

    /// <summary>Calls of <c>pop</c> that are not counted.</summary>
    public int WarmUpCalls => 20;
    public string Out { get; private set; } = "";
    public string Asterisk { get; private set; } = "";
    public string Data { get; private set; } = "";
    public string Root { get; private set; } = "";

    public static Options Parse(string[] args)
    {
        var options = new Options();
        if (args is ["soak", ..])
        {
            options.Rates = [20];
        }
        if (args is ["overload", ..])
        {
            (options.Rates, options.WarmUp) = ([60], 10);
        }
        if (args is ["tickets", ..])
        {
            options.Tickets = 1_000_000;
        }
        if (args is ["faults", ..])
        {
            options.Agents = FaultBench.Agents;
        }
        if (args is ["restart", ..])
        {
            (options.Agents, options.Runs) = (RestartBench.Agents, 5);
        }
        for (var i = 0; i < args.Length; i++)
        {
            if (i == 0 && args[i] is "calls" or "pop" or "router" or "soak" or "restart" or "faults" or "overload" or "tickets")
            {
                continue;
            }
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.\n{Usage}");
            switch (args[i++])
            {
                case "--rates": options.Rates = [.. value.Split(',').Select(Number)]; break;
                case "--runs": options.Runs = (int)Number(value); break;
                case "--warm-up": options.WarmUp = Number(value); break;
                case "--window": options.Window = Number(value); break;
                case "--agents": options.Agents = (int)Number(value); break;
                case "--talk": options.Talk = Number(value); break;
                case "--strategy": options.Strategy = value; break;
                case "--only": options.Only = value.Split(','); break;
                case "--out": options.Out = value; break;
                case "--calls": options.Calls = (int)Number(value); break;
                case "--count": options.Count = (int)Number(value); break;
                case "--seed": options.Seed = (int)Number(value); break;
                case "--minutes": options.Minutes = (int)Number(value); break;
                case "--tickets": options.Tickets = (int)Number(value); break;
                case "--databases": options.Databases = value.Split(','); break;
                case "--sides": options.Sides = value.Split(','); break;
                case "--asterisk": options.Asterisk = value; break;
                case "--data": options.Data = value; break;
                case "--root": options.Root = value; break;
                default: throw new ArgumentException($"bench knows no '{args[i - 1]}'.\n{Usage}");
            }
        }
        return options;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
