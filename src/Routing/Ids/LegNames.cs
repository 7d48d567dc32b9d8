namespace Hotline.Routing;

/// <summary>
/// Ids that we choose for what we make in Asterisk. They say what a thing is, so that a listing alone tells whose it is:
/// <c>CALL.b</c> the bridge, <c>CALL.aN.AGENT</c> the n-th ring, <c>CALL.pN</c> the n-th third party, <c>CALL.PROMPT.N</c> a playback.
/// </summary>
public static class LegNames
{
    private const string EarPrefix = "ear-";

    public static string Bridge(CallId call) => call.Value + ".b";
    public static string Agent(CallId call, int ring, AgentId agent) => Invariant($"{call.Value}.a{ring}.{agent.Value}");
    public static string Party(CallId call, int n) => Invariant($"{call.Value}.p{n}");
    public static string Playback(CallId call, Prompt prompt) => $"{call.Value}.{prompt}";

    /// <summary>Through which the agent hears a third party's line before it is answered: <c>ear-LEG</c>; no leg of a call.</summary>
    public static string Ear(LegId party) => EarPrefix + party.Channel;
    public static bool IsEar(string name) => name.StartsWith(EarPrefix, StringComparison.Ordinal);
    public static string Recording(CallId call) => call.Value;

    /// <summary>The call that a name belongs to; null where it is none of ours.</summary>
    public static CallId? CallOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 1 && name[0] == 'c' && dot + 1 < name.Length && !char.IsAsciiDigit(name[dot + 1]) ? new CallId(name[..dot]) : null;
    }

    /// <summary>Reads an agent's leg: its agent; null where the name is no agent's leg.</summary>
    public static AgentId? AgentOf(string name)
    {
        if (CallOf(name) is not { } call || name.Length <= call.Value.Length + 1 || name[call.Value.Length + 1] != 'a')
        {
            return null;
        }
        var dot = name.IndexOf('.', call.Value.Length + 1);
        return dot > 0 ? new AgentId(name[(dot + 1)..]) : null;
    }

    /// <summary>True for the leg of a third party.</summary>
    public static bool IsParty(string name) =>
        CallOf(name) is { } call && name.Length > call.Value.Length + 1 && name[call.Value.Length + 1] == 'p' && char.IsAsciiDigit(name[^1]);

    /// <summary>Reads a playback's name.</summary>
    public static Prompt? PromptOf(string name) =>
        CallOf(name) is { } call && Enum.TryParse<Prompt>(name.AsSpan(call.Value.Length + 1), out var prompt) ? prompt : null;
}
