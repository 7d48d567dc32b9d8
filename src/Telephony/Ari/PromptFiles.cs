using Hotline.Routing;

namespace Hotline.Telephony.Ari;

/// <summary>Which sound files make up a prompt (tools/prompts.sh makes them; recorded ones of the same name replace them).</summary>
internal static class PromptFiles
{
    private const string Folder = "sound:hotline/";

    /// <summary>A longer wait is not named: nobody would believe it.</summary>
    private static readonly TimeSpan LongestNamedWait = TimeSpan.FromMinutes(30);

    /// <summary>The media list of ARI: played one after the other.</summary>
    public static string[] Of(Effect.PlayPrompt play) => play.Prompt switch
    {
        Prompt.Greeting => [Folder + "greeting", Folder + "recording-notice"],
        Prompt.AgentNumber => [Folder + "agent-number", .. Digits(play.Agent), Folder + "at-your-service"],
        Prompt.LineLost => [Folder + "line-lost"],
        Prompt.AllBusy => [Folder + "all-busy"],
        Prompt.CallBackOffer => [Folder + "call-back-offer"],
        Prompt.CallBackTaken => [Folder + "call-back-taken"],
        Prompt.Place => [.. PlaceIn(play.Place)],
        _ => throw new ArgumentOutOfRangeException(nameof(play)),
    };

    /// <summary>What somebody on duty hears: what it is, the last digits of its number, and the keys.</summary>
    public static string[] DutyNotice(bool special, string number) =>
    [
        Folder + "duty-notice", Folder + (special ? "duty-special-urgent" : "duty-special"), Folder + "duty-number", .. Digits(number),
        Folder + "duty-keys",
    ];

    /// <summary>He acknowledged.</summary>
    public static string[] DutyThanks => [Folder + "duty-thanks"];

    /// <summary>您前面还有三位来电，预计等待两分钟，请稍候。</summary>
    private static IEnumerable<string> PlaceIn(QueuePlace? place)
    {
        if (place?.Ahead is 0)
        {
            yield return Folder + "you-are-next";
        }
        else if (place?.Ahead is { } ahead)
        {
            yield return Folder + "before-you";
            foreach (var file in Count(ahead))
            {
                yield return file;
            }
            yield return Folder + "callers";
        }
        if (place?.Wait is { } wait && wait <= LongestNamedWait)
        {
            yield return Folder + "expected-wait";
            foreach (var file in Count(Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))))
            {
                yield return file;
            }
            yield return Folder + "minutes";
        }
        yield return Folder + "please-wait";
    }

    /// <summary>A number of things from 1 to 100, as it is spoken: 两, 十二, 三十五.</summary>
    private static IEnumerable<string> Count(int number)
    {
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        return (number, hundreds, tens, ones) switch
        {
            (2, _, _, _) => [Folder + "count-2"],
            (_, > 0, _, _) => [Folder + "count-1", Folder + "hundred"],
            (_, _, 0, _) => [One(ones)],
            _ => [.. tens > 1 ? new[] { One(tens) } : [], Folder + "ten", .. ones > 0 ? new[] { One(ones) } : []],
        };
    }

    /// <summary>Telephone numbers say 幺, counts say 一.</summary>
    private static string One(int digit) => Folder + (digit == 1 ? "count-1" : Invariant($"digit-{digit}"));

    private static IEnumerable<string> Digits(AgentId? agent) => Digits(agent?.Value ?? "");

    private static IEnumerable<string> Digits(string text) => text.Where(char.IsAsciiDigit).Select(d => $"{Folder}digit-{d}");
}
