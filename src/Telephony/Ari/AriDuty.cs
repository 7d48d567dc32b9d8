using Hotline.Telephony.Sip;

namespace Hotline.Telephony.Ari;

/// <summary>What is done on lines to people on duty, as commands of ARI. Pure.</summary>
internal static class AriDuty
{
    public static AriRequest Ring(string app, DutyLine line, string number, string trunk, string caller, TimeSpan limit) => new(
        HttpMethod.Post, $"channels/{Id(line)}", new AriBody
        {
            Endpoint = $"PJSIP/{OutsideText.Digits(number)}@{trunk}",
            App = app,
            AppArgs = "duty",
            CallerId = OutsideText.Digits(caller),
            Timeout = (int)Math.Ceiling(limit.TotalSeconds) + 2, // ours comes first; Asterisk's is the net below it
            Variables = new() { [AriRequests.ForwardContext] = AriRequests.Nowhere },
        });

    public static AriRequest Play(DutyLine line, int reading, string[] media) =>
        new(HttpMethod.Post, $"channels/{Id(line)}/play/{Uri.EscapeDataString(line.Playback(reading))}", new AriBody { Media = media });

    public static AriRequest StopPlayback(DutyLine line, int reading) =>
        new(HttpMethod.Delete, $"playbacks/{Uri.EscapeDataString(line.Playback(reading))}");

    public static AriRequest HangUp(DutyLine line) => new(HttpMethod.Delete, $"channels/{Id(line)}");

    private static string Id(DutyLine line) => Uri.EscapeDataString(line.Channel);
}
