using Hotline.Routing;
using Hotline.Telephony.Ari;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>
/// Lines to people on duty. They are no calls of the floor: no leg of theirs comes to its inbox, none stands in its listings or in the ledger. The
/// commands of one line keep their order; no line waits for another, and no call waits for one.
/// </summary>
internal sealed partial class DutyLines : IDutyLines
{
    private readonly AriClient _ari;
    private readonly IDutyInbox _inbox;
    private readonly ILogger<DutyLines> _log;
    private readonly CommandLanes<Func<Task>> _lanes = new(work => work());
    private volatile bool _open;

    public DutyLines(AriClient ari, IDutyInbox inbox, ILogger<DutyLines> log) => (_ari, _inbox, _log) = (ari, inbox, log);

    public bool Open { get => _open; set => _open = value; }

    public void Ring(DutyLine line, string number, string trunk, string caller, TimeSpan limit) => Add(line, async () =>
    {
        var answer = await SendAsync(AriDuty.Ring(TelephonyNode.App, line, number, trunk, caller, limit));
        // Without an answer nobody knows whether it rings: that is seen when the node is back, or its time is over.
        if (answer is { Ok: false, Exists: false, Status: > 0 })
        {
            LogRefused("ring", line.Channel, answer.Status, answer.Reason);
            _inbox.Post(new DutyNews.Ended(line, DutyLineEnd.Failed));
        }
    });

    public void Read(DutyLine line, int reading, bool special, string number) => Add(line, async () =>
    {
        if (reading > 1)
        {
            await SendAsync(AriDuty.StopPlayback(line, reading - 1));
        }
        await PlayAsync(line, reading, PromptFiles.DutyNotice(special, number));
    });

    public void Thank(DutyLine line, int reading) => Add(line, async () =>
    {
        await SendAsync(AriDuty.StopPlayback(line, reading));
        await PlayAsync(line, 0, PromptFiles.DutyThanks);
    });

    public void HangUp(DutyLine line) => Add(line, () => SendAsync(AriDuty.HangUp(line)));

    /// <summary>Takes an event that is about such a line.</summary>
    /// <returns>False where it is about something else.</returns>
    public bool Take(AriEvent e)
    {
        if (e.Playback is { } playback && DutyLine.Is(playback.Id))
        {
            if (e.Type == "PlaybackFinished" && DutyLine.OfPlayback(playback.Id) is var (of, reading))
            {
                _inbox.Post(new DutyNews.ReadingEnded(of, reading));
            }
            return true;
        }
        if (e.Channel is not { } channel || !DutyLine.Is(channel.Id))
        {
            return false;
        }
        if (DutyLine.Of(channel.Id) is { } line && NewsOf(e, line) is { } news)
        {
            _inbox.Post(news);
        }
        return true;
    }

    /// <summary>The node is there, with these lines.</summary>
    public void Seen(IReadOnlyList<AriChannel> channels)
    {
        _open = true;
        _inbox.Post(new DutyNews.NodeSeen(
            [.. channels.Select(c => (Line: DutyLine.Of(c.Id), Up: c.State == "Up")).Where(l => l.Line is not null).Select(l => (l.Line!, l.Up))]));
    }

    private static DutyNews? NewsOf(AriEvent e, DutyLine line) => e.Type switch
    {
        "StasisStart" => new DutyNews.Answered(line),
        "ChannelDtmfReceived" when e.Digit is { Length: 1 } digit => new DutyNews.KeyPressed(line, digit[0]),
        // Of an answered one only StasisEnd comes, of one that never was only ChannelDestroyed, with the cause (AriTranslator).
        "StasisEnd" => new DutyNews.Ended(line, DutyLineEnd.Failed),
        "ChannelDestroyed" => new DutyNews.Ended(line, EndOf(e)),
        _ => null,
    };

    private static DutyLineEnd EndOf(AriEvent e) => e.TechCause is >= 300 and < 400 ? DutyLineEnd.Failed : e.Cause switch
    {
        HangupCause.UserBusy => DutyLineEnd.Busy,
        HangupCause.CallRejected => DutyLineEnd.Refused,
        HangupCause.NoAnswer or HangupCause.NoUserResponse => DutyLineEnd.NoAnswer,
        _ => DutyLineEnd.Failed,
    };

    private async Task PlayAsync(DutyLine line, int reading, string[] media)
    {
        if (await SendAsync(AriDuty.Play(line, reading, media)) is { Ok: false, Exists: false } refused)
        {
            LogRefused("play", line.Channel, refused.Status, refused.Reason);
            _inbox.Post(new DutyNews.ReadingEnded(line, reading));
        }
    }

    private void Add(DutyLine line, Func<Task> work) => _lanes.Add(line.Channel, async () =>
    {
        if (_open)
        {
            await work();
        }
    });

    private Task<AriResult> SendAsync(AriRequest request) => _ari.SendAsync(request, CancellationToken.None);

    [LoggerMessage(1, LogLevel.Information, "{Command} on {Line} refused: {Status} {Reason}")]
    private partial void LogRefused(string command, string line, int status, string reason);
}
