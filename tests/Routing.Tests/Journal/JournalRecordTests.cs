using System.Text;

namespace Hotline.Routing.Tests.Journal;

/// <summary>A journal that was written by an earlier build is read by this one: its names and shapes stay readable.</summary>
public sealed class JournalRecordTests
{
    /// <summary>
    /// Written by the build of before the legs were kept: an image while calls wait, ring, talk, are held and in three-way calls; 399 facts; the
    /// floor that came of them.
    /// </summary>
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Journal", "format-1.jsonl"));

    [Fact]
    public void A_journal_of_before_the_legs_were_kept_leads_to_the_same_floor()
    {
        var records = Lines.Select(line => JournalRecord.Decode(Encoding.UTF8.GetBytes(line))).ToList();
        var f = new FloorHarness(new RoutingSettings { Greeting = true });
        f.Floor.Restore(records[0].Floor!);
        foreach (var record in records[1..^1])
        {
            f.ApplyAt(record.At, record.Input!);
        }
        var then = records[^1].Floor!;
        f.Floor.Calls.Values.OrderBy(c => c.Id.Value).Select(Said).ShouldBe(then.Calls.OrderBy(c => c.Id.Value).Select(Said));
        f.Floor.Agents.Values.OrderBy(a => a.Id.Value).Select(a => $"{a.Id} {a.State} {a.Reason} {a.Call}")
            .ShouldBe(then.Agents.OrderBy(a => a.Id.Value).Select(a => $"{a.Id} {a.State} {a.Reason} {a.Call}"));
    }

    [Fact]
    public void An_image_of_before_the_legs_were_kept_gives_each_call_its_legs()
    {
        var image = JournalRecord.Decode(Encoding.UTF8.GetBytes(Lines[0])).Floor!;
        var f = new FloorHarness(new RoutingSettings { Greeting = true });
        f.Floor.Restore(image);
        var live = f.Floor.Calls.Values.Where(c => c.Live).ToList();
        live.ShouldAllBe(c => c.Legs[0].Id == c.Leg && c.Legs[0].Role == LegRole.Citizen);
        live.Where(c => c.AgentTalks).ShouldNotBeEmpty();
        live.Where(c => c.AgentTalks).ShouldAllBe(c => c.AgentLeg != null);
        f.Floor.Legs.Order(Comparer<LegId>.Create((a, b) => string.CompareOrdinal(a.Channel, b.Channel)))
            .ShouldBe(live.SelectMany(c => c.Legs).Select(l => l.Id)
                .Order(Comparer<LegId>.Create((a, b) => string.CompareOrdinal(a.Channel, b.Channel))));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var f = new FloorHarness(new RoutingSettings { Greeting = false });
        var agent = f.Ready("1001");
        var call = f.Call("a");
        f.Answer(call);
        f.ThreeWay(agent);
        var image = JournalRecord.Encode(f.Now, f.Floor.Image());
        var again = new FloorHarness(new RoutingSettings { Greeting = false });
        again.Floor.Restore(JournalRecord.Decode(image).Floor!);
        JournalRecord.Encode(f.Now, again.Floor.Image()).ShouldBe(image);
        again.Floor.Calls[call].Legs.ShouldBe(f.Floor.Calls[call].Legs);
    }

    private static string Said(Call call) =>
        $"{call.Id} {call.State} {call.Agent} rung {call.Offer?.Agent} party {call.Party?.Target} {call.Party?.State} step {call.Step} plays {call.Playing} music {call.Music}";
}
