using System.Globalization;
using System.Net;
using Hotline.Testkit.Sound;

namespace Hotline.Testkit.Sip;

/// <summary>Somebody who calls through the carrier's trunk.</summary>
public sealed class Citizen : IAsyncDisposable
{
    public const string CarrierAddress = "127.0.0.2";
    private readonly SippProcess _sipp;
    private readonly Task _speaking;
    private readonly IPAddress _asterisk;
    private int _hangsUp;

    private Citizen(string name, IPEndPoint here, IPEndPoint asterisk, string called, string from, Tone tone)
    {
        _asterisk = asterisk.Address;
        Ear = new RtpPeer(name, here.Address, tone);
        _sipp = SippProcess.Start(name, "citizen", here, asterisk, ("CALLED", called), ("FROM", from), ("MEDIA_PORT", $"{Ear.Port}"));
        // SIPp's own form of Call-ID, for its first and only call.
        CallId = $"1-{_sipp.ProcessId}@{here.Address}";
        _speaking = Task.Run(SpeakWhenAnsweredAsync);
    }

    public RtpPeer Ear { get; }

    public Tone Tone => Ear.Tone;

    /// <summary>SIP Call-ID.</summary>
    public string CallId { get; }

    /// <summary>Calls a number.</summary>
    /// <param name="asterisk">Where Asterisk takes SIP.</param>
    /// <param name="called">The number dialled.</param>
    /// <param name="from">The caller's number, or a whole From header where it holds a bracket.</param>
    /// <param name="tone">His voice.</param>
    /// <param name="address">Whence he calls: the carrier's address, or a stranger's.</param>
    public static Citizen Calls(IPEndPoint asterisk, string called, string from, Tone tone, string address = CarrierAddress) =>
        new($"citizen {(from.Length > 40 ? from[..40] : from)}", SippProcess.FreeEndPoint(address), asterisk, called,
            from.Contains('<', StringComparison.Ordinal) ? from : $"<sip:{from}@{address}>", tone);

    /// <summary>Waits until the line is answered (by the system: music or a voice is heard).</summary>
    public Task AnsweredAsync() => _sipp.Said.FirstAsync(l => Is(l, "@answered"), "the line's answer");

    /// <summary>Once: told twice, the telephone falls over its own goodbye.</summary>
    public Task HangUpAsync() => Interlocked.Exchange(ref _hangsUp, 1) == 0 ? _sipp.DoAsync(CallId, "hang up") : Task.CompletedTask;

    /// <summary>His telephone loses its power, or the line behind it broke: no goodbye is said.</summary>
    public void Abandon()
    {
        Ear.FallSilent();
        _sipp.Kill();
    }

    /// <summary>How it ended: "ended own", "ended far", "ended cancelled", or "refused" and the SIP code.</summary>
    public async Task<string> EndAsync(TimeSpan? limit = null) =>
        (await _sipp.Said.FirstAsync(l => Is(l, "@ended") || Is(l, "@refused"), "the end of the call", limit))[1..];

    /// <summary>True while nobody has hung up.</summary>
    public bool IsConnected => _sipp.Said.All.Any(l => Is(l, "@answered")) && !_sipp.Said.All.Any(l => Is(l, "@ended") || Is(l, SippProcess.Gone));

    public async ValueTask DisposeAsync()
    {
        if (IsConnected)
        {
            await HangUpAsync();
            await _sipp.EndedAsync();
        }
        await _sipp.DisposeAsync();
        await _speaking;
        Ear.Dispose();
    }

    private async Task SpeakWhenAnsweredAsync()
    {
        var line = await _sipp.Said.FirstAsync(l => Is(l, "@answered") || Is(l, SippProcess.Gone), "the line's answer", Timeout.InfiniteTimeSpan);
        if (Is(line, "@answered"))
        {
            Ear.SpeakTo(
                new IPEndPoint(_asterisk, int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)));
        }
    }

    private static bool Is(string line, string word) => line.StartsWith(word, StringComparison.Ordinal);
}
