using Hotline.Routing;

namespace Hotline.Telephony.Ari;

/// <summary>Which sound files make up a prompt (tools/prompts.sh makes them; recorded ones of the same name replace them).</summary>
internal static class PromptFiles
{
    private const string Folder = "sound:hotline/";

    /// <summary>The media list of ARI: played one after the other.</summary>
    public static string[] Of(Prompt prompt, AgentId? agent) => prompt switch
    {
        Prompt.Greeting => [Folder + "greeting", Folder + "recording-notice"],
        Prompt.AgentNumber => [Folder + "agent-number", .. Digits(agent), Folder + "at-your-service"],
        Prompt.LineLost => [Folder + "line-lost"],
        Prompt.AllBusy => [Folder + "all-busy"],
        _ => throw new ArgumentOutOfRangeException(nameof(prompt)),
    };

    private static IEnumerable<string> Digits(AgentId? agent) =>
        (agent?.Value ?? "").Where(char.IsAsciiDigit).Select(d => $"{Folder}digit-{d}");
}
