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
                ("Channel", effect.Leg.Channel), ("File", RecordingFiles.PathOf(options.Spool, effect.Call)), ("Options", "D")),
                CancellationToken.None);
            (started, reason) = (answer.Response.Ok, answer.Response["Message"]);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            reason = e.Message;
        }
        await inbox.PostAsync(new Input.RecordingChanged(effect.Leg.Node, effect.Call, started, reason), CancellationToken.None);
    }
}
