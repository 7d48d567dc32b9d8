using System.Diagnostics;
using System.Globalization;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>
/// Random tickets. HOTLINE_LOOP_SEEDS asks for more than CI runs, for example 1000000. A seed that ever failed stands below by its number.
/// </summary>
public sealed class LoopSimulationTests(ITestOutputHelper output)
{
    private const int WishesPerSeed = 60;

    private static readonly int Seeds = int.Parse(
        Environment.GetEnvironmentVariable("HOTLINE_LOOP_SEEDS") ?? Environment.GetEnvironmentVariable("HOTLINE_SEEDS") ?? "2000",
            CultureInfo.InvariantCulture);

    // One by one where the first seed that fails is asked for.
    private static readonly ParallelOptions SideBySide =
        new() { MaxDegreeOfParallelism = Environment.GetEnvironmentVariable("HOTLINE_SEEDS_IN_ORDER") is null ? Environment.ProcessorCount : 1 };

    [Fact]
    public void Every_seed_keeps_the_laws_and_comes_to_its_end()
    {
        var watch = Stopwatch.StartNew();
        long wishes = 0, granted = 0;
        Parallel.For(1, Seeds + 1, SideBySide, seed =>
        {
            var ticket = Run(seed);
            Interlocked.Add(ref wishes, ticket.Wishes);
            Interlocked.Add(ref granted, ticket.Case.Wishes.Count);
        });
        output.WriteLine(FormattableString.Invariant(
            $"{Seeds} tickets, {wishes} wishes, {granted} granted, {Seeds / watch.Elapsed.TotalSeconds:F0} tickets a second"));
    }

    [Fact]
    public void Seeds_come_through_every_state_and_command_of_the_loop()
    {
        List<SimulatedCase> tickets = [.. Enumerable.Range(1, 2000).Select(Run)];
        HashSet<TicketState> seen = [.. tickets.SelectMany(ticket => ticket.Seen)];
        output.WriteLine(string.Join(", ", tickets.SelectMany(ticket => ticket.Case.Wishes).CountBy(wish => wish.Verb)));
        Enum.GetValues<LoopVerb>().Except(tickets.SelectMany(ticket => ticket.Case.Wishes).Select(wish => wish.Verb)).ShouldBeEmpty();
        tickets.Count(ticket => ticket.Case.Extensions.Any(asked => asked.GrantedDays > 0)).ShouldBeGreaterThan(20);
        Enum.GetValues<TicketState>().Except(seen).ShouldBe(
            [TicketState.Draft, TicketState.AnsweredDirect, TicketState.Transferred, TicketState.FollowedUp]);
    }

    private static SimulatedCase Run(int seed)
    {
        var ticket = new SimulatedCase(seed);
        try
        {
            ticket.Run(WishesPerSeed);
            return ticket;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed} after {ticket.Wishes} inputs: {e.Message}", e);
        }
    }
}
