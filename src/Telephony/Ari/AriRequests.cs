using Hotline.Routing;
using Hotline.Telephony.Sip;

namespace Hotline.Telephony.Ari;

/// <summary>The floor's verbs as commands of ARI. Pure. (Recording and the fallback queue go by AMI.)</summary>
internal sealed class AriRequests(string app)
{
    private const string Anonymous = "anonymous";

    // Whom we dial may ask us to call another number (302): Asterisk would, through the dialplan of the trunk, as if a citizen had called.
    internal const string ForwardContext = "FORWARD_CONTEXT", Nowhere = "nowhere";

    public AriRequest? Of(Effect effect) => effect switch
    {
        Effect.AnswerCall e => Post($"channels/{Id(e.Leg)}/answer"),
        Effect.OpenBridge e => Post($"bridges/{LegNames.Bridge(e.Call)}", new AriBody { Type = "mixing" }),
        Effect.JoinBridge e =>
            Post($"bridges/{LegNames.Bridge(e.Call)}/addChannel", new AriBody { Channel = e.Leg.Channel, InhibitConnectedLineUpdates = true }),
        Effect.LeaveBridge e => Post($"bridges/{LegNames.Bridge(e.Call)}/removeChannel", new AriBody { Channel = e.Leg.Channel }),
        Effect.CloseBridge e => Delete($"bridges/{LegNames.Bridge(e.Call)}"),
        Effect.PlayPrompt e =>
            Post($"bridges/{LegNames.Bridge(e.Call)}/play/{LegNames.Playback(e.Call, e.Prompt)}", new AriBody { Media = PromptFiles.Of(e) }),
        Effect.StopPrompt e => Delete($"playbacks/{LegNames.Playback(e.Call, e.Prompt)}"),
        Effect.StartMusic e => Post($"channels/{Id(e.Leg)}/moh"),
        Effect.StopMusic e => Delete($"channels/{Id(e.Leg)}/moh"),
        Effect.RingAgent e => Ring(e),
        Effect.DialParty e => Create(e),
        Effect.HangUp e => Delete(Invariant($"channels/{Id(e.Leg)}?reason_code={e.Cause}")),
        Effect.RemoveOrphan e => Remove(e.Leg),
        Effect.MarkCall e => Post($"channels/{Id(e.Leg)}/variable", new AriBody { Variable = AriTranslator.MarkVariable, Value = e.Mark.Encode() }),
        _ => null,
    };

    private AriRequest Ring(Effect.RingAgent e) => Post($"channels/{Id(e.Leg)}", new AriBody
    {
        Endpoint = $"PJSIP/{e.Phone.Endpoint}",
        App = app,
        AppArgs = "agent",
        // The agent's phone shows the number dialled; who calls comes with the desk's pop, masked.
        CallerId = OutsideText.Digits(e.Dialled),
        Timeout = (int)Math.Ceiling(e.Timeout.TotalSeconds) + 2, // ours comes first; Asterisk's is the net below it
        Variables = new()
        {
            ["PJSIP_HEADER(add,X-Hotline-Call)"] = e.Call.Value,
            ["PJSIP_HEADER(add,X-Hotline-Resume)"] = e.Resume ? "1" : "0",
            [ForwardContext] = Nowhere,
        },
    });

    /// <summary>
    /// A third party's channel, which is with us before it is dialled: so that its line can be heard before it is answered.
    /// </summary>
    private AriRequest Create(Effect.DialParty e) => Post("channels/create", new AriBody
    {
        ChannelId = e.Leg.Channel,
        Endpoint = $"PJSIP/{OutsideText.Digits(e.Target)}@{e.Trunk}",
        App = app,
        AppArgs = "party",
        Originator = e.CitizenLeg.Channel,
        Variables = Shown(e.Caller, OutsideText.Digits(e.Target)),
    });

    /// <summary>Whom the line is called by, and, for whoever lists channels, whom it calls.</summary>
    private static Dictionary<string, string> Shown(string caller, string target)
    {
        var variables = new Dictionary<string, string>
        {
            [ForwardContext] = Nowhere,
            ["CALLERID(num)"] = target,
            ["CONNECTEDLINE(num,i)"] = caller.Length > 0 ? OutsideText.Digits(caller, OutsideText.CallerMax) : Anonymous, // i: tells nobody
        };
        if (caller.Length == 0)
        {
            variables["CONNECTEDLINE(name,i)"] = "Anonymous";
            variables["PJSIP_HEADER(add,Privacy)"] = "id";
        }
        return variables;
    }

    /// <summary>The second half of a <see cref="Effect.DialParty"/>: its channel is there, and rings.</summary>
    public static AriRequest Dial(Effect.DialParty e) =>
        Post($"channels/{Id(e.Leg)}/dial", new AriBody { Timeout = (int)Math.Ceiling(e.Timeout.TotalSeconds) + 2 });

    /// <summary>The place where a third party's line and the agent's ear meet.</summary>
    public static AriRequest OpenEar(LegId party) => Post($"bridges/{LegNames.Ear(party)}", new AriBody { Type = "mixing" });

    public static AriRequest IntoEar(LegId party, string channel) =>
        Post($"bridges/{LegNames.Ear(party)}/addChannel", new AriBody { Channel = channel });

    /// <summary>What is said into it, the listener hears beside his talk; it says nothing itself.</summary>
    public AriRequest Listen(LegId party, LegId listener) =>
        Post($"channels/{Id(listener)}/snoop/{LegNames.Ear(party)}", new AriBody { App = app, Whisper = "out" });

    public static AriRequest StopListening(LegId party) => Delete($"channels/{LegNames.Ear(party)}");

    public static AriRequest CloseEar(LegId party) => Delete($"bridges/{LegNames.Ear(party)}");

    public static AriRequest Remove(LegId leg) => Delete($"channels/{Id(leg)}");

    private static string Id(LegId leg) => Uri.EscapeDataString(leg.Channel);

    private static AriRequest Post(string path, AriBody? body = null) => new(HttpMethod.Post, path, body);

    private static AriRequest Delete(string path) => new(HttpMethod.Delete, path);
}
