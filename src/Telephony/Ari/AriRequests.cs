using Hotline.Routing;
using Hotline.Telephony.Sip;

namespace Hotline.Telephony.Ari;

/// <summary>The floor's verbs as commands of ARI. Pure. (Recording and the fallback queue go by AMI.)</summary>
internal sealed class AriRequests(string app)
{
    // An empty id would be the citizen's own, which his channel has: Asterisk tells a trusted trunk also what is withheld.
    private const string Anonymous = "\"Anonymous\" <anonymous>";

    // Whom we dial may ask us to call another number (302): Asterisk would, through the dialplan of the trunk, as if a citizen had called.
    private const string ForwardContext = "FORWARD_CONTEXT", Nowhere = "nowhere";

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
        Effect.DialParty e => Dial(e),
        Effect.HangUp e => Delete(Invariant($"channels/{Id(e.Leg)}?reason_code={e.Cause}")),
        Effect.RemoveOrphan e => Delete($"channels/{Id(e.Leg)}"),
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

    private AriRequest Dial(Effect.DialParty e) => Post($"channels/{Id(e.Leg)}", new AriBody
    {
        Endpoint = $"PJSIP/{OutsideText.Digits(e.Target)}@{e.Trunk}",
        App = app,
        AppArgs = "party",
        CallerId = e.Caller.Length > 0 ? OutsideText.Digits(e.Caller, OutsideText.CallerMax) : Anonymous,
        Originator = e.CitizenLeg.Channel,
        Timeout = (int)Math.Ceiling(e.Timeout.TotalSeconds) + 2,
        Variables = e.Caller.Length > 0
            ? new() { [ForwardContext] = Nowhere }
            : new() { [ForwardContext] = Nowhere, ["PJSIP_HEADER(add,Privacy)"] = "id" },
    });

    private static string Id(LegId leg) => Uri.EscapeDataString(leg.Channel);

    private static AriRequest Post(string path, AriBody? body = null) => new(HttpMethod.Post, path, body);

    private static AriRequest Delete(string path) => new(HttpMethod.Delete, path);
}
