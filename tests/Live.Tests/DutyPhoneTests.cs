using System.Text.Json.Nodes;
using Hotline.Telephony.Cel;
using Hotline.Testkit;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>An urgent ticket rings the duty phones of its unit, one after the other, until somebody presses 1 (URG-03).</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class DutyPhoneTests(QuickHotline quick) : QuickScene(quick), IAsyncLifetime
{
    private static readonly TimeSpan ServerLimit = TimeSpan.FromSeconds(25);
    private AgentClient? _dispatcher;

    /// <summary>What the leader had seen of the floor before: others were served on it, too.</summary>
    private int _seen;

    public override async ValueTask DisposeAsync()
    {
        if (_dispatcher is not null)
        {
            await _dispatcher.DisposeAsync();
        }
        await base.DisposeAsync();
    }

    [Fact]
    [Requirement("URG-03", Shows = "the duty phone rings, reads the notice, and key 1 acknowledges; who does not answer is followed by the next")]
    public async Task The_first_on_duty_is_silent_and_the_second_hears_the_notice_and_acknowledges()
    {
        var ticket = await AcceptedAsync();
        var phone = SubCentre(WhenRung.StaysSilent);
        var rung = phone.Rings.Count;

        await DispatchAsync(ticket);

        var first = await phone.Rings.FirstAsync(_ => true, "the first ring", from: rung);
        first.Called.ShouldBe(CityVariant.FirstOnDuty);
        first.From.ShouldContain("12345");
        phone.WhenRung = WhenRung.AnswersAfter(100);
        var second = await phone.Rings.FirstAsync(_ => true, "the second ring", TimeSpan.FromSeconds(25), rung + 1);
        second.Called.ShouldBe(CityVariant.SecondOnDuty);
        await phone.Ear.ShouldHearAsync(QuickHotline.DutyNotice);
        await phone.Ear.ShouldNotHearAsync(QuickHotline.DutyNotice);
        phone.Ear.Press(2);
        await phone.Ear.ShouldHearAsync(QuickHotline.DutyNotice);
        phone.Ear.Press(1);
        await phone.Ear.ShouldHearAsync(QuickHotline.DutyThanks);
        (await phone.EndAsync()).ShouldBe("far");

        var call = await CallAsync(ticket, "acknowledged");
        call["attempts"]!.AsArray().Select(attempt => ($"{attempt!["name"]}", $"{attempt["result"]}"))
            .ShouldBe([("张三", "noAnswer"), ("李四", "acknowledged")]);
        phone.Rings.Count.ShouldBe(rung + 2);
        await IsNoCitizensCallAsync(ticket);
    }

    [Fact]
    [Requirement("URG-03", Shows = "a server that is killed in the middle of such a call goes on with it")]
    public async Task A_server_that_is_killed_while_the_notice_is_read_reads_it_again_on_the_same_line()
    {
        var ticket = await AcceptedAsync();
        var phone = SubCentre(WhenRung.AnswersAfter(100));
        var (rung, printed) = (phone.Rings.Count, Hotline.Printed.Count);
        await DispatchAsync(ticket);
        await phone.Ear.ShouldHearAsync(QuickHotline.DutyNotice);

        Hotline.KillServer();
        await phone.Ear.ShouldNotHearAsync(QuickHotline.DutyNotice);
        // It may be read before the server says that it is back, and its tone is short.
        var again = phone.Ear.ShouldHearAsync(QuickHotline.DutyNotice, ServerLimit);
        await Hotline.ServerIsBackAsync(printed);

        await again;
        phone.Ear.Press(1);
        (await phone.EndAsync()).ShouldBe("far");
        (await CallAsync(ticket, "acknowledged"))["attempts"]!.AsArray().ShouldHaveSingleItem();
        phone.Rings.Count.ShouldBe(rung + 1);
        await IsNoCitizensCallAsync(ticket);
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_rings_lets_it_ring_on_and_whoever_watches_may_stop_it()
    {
        var ticket = await AcceptedAsync();
        var phone = SubCentre(WhenRung.StaysSilent);
        var (rung, printed) = (phone.Rings.Count, Hotline.Printed.Count);
        await DispatchAsync(ticket);
        await phone.Rings.FirstAsync(_ => true, "the ring", from: rung);

        Hotline.KillServer();
        await Hotline.ServerIsBackAsync(printed);
        await phone.AnswerAsync();
        await phone.Ear.ShouldHearAsync(QuickHotline.DutyNotice);

        phone.Rings.Count.ShouldBe(rung + 1);
        await _dispatcher!.OrderAsync($"api/cases/{ticket}/duty-calls/1/stop");
        (await phone.EndAsync()).ShouldBe("far");
        $"{(await CallAsync(ticket, "stopped"))["attempts"]![0]!["result"]}".ShouldBe("ended");
    }

    /// <summary>An urgent ticket of a citizen who has hung up.</summary>
    private async Task<string> AcceptedAsync()
    {
        var (citizen, agent) = await TalkAsync();
        await citizen.HangUpAsync();
        var call = await agent.Desk.WritesUpAsync();
        await agent.Desk.RecordAsync(call, ("outcome", "ticket"), ("demandType", "complaint"), ("category", "0104"), ("title", "大面积停水"),
            ("text", "全区停水"), ("urgency", "specialUrgent"), ("unit", CityVariant.UnitOnDuty));
        await agent.Desk.OrderAsync("api/desk/wrap-up", new JsonObject { ["callId"] = call.Id });
        return call.TicketId!;
    }

    private async Task DispatchAsync(string ticket)
    {
        _seen = (await Staff.LeaderAsync()).Floors.Count;
        _dispatcher = await Hotline.SignInAsync("3001");
        var subject = await _dispatcher.ReadAsync($"api/cases/{ticket}");
        await _dispatcher.OrderAsync($"api/cases/{ticket}/dispatch",
            new JsonObject { ["version"] = subject["version"]!.DeepClone(), ["lead"] = CityVariant.UnitOnDuty, ["coHandlers"] = new JsonArray() });
    }

    /// <summary>The ringing for the ticket, once it stands so.</summary>
    private async Task<JsonNode> CallAsync(string ticket, string state)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            var call = (await _dispatcher!.ReadAsync($"api/cases/{ticket}"))["dutyCalls"]![0]!;
            if ($"{call["state"]}" == state)
            {
                return call;
            }
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limits.Usual, $"waited for {state}: {call}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Nobody takes it for a citizen: neither the ledger's audit, nor the floor, nor the truth.</summary>
    private async Task IsNoCitizensCallAsync(string ticket)
    {
        await Hotline.Asterisk.ShouldBeQuietAsync();
        var lines = File.ReadLines(Hotline.CelFile).Select(CelLine.Parse).OfType<CelLine>().ToList();
        lines.ShouldContain(line => line.Event == "CHAN_START" && line.Channel.StartsWith($"duty-{ticket}-", StringComparison.Ordinal));
        var book = new CelCalls();
        lines.Select(book.Feed).OfType<CelCall>().ShouldNotContain(call => call.Channel.StartsWith("duty-", StringComparison.Ordinal));
        (await Staff.LeaderAsync()).Floors.All.Skip(_seen).ShouldAllBe(floor => floor.Waiting.Count == 0);
    }
}
