using Hotline.Routing;
using Hotline.Telephony.Ami;

namespace Hotline.Telephony;

/// <summary>
/// Records a call on two tracks: left what the citizen says, right what he hears. MixMonitor with option D writes 16-bit
/// samples of both, interleaved, at 8 kHz; it belongs to the citizen's channel and ends with it.
/// </summary>
internal sealed class Recorder(AmiConnection ami, AsteriskOptions options, IInbox inbox)
{
    public async Task StartAsync(Effect.StartRecording effect)
    {
        var (started, reason) = (false, "");
        try
        {
            var answer = await ami.SendAsync(AmiMessage.Action("MixMonitor",
                ("Channel", effect.Leg.Channel), ("File", RecordingFiles.PathOf(options.Spool, effect.Call)), ("Options", "D")), CancellationToken.None);
            (started, reason) = (answer.Response.Ok, answer.Response["Message"]);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            reason = e.Message;
        }
        await inbox.PostAsync(new Input.RecordingChanged(effect.Call, started, reason), CancellationToken.None);
    }
}

/// <summary>Where recordings lie.</summary>
public static class RecordingFiles
{
    /// <summary>8 kHz, 16 bit, two channels: bytes a second.</summary>
    public const int BytesPerSecond = 8000 * 2 * 2;

    /// <summary>The raw file of a call: spool/monitor/hotline/CALL.raw.</summary>
    public static string PathOf(string spool, CallId call) => Path.Combine(spool, "monitor", "hotline", LegNames.Recording(call) + ".raw");
}
