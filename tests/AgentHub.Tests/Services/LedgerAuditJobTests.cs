using System.Globalization;
using System.Net;
using System.Text;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Health;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Telephony.Capture;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>Each call that Asterisk's own book knows has one row with one end, whoever served it.</summary>
public sealed class LedgerAuditJobTests : IAsyncLifetime
{
    private static readonly LegId Leg = new(new NodeId("n1"), "u-1");
    private Room _room = null!;
    private LedgerAuditJob _job = null!;
    private SipCapture _capture = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Book => Path.Combine(_room.Folder, "Master.csv");

    public async ValueTask InitializeAsync()
    {
        _room = await Room.OpenAsync();
        var asterisk = new AsteriskOptions { Node = "n1", Http = "", User = "", Password = "", PhoneWebSocket = "", PhoneDomain = "", AmiHost = "",
            AmiPort = 1, AmiUser = "", AmiSecret = "", Spool = "", CelFile = Book, Sip = 5060 };
        _capture = new SipCapture(asterisk, new CityArrivals(_room.City), new NodeLag(), TimeProvider.System, _room.Faults,
            NullLogger<SipCapture>.Instance);
        _job = new LedgerAuditJob(asterisk, _capture, _room.City, _room.Ledger, _room.Writes,
            new IdSource(TimeProvider.System), _room.Figures, _room.Book,
            _room.Clock, new HastyTime(), _room.Faults,
            NullLogger<LedgerAuditJob>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _job.StopAsync(CancellationToken.None);
        _job.Dispose();
        await _room.DisposeAsync();
    }

    [Fact]
    public async Task Look_call_that_the_fallback_queue_served_is_entered_once_and_counted()
    {
        Write("u-1", talked: true);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg);

        // A later call is entered: the first was looked at again before it, and had its row.
        Write("u-2", talked: false);
        await KnownAsync(Leg with { Channel = "u-2" });

        (_room.Figures.LedgerGaps, _room.Book.Of(_room.Today)).ShouldSatisfyAllConditions(
            c => c.LedgerGaps.ShouldBe(2), c => c.Item2.ShouldBe([(Difference.LedgerMissing, 2)]));
        var rows = await _room.Ledger.HistoryOfCallerAsync(_room.City.Tenant, "13800006021", 10, Cancel);
        rows.Count.ShouldBe(2);
    }

    /// <summary>It was booked as somebody who waited and gave up.</summary>
    [Fact]
    public async Task Look_call_that_asterisk_turned_away_is_no_waiter_and_no_gap()
    {
        string[] lines = [.. Lines("u-1", talked: false, ago: 60)];
        var hungUp = lines[1]
            .Replace("CHAN_END", "HANGUP", StringComparison.Ordinal)[..^2] + "\"{\"\"hangupcause\"\":42,\"\"hangupsource\"\":\"\"\"\"}\"";
        await File.AppendAllLinesAsync(Book, [lines[0], hungUp, lines[1]], Cancel);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg);

