
namespace Hotline.AgentHub.Texts;

/// <summary>A caller's number as lists and queues show it: 138****6021 (desk.md §11). The whole one is asked for, and audited.</summary>
public static class MaskedNumber
{
    private const string Stars = "****";

    public static string Of(string number)
    {
        if (number.Length == 0)
        {
            return Text.Of("number.withheld");
        }
        var (head, tail) = number.Length switch
        {
            >= 11 => (3, 4),
            >= 7 => (2, 2),
            _ => (1, 0),
        };
        // Hostile caller names have surrogates: half of one is no text.
        var start = number[..head];
        var end = number[^tail..];
        return (char.IsHighSurrogate(start[^1]) ? start[..^1] : start) + Stars + (end.Length > 0 && char.IsLowSurrogate(end[0]) ? end[1..] : end);
    }
}
