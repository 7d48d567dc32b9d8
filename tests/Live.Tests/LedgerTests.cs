using Hotline.Testkit;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>Three books of the same calls: the carrier's (SIPp), Asterisk's (CEL) and Hotline's (the ledger).</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class LedgerTests(QuickHotline quick) : QuickScene(quick)
{
    private const int Citizens = 20, Answered = 10;
    private static readonly string[] Seats = ["1007", "1008", "1009", "1012", "1003"];

    [Fact]
    public async Task Of_20_citizens_carrier_cel_and_ledger_tell_the_same_one_to_one()
    {
        var agents = new List<Agent>();
        foreach (var seat in Seats)
        {
            agents.Add(await AgentAsync(seat, WhenRung.AnswersAfter(50)));
        }
        var citizens = Enumerable.Range(0, Citizens).Select(n => Calls("12345", $"139{n:00000000}")).ToArray();
        await Task.WhenAll(agents.Select(async agent =>
        {
            for (var talk = 1; talk <= Answered / Seats.Length; talk++)
            {
                await agent.TalksAsync();
                await (talk == Answered / Seats.Length ? agent.Desk.NotReadyAsync() : Task.CompletedTask);
                await agent.Desk.HangUpAsync();
                await agent.Desk.WrapUpAsync();
            }
        }));
        await Hotline.Asterisk.ShouldHaveInContextAsync("hotline", Citizens - Answered);
        await Task.WhenAll(citizens.Select(c => c.AnsweredAsync())); // Asterisk knows of an answer before we have read it here
        var waiting = citizens.Where(c => c.IsConnected).ToArray();
        await Task.WhenAll(waiting.Select(c => c.HangUpAsync()));
        var ends = await Task.WhenAll(citizens.Select(c => c.EndAsync()));
        await Hotline.Asterisk.ShouldBeQuietAsync();

        (ends.Count(e => e == "ended far"), ends.Count(e => e == "ended own")).ShouldBe((Answered, Citizens - Answered));
        string[] carrier = [.. citizens.Select(c => c.CallId).Order()];
        var ledger = await LedgerBook.RowsAsync(Hotline, carrier);
        CelBook.CallsThatEnded(Hotline, carrier).ShouldBe(carrier); // by now its last line is whole, too
        ledger.Select(r => r.SipCallId).Order().ShouldBe(carrier);
        ledger.Count(r => r.Terminal == "answered").ShouldBe(Answered);
        ledger.Count(r => r.Terminal == "abandoned").ShouldBe(Citizens - Answered);
    }
}
