using System.Globalization;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;

namespace Hotline.Benchmarks.Restart;

/// <summary>
/// The server is killed with -9 among many talks and a queue. Judged by the telephones and by Asterisk's own book (CEL) alone: which
/// call ended that should not, which caller was rung twice, who came out of turn, and how long until the first correct offer.
/// </summary>
internal sealed class RestartBench(Options options, CancellationToken cancellationToken)
{
    private const double OneMomentMilliseconds = 50;
    private const int Talking = 150, Waiting = 50, HangUpsMeanwhile = 3;

    /// <summary>A server that lived so long is restarted without back-off.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(62), Limit = TimeSpan.FromSeconds(30);
    private static int _number = 300_000;

    /// <summary>Agents that the bench needs: all of them talk while the others wait.</summary>
    public static int Agents => Talking;

    public async Task RunAsync(Installation installation, Generator generator)
    {
        generator.TalkMilliseconds = generator.PatienceMilliseconds = TimeSpan.FromHours(1).TotalMilliseconds;
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        Console.WriteLine(
            $"\n{Talking} talks with sound both ways; half of them have the longest mark. {Waiting} wait. {HangUpsMeanwhile} callers who talk hang up while the server is dead.\n");
        Console.WriteLine(
            "| kill | process started anew, ms | first correct offer after the kill, ms | after the process was back, ms | calls lost | offered twice | out of turn | answered of those who waited | CEL: ended before their hang-up | CEL: without an end |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        for (var kill = 1; kill <= options.Runs; kill++)
        {
            var server = installation.Server;
            await Task.Delay(Steady, cancellationToken);
            Console.WriteLine(await RoundAsync(kill, installation, generator, server));
        }
    }

    private async Task<string> RoundAsync(int kill, Installation installation, Generator generator, int server)
    {
        var talks = await DialAsync(generator, Talking, 40, call => call.Heard != 0);
        var queue = await DialAsync(generator, Waiting, 60, call => call.Answered != 0);
        await Task.Delay(1000, cancellationToken); // all marks are written, all rings are over

        var killedAt = Now.Ticks;
        installation.Signal("server", Installation.SignalKill);
        foreach (var talk in talks.Take(HangUpsMeanwhile))
        {
            generator.HangUp(talk, "");
        }
        var startedAt = await UntilAsync(() => installation.Server is var now && now != 0 && now != server, "a new server");
        await UntilAsync(() => queue[0].AgentInvited != 0, "the first offer");

        // From now on one after the other is freed, until all who waited have talked.
        foreach (var call in talks.Skip(HangUpsMeanwhile).Concat(queue))
        {
            generator.HangUp(call, "");
            await Task.Delay(100, cancellationToken);
        }
        await UntilAsync(() => generator.Live == 0, "the end of all calls");
        Call[] all = [.. talks, .. queue];
        var (early, open) = await new CelEnds(installation.AsteriskFolder).CompareAsync(all, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {kill} | {Now.Between(killedAt, startedAt):0} | {Now.Between(killedAt, queue[0].AgentInvited):0} | {Now.Between(startedAt, queue[0].AgentInvited):0} | {all.Count(c => c.Failure.Length > 0)}{all.FirstOrDefault(c => c.Failure.Length > 0)?.Failure} | {all.Count(c => c.Rings > 1)} | {OutOfTurn(queue)} | {queue.Count(c => c.AgentInvited != 0)} of {Waiting} | {early} | {open} |");
    }

    /// <summary>
    /// Callers before whom somebody was rung for who came after them. What rings within one moment goes by ways of its own through Asterisk.
    /// </summary>
    private static int OutOfTurn(Call[] queue) => queue.Where((call, i) =>
        queue.Skip(i + 1)
            .Any(later => later.AgentInvited != 0
                && (call.AgentInvited == 0 || Now.Between(later.AgentInvited, call.AgentInvited) > OneMomentMilliseconds))).Count();

    /// <summary>So many citizens dial, a short time apart.</summary>
    private async Task<Call[]> DialAsync(Generator generator, int count, int apart, Func<Call, bool> done)
    {
        var calls = new Call[count];
        for (var i = 0; i < count; i++)
        {
            var number = Interlocked.Increment(ref _number);
            calls[i] = generator.Dial(i % 2 == 0 ? $"12345{number}" : $"12345{number:D19}", number);
            await Task.Delay(apart, cancellationToken);
        }
        await UntilAsync(() => calls.All(done), $"{count} calls");
        return calls;
    }

    private async Task<long> UntilAsync(Func<bool> holds, string what)
    {
        for (var from = Now.Ticks; !holds();)
        {
            if (Now.Between(from, Now.Ticks) > Limit.TotalMilliseconds)
            {
                throw new TimeoutException($"Waited {Limit.TotalSeconds:0} s for {what}.");
            }
            await Task.Delay(2, cancellationToken);
        }
        return Now.Ticks;
    }
}
