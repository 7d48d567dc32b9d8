using System.Data.Common;
using System.Text;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Telephony.Capture;
using Hotline.Telephony.Cel;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Health;

/// <summary>
/// Lays the ledger beside Asterisk's own book (CEL) and enters calls that only the fallback queue saw: each inbound call
/// has one row with one end, whoever served it.
/// </summary>
public sealed partial class LedgerAuditJob(
    AsteriskOptions asterisk, SipCapture capture, CityConfiguration city, CallLedger ledger, WriteBehind writes,
    IdSource ids, FloorFigures figures, TruthBook book,
    SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<LedgerAuditJob> log) : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>A call's own row may still be on its way to the database: only calls that ended before this are looked at.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    /// <summary>The database may still be given what was written before these calls ended: it is waited for.</summary>
    private static readonly TimeSpan BacklogLimit = TimeSpan.FromSeconds(5);

    /// <summary>Before the Call-ID, where there is no channel to name.</summary>
    private const string RefusedMark = "refused-";
    private const int RefusedMax = 10_000;
    private readonly byte[] _piece = new byte[1 << 18];
    private readonly CelCalls _calls = new();
    private readonly Queue<CelCall> _ended = new();
    private readonly Queue<RefusedCall> _refused = new();
    private long _offset;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, Time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadBookAsync(cancellationToken);
            while (_refused.Count < RefusedMax && capture.TryTakeRefused(out var refused))
            {
                _refused.Enqueue(refused!);
            }
            if (!IsDue(_ended.TryPeek(out var first) ? first.EndedAt : null) && !IsDue(_refused.TryPeek(out var next) ? next.RefusedAt : null))
            {
                return;
            }
            if (!await writes.IsWrittenAsync(BacklogLimit, cancellationToken))
            {
                LogBacklog(writes.Pending); // a row that is on its way would be entered a second time
                return;
            }
            while (_ended.TryPeek(out var call) && IsDue(call.EndedAt))
            {
                var known = await ledger.KnowsAsync(new LegId(new NodeId(asterisk.Node), call.Channel), cancellationToken);
                _ended.Dequeue(); // before it is entered: one that cannot be must not be in the way of the others
                if (!known)
                {
                    Enter(call);
                }
            }
            while (_refused.TryPeek(out var refused) && IsDue(refused.RefusedAt))
            {
                // With a channel it was the floor's, or the book's: those know more of it.
                var known = await ledger.KnowsSipCallAsync(city.Tenant, refused.SipCallId, refused.InvitedAt - Patience, cancellationToken);
                _refused.Dequeue();
                if (!known)
                {
                    Enter(new CelCall(RefusedMark + refused.SipCallId, refused.Trunk, refused.Dialled, refused.Caller, refused.SipCallId,
                        refused.InvitedAt, null, null, refused.RefusedAt, HungUpItself: false, refused.Cause),
                        refused.Caller.Length > 0 ? refused.CallerSent : null); // who withholds his number has told none
                }
            }
        }
        catch (Exception e) when (e is IOException or DbException or TimeoutException or UnauthorizedAccessException)
        {
            LogLater(e.Message); // The book waits, and so does the database.
        }
    }

    /// <summary>Reads what the book has gained; begins anew where it was rotated.</summary>
    private async Task ReadBookAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(asterisk.CelFile))
        {
            return;
        }
        await using var file = new FileStream(asterisk.CelFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _offset = file.Length < _offset ? 0 : _offset;
        // In pieces: after a start the book of a whole day is read.
        for (var whole = 1; whole > 0; _offset += whole)
        {
            file.Position = _offset;
            var read = await file.ReadAtLeastAsync(_piece, _piece.Length, throwOnEndOfStream: false, cancellationToken);
            whole = _piece.AsSpan(0, read).LastIndexOf((byte)'\n') + 1; // the last line may still be written
            foreach (var line in Encoding.UTF8.GetString(_piece, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Feed(line);
            }
        }
    }

    private void Feed(string line)
    {
        try
        {
            if (CelLine.Parse(line) is { } parsed && _calls.Feed(parsed) is { } ended)
            {
                _ended.Enqueue(ended);
            }
        }
#pragma warning disable CA1031 // A line that nobody thought of costs itself, not the book.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogUnreadable(e);
        }
    }

    private bool IsDue(DateTimeOffset? endedAt) => endedAt + Patience < clock.Now;

    private void Enter(CelCall call, string? callerSent = null)
    {
        var (id, ticket) = ids.NewCall();
        var policy = city.Numbers.FindOrUnregistered(call.Trunk, call.Dialled, city.DateAt(call.InvitedAt));
        if (call.TurnedAway)
        {
            figures.TurnedAway++; // only the book could know of it
        }
        else
        {
            figures.LedgerGaps++;
            book.Note(city.DateAt(clock.Now), Difference.LedgerMissing);
        }
        LogEntered(call.Channel, call.InvitedAt);
        writes.TryWrite(new WriteItem.Ledger(city.Tenant, new CallRecord
        {
            Call = id,
            Revision = 1,
            Leg = new LegId(new NodeId(asterisk.Node), call.Channel),
            Ticket = ticket,
            Trunk = call.Trunk,
            Dialled = call.Dialled,
            NumberName = policy.Name,
            Mode = policy.Mode,
            Caller = call.Caller,
            CallerSent = callerSent,
            SipCallId = call.SipCallId,
            Agent = null,
            InvitedAt = call.InvitedAt,
            AnsweredBySystemAt = call.AnsweredAt,
            HumanAskedAt = call.InvitedAt,
            QueuedAt = call.InvitedAt,
            AgentAnsweredAt = call.TalkedAt,
            AnnouncementEndedAt = null,
            PartyAnsweredAt = null,
            PartyTarget = null,
            EndedAt = call.EndedAt,
            EndedBy = call.HungUpItself ? EndedBy.Caller : EndedBy.System,
            Terminal = call.TalkedAt is not null ? TerminalState.ServedByFallback
                : call.TurnedAway ? TerminalState.TurnedAway
                : TerminalState.Abandoned,
            Recorded = false,
            Rings = [],
            Legs =
            [
                new CallLeg
                {
                    Id = new LegId(new NodeId(asterisk.Node), call.Channel), Role = LegRole.Citizen, Number = call.Caller, Trunk = call.Trunk,
                    StartedAt = call.InvitedAt, AnsweredAt = call.AnsweredAt, EndedAt = call.EndedAt, Cause = call.Cause,
                },
            ],
        }));
    }

    [LoggerMessage(1, LogLevel.Information, "Call {Channel} of {At} was served without us: its row is entered from Asterisk's book")]
    private partial void LogEntered(string channel, DateTimeOffset at);

    [LoggerMessage(3, LogLevel.Information, "The ledger is laid beside Asterisk's book when the database has its {Pending} writes")]
    private partial void LogBacklog(int pending);

    [LoggerMessage(4, LogLevel.Error, "A line of Asterisk's book is passed over")]
    private partial void LogUnreadable(Exception e);

    [LoggerMessage(2, LogLevel.Warning, "The ledger is laid beside Asterisk's book later: {Reason}")]
    private partial void LogLater(string reason);
}
