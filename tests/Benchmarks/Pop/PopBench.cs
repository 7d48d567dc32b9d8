using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;
using Hotline.Routing;

namespace Hotline.Benchmarks.Pop;

/// <summary>
/// From a citizen's call to the agent's page: number and mode, and the caller's history, in the document of a real browser,
/// among many tickets. The clock starts with the citizen's INVITE, a millisecond or two before Asterisk hands the call over
/// (StasisStart), so that nothing is left out.
/// </summary>
internal sealed class PopBench(Options options, CancellationToken cancellationToken)
{
    private const string Agent = "3000";
    private const int Callers = 20_000;

    public async Task RunAsync()
    {
        await using var installation = new Installation(options.Root, options.Data);
        installation.UseCity("pop", agents: 1, sound: true, afterCallWork: false);
        var file = installation.File;
        Say($"Writing {options.Tickets} tickets …");
        var began = Stopwatch.GetTimestamp();
        var city = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine((string)file["city"]!, "settings.json"), cancellationToken))!;
        await ManyTickets.FillAsync((string)file["database"]!["connectionString"]!, new TenantId((string)city["tenant"]!), options.Tickets,
            i => Caller(i % Callers), TimeProvider.System.GetUtcNow(), cancellationToken);
        Say($"… in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s. Starting Hotline …");
        await installation.StartAsync(cancellationToken);
        await using var desk = await DeskInChromium.OpenAsync(installation.Url);
        await desk.BeReadyAsync(Agent, installation.Passwords[Agent]);
        using var generator = new Generator(installation.SipPort);
        List<double> pops = [], histories = [];
        for (var call = 1; call <= options.WarmUpCalls + options.Calls; call++)
        {
            var (pop, history) = await OneAsync(generator, desk, call);
            if (call > options.WarmUpCalls)
            {
                pops.Add(pop);
                histories.Add(history);
            }
            if (call % 50 == 0)
            {
                Say($"{call} calls, the last popped after {pop:0} ms, its history after {history:0} ms");
            }
        }
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        Console.WriteLine(Table(pops, histories));
    }

    /// <summary>A citizen calls, is seen, and hangs up while the phone rings.</summary>
    private async Task<(double Pop, double History)> OneAsync(Generator generator, DeskInChromium desk, int number)
    {
        await desk.FreeAsync();
        var call = generator.Dial("12345", 1000 + number, Caller(number * 37 % Callers));
        var invitedAt = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds - Now.Between(call.Invited, Now.Ticks);
        var moments = await desk.MomentsAsync(number);
        generator.HangUp(call, "");
        while (call.Ended == 0)
        {
            await Task.Delay(5, cancellationToken);
        }
        return (moments.Pop - invitedAt, moments.History - invitedAt);
    }

    private string Table(List<double> pops, List<double> histories)
    {
        pops.Sort();
        histories.Sort();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{options.Calls} calls, {options.Tickets} tickets, one desk in Chromium; from the citizen's INVITE to the page's document, ms:")
            .AppendLine();
        text.AppendLine("| what | p50 | p99 | max |").AppendLine("|---|---|---|---|");
        foreach (var (what, times) in new[] { ("number and mode", pops), ("history", histories) })
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {what} | {Report.Percentile([.. times], 50):0.0} | {Report.Percentile([.. times], 99):0.0} | {times[^1]:0.0} |");
        }
        return text.ToString();
    }

    private static string Caller(int index) => $"138{index:D8}";

    private static void Say(string text) => Console.Error.WriteLine(text);
}