        (_room.Figures.TurnedAway, _room.Figures.LedgerGaps).ShouldBe((1, 0));
        _room.Book.Of(_room.Today).ShouldBeEmpty();
        var earlier = (await _room.Ledger.HistoryOfCallerAsync(_room.City.Tenant, "13800006021", 10, Cancel)).ShouldHaveSingleItem();
        var row = (await _room.RowAsync(earlier.CallId))!;
        (row.TerminalState, row.EndedBy).ShouldBe(("turnedAway", "system"));
    }

    /// <summary>415, 420, 488: Asterisk makes no channel for them, and nothing told of them.</summary>
    [Fact]
    public async Task Look_call_that_was_refused_without_a_channel_has_its_row()
    {
        Refuse("sip-1", "415 Unsupported Media Type", privacy: "none");
        Refuse("sip-2", "488 Not Acceptable Here", privacy: "id");
        Refuse("sip-3", "488 Not Acceptable Here", privacy: "none", "198.51.100.9");
        Refuse("sip-4", "401 Unauthorized", privacy: "none");
        await _room.Ledger.UpsertAsync(_room.City.Tenant,
            [_room.Record("c1", TerminalState.Answered, _room.Clock.Now.AddMinutes(-9), channel: "u-1", agent: "1001") with { SipCallId = "sip-5" }],
            Cancel);
        Refuse("sip-5", "480 Temporarily Unavailable", privacy: "none", ago: 535);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg with { Channel = "refused-sip-2" });

        (_room.Figures.TurnedAway, _room.Figures.LedgerGaps, _capture.Strangers).ShouldBe((2, 0, 1));
        var rows = await _room.Ledger.HistoryOfCallerAsync(_room.City.Tenant, "13800006021", 10, Cancel);
        rows.Count(r => r.CallId != "c1").ShouldBe(1, "whoever withholds his number has no history, and what the floor knew has its row");
        var earlier = rows.First(r => r.CallId != "c1");
        var row = (await _room.RowAsync(earlier.CallId))!;
        (row.TerminalState, row.Trunk, row.Dialled, row.SipCallId).ShouldBe(("turnedAway", "carrier", "12345", "sip-1"));
        (await _room.Ledger.LegsAsync(new CallId(earlier.CallId), Cancel)).ShouldHaveSingleItem().Cause.ShouldBe(79);
    }

    [Fact]
    public async Task Look_call_of_ours_is_left_as_it_is()
    {
        await _room.Ledger.UpsertAsync(_room.City.Tenant,
            [_room.Record("c1", TerminalState.Answered, _room.Clock.Now.AddMinutes(-9), channel: "u-1", agent: "1001")], Cancel);
        Write("u-1", talked: true);
        Write("u-2", talked: true);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg with { Channel = "u-2" });
        _room.Figures.LedgerGaps.ShouldBe(1);
        (await _room.RowAsync("c1"))!.TerminalState.ShouldBe("answered");
    }

    /// <summary>Its own row may still be on its way.</summary>
    [Fact]
    public async Task Look_call_that_just_ended_is_not_looked_at_yet()
    {
        Write("u-old", talked: true, ago: 60);
        Write("u-1", talked: true, ago: 1);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg with { Channel = "u-old" });
        (await _room.Ledger.KnowsAsync(Leg, Cancel)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("rubbish\n")]
    [InlineData("\"CHAN_END\",\"1\"\n")]
    [InlineData("\0\ufffd\n")]
    public async Task Look_line_that_nobody_thought_of_costs_itself_alone(string line)
    {
        await File.AppendAllTextAsync(Book, line, Cancel);
        Write("u-1", talked: true);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg);
        _room.Faults.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Look_line_that_is_still_written_is_read_when_it_is_whole()
    {
        string[] lines = [.. Lines("u-1", talked: false, ago: 60)];
        Write("u-0", talked: false);
        await File.AppendAllTextAsync(Book, lines[0] + "\n" + lines[1][..20], Cancel);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg with { Channel = "u-0" });
        await File.AppendAllTextAsync(Book, lines[1][20..] + "\n", Cancel);
        await KnownAsync(Leg);
    }

    [Fact]
    public async Task Look_book_that_was_rotated_is_read_from_its_beginning()
    {
        Write("u-long-name-of-a-channel-of-before", talked: true);
        await _job.StartAsync(Cancel);
        await KnownAsync(Leg with { Channel = "u-long-name-of-a-channel-of-before" });
        File.Delete(Book);
        Write("u-1", talked: false);
        await KnownAsync(Leg);
    }

    [Fact]
    public async Task Look_no_book_is_no_fault()
    {
        await _job.StartAsync(Cancel);
        Write("u-1", talked: true); // and it comes later
        await KnownAsync(Leg);
        _room.Faults.Total.ShouldBe(0);
    }

    private void Refuse(string callId, string status, string privacy, string from = "127.0.0.2", int ago = 60)
    {
        var (asterisk, them) = (new IPEndPoint(IPAddress.Loopback, 5060), new IPEndPoint(IPAddress.Parse(from), 5999));
        var at = _room.Clock.Now.AddSeconds(-ago);
        var same = $"Via: SIP/2.0/UDP h;branch=b\r\nCall-ID: {callId}\r\nCSeq: 1 INVITE\r\n";
        _capture.Take(new HepPacket(them, asterisk, at, Encoding.UTF8.GetBytes(
            $"INVITE sip:12345@h SIP/2.0\r\n{same}From: <sip:13800006021@c>\r\nPrivacy: {privacy}\r\n\r\n")));
        _capture.Take(new HepPacket(asterisk, them, at, Encoding.UTF8.GetBytes($"SIP/2.0 {status}\r\n{same}\r\n")));
    }

    private Task KnownAsync(LegId leg) => Room.UntilAsync(() => _room.Ledger.KnowsAsync(leg, Cancel), $"the row of {leg}");

    private void Write(string channel, bool talked, int ago = 60) => File.AppendAllLines(Book, Lines(channel, talked, ago));

    private IEnumerable<string> Lines(string channel, bool talked, int ago)
    {
        var at = _room.Clock.Now.AddSeconds(-ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string[] events = talked ? ["CHAN_START", "ANSWER", "BRIDGE_ENTER", "CHAN_END"] : ["CHAN_START", "CHAN_END"];
        return events.Select(e => string.Join(',', new[]
        {
            e, at, channel, channel, "PJSIP/carrier-1", "12345", "from-carrier", "Queue", "13800006021", "s", "",
        }.Select(f => $"\"{f}\"")));
    }
}
