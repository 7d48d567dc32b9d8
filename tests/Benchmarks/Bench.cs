using Hotline.Benchmarks.Faults;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Overload;
using Hotline.Benchmarks.Pop;
using Hotline.Benchmarks.Restart;
using Hotline.Benchmarks.Router;
using Hotline.Benchmarks.Setup;
using Hotline.Benchmarks.Soak;
using Hotline.Benchmarks.Tickets;

namespace Hotline.Benchmarks;

/// <summary>The whole comparison, from the start of Hotline to the table.</summary>
internal sealed class Bench(Options options, CancellationToken cancellationToken)
{
    private const string HotlinePrefix = "12345", HotlineSide = "Hotline", QueueSide = "app_queue";
    private const int FewAgents = 20;
    private const double LeadIn = 4;

    /// <summary>As long as a call lasts whose citizen hears the greeting before he waits.</summary>
    private const double SoundLeadIn = 18;
    private readonly Report _report = new(options);

    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        try
        {
            var options = Options.Parse(args);
            await (args switch
            {
                ["pop", ..] => new PopBench(options, stop.Token).RunAsync(),
                ["faults", ..] => new Bench(options, stop.Token).FaultsAsync(),
                ["restart", ..] => new Bench(options, stop.Token).RestartAsync(),
                ["overload", ..] => new Bench(options, stop.Token).OverloadAsync(),
                ["tickets", ..] => new TicketBench(options, stop.Token).RunAsync(),
                ["soak", ..] => new Bench(options, stop.Token).SoakAsync(),
                ["router", ..] => new RouterBench(options, stop.Token).RunAsync(),
                _ => new Bench(options, stop.Token).CompareAsync(),
            });
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or OperationCanceledException or InvalidOperationException or TimeoutException
            or Microsoft.Playwright.PlaywrightException)
        {
            await Console.Error.WriteLineAsync(e is OperationCanceledException ? "Stopped." : e.Message);
            return 1;
        }
    }

    private async Task CompareAsync()
    {
        await using var installation = new Installation(options.Root, options.Data);
        if (options.Only.Contains("off") || options.Only.Contains("reuse"))
        {
            await WithAsync(installation, sound: false, async (generator, desks, meter) =>
            {
                if (options.Only.Contains("off"))
                {
                    foreach (var rate in options.Rates)
                    {
                        await SidesAsync(generator, meter, $"sound off, {rate:0.#}/s", rate, HotlinePrefix, AppQueue.Silent);
                    }
                }
                if (options.Only.Contains("reuse"))
                {
                    await Task.WhenAll(desks.Skip(FewAgents).Select(d => d.BeAsync(ready: false, cancellationToken)));
                    generator.TalkMilliseconds = options.Talk;
                    var rate = FewAgents / ((options.Talk + generator.RingMilliseconds) / 1000) * 1.25;
                    await SidesAsync(generator, meter, $"{FewAgents} agents, too many calls ({rate:0.#}/s)", rate, HotlinePrefix, AppQueue.Few,
                        overload: true);
                }
            });
        }
        if (options.Only.Contains("on"))
        {
            await WithAsync(installation, sound: true, (generator, _, meter) =>
                SidesAsync(generator, meter, $"sound on, {options.Rates[0]:0.#}/s", options.Rates[0], HotlinePrefix, AppQueue.Sounding,
                    leadIn: SoundLeadIn));
        }
        await _report.PrintAsync(await Machine.DescribeAsync(options, cancellationToken), cancellationToken);
    }

    private async Task FaultsAsync()
    {
        await using var installation = new Installation(options.Root, options.Data);
        await WithAsync(installation, sound: false, async (generator, desks, _) =>
        {
            if (!await new FaultBench(options, cancellationToken).RunAsync(installation, generator, desks, generator.Phones))
            {
                throw new InvalidOperationException("Something was lost or doubled.");
            }
        });
    }

    private async Task RestartAsync()
    {
        await using var installation = new Installation(options.Root, options.Data);
        await WithAsync(installation, sound: false, (generator, _, _) => new RestartBench(options, cancellationToken)
            .RunAsync(installation, generator));
    }

    private async Task OverloadAsync()
    {
        await using var installation = new Installation(options.Root, options.Data);
        var bench = new OverloadBench(options, cancellationToken);
        (string, string)[] sides = [(QueueSide, AppQueue.Silent), (HotlineSide, HotlinePrefix)];
        foreach (var (side, prefix) in sides.Where(s => options.Sides.Contains(s.Item1)))
        {
            // Each with an Asterisk of its own: what one side's overload leaves behind is not the other's.
            await WithAsync(installation, sound: false, (generator, _, _) => bench.RunAsync(generator, side, prefix));
        }
        await bench.PrintAsync();
    }

    private async Task SoakAsync()
    {
        await using var installation = new Installation(options.Root, options.Data);
        await WithAsync(installation, sound: true, (generator, _, meter) => new SoakBench(options, cancellationToken)
            .RunAsync(generator, meter, installation.Url));
    }

    /// <summary>Starts Hotline with a city, signs everybody in, and works with it.</summary>
    private async Task WithAsync(Installation installation, bool sound, Func<Generator, IReadOnlyList<Desk>, CpuMeter, Task> work)
    {
        Say($"Starting Hotline with {options.Agents} agents, sound {(sound ? "on" : "off")} …");
        installation.UseCity(sound ? "on" : "off", options.Agents, sound, afterCallWork: false);
        await installation.StartAsync(cancellationToken);
        using var generator = new Generator(installation.SipPort) { TalkMilliseconds = options.Talk };
        Desk[] desks = [.. Enumerable.Range(0, options.Agents).Select(n => new Desk(installation.Url, n))];
        try
        {
            Say("Signing in …");
            var accounts = new SipAccount[desks.Length];
            await Parallel.ForEachAsync(Enumerable.Range(0, desks.Length),
                new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (n, stop) =>
            {
                var agent = $"{3000 + n}";
                accounts[n] = await desks[n].SignInAsync(agent, installation.Passwords[agent], stop);
                var phone = generator.Add(n, accounts[n]);
                await phone.RegisterAsync(stop);
                await desks[n].ListenAsync(stop);
                for (var left = 5; !await desks[n].BeAsync(ready: true, stop); left--)
                {
                    if (left == 0)
                    {
                        throw new InvalidOperationException($"The floor never heard of the registration of agent {agent}.");
                    }
                    Say($"Agent {agent} is registered, and the floor did not hear of it: once more.");
                    _report.LostRegistrations++;
                    await phone.RegisterAnewAsync(stop);
                }
            });
            var queue = new AppQueue(installation);
            await queue.WriteAsync(accounts, FewAgents, options.Strategy, cancellationToken);
            _report.Configuration = (queue.Queues, AppQueue.Dialplan);
            await Task.Delay(2000, cancellationToken);
            await work(generator, desks, new CpuMeter(installation.Asterisk, installation.Server));
        }
        finally
        {
            foreach (var desk in desks)
            {
                desk.Dispose();
            }
            await installation.StopAsync();
        }
    }

    /// <summary>Warm-up of each side, then the runs in turn.</summary>
    private async Task SidesAsync(Generator generator, CpuMeter meter, string what, double rate, string hotline, string queue, bool overload = false,
        double leadIn = LeadIn)
    {
        (string Side, string Prefix)[] sides = [.. new[] { (QueueSide, queue), (HotlineSide, hotline) }.Where(s => options.Sides.Contains(s.Item1))];
        foreach (var (side, prefix) in sides)
        {
            if (options.WarmUp > 0 && !overload)
            {
                Say($"{what}: {side} warms up …");
                await LoadRun.RunAsync(generator, meter, new LoadPlan(rate, 0, options.WarmUp, 99, prefix), cancellationToken);
            }
        }
        for (var run = 1; run <= options.Runs; run++)
        {
            foreach (var (side, prefix) in run % 2 == 1 ? sides : sides.Reverse())
            {
                var result = await LoadRun.RunAsync(generator, meter, new LoadPlan(rate, leadIn, options.Window, run, prefix), cancellationToken);
                _report.Add(what, side, result);
                Say($"{what}: {side} run {run}: {Report.OneLine(result)}");
                await Task.Delay(1000, cancellationToken);
            }
        }
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
