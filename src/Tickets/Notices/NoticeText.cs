using System.Collections.Frozen;
using System.Text;

namespace Hotline.Tickets.Notices;

/// <summary>
/// The words of a notice and what is filled into them. There is no placeholder for who called and from where: no message to a unit can hold it. What
/// a matter is about goes to units and leaders alone, and of a confidential ticket to nobody (SEC-05).
/// </summary>
public static class NoticeText
{
    /// <summary>A short message of more is split by most gateways into more than three.</summary>
    public const int SmsMax = 200;

    private static readonly FrozenSet<string> Citizens = Set("ticket", "code", "city", "unit", "due");
    private static readonly FrozenSet<string> CitizensSecret = Set("ticket", "code", "city");
    private static readonly FrozenSet<string> Others = Set("ticket", "city", "unit", "due", "timer", "title");
    private static readonly FrozenSet<string> OthersSecret = Set("ticket", "city", "unit", "due", "timer");

    /// <summary>The placeholders that may stand in a text.</summary>
    /// <param name="audience">For whom.</param>
    /// <param name="secret">Of a confidential ticket.</param>
    public static IReadOnlySet<string> Allowed(NoticeAudience audience, bool secret) =>
        audience == NoticeAudience.Citizen ? secret ? CitizensSecret : Citizens : secret ? OthersSecret : Others;

    /// <summary>What is wrong with a text, and what to write instead; null where nothing is.</summary>
    /// <param name="text">With placeholders in braces.</param>
    /// <param name="allowed">Those that may stand in it.</param>
    public static string? Problem(string text, IReadOnlySet<string> allowed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(allowed);
        var names = string.Join(", ", allowed.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"));
        foreach (var (piece, isName) in Pieces(text))
        {
            if (isName && !allowed.Contains(piece))
            {
                return $"holds {{{piece}}}, which is not said here; take it out, or write one of {names}";
            }

            if (!isName && piece.AsSpan().ContainsAny('{', '}'))
            {
                return $"has a brace without its other; write a placeholder as one of {names}";
            }
        }

        return null;
    }

    /// <summary>The text with what is known filled in; what is not stays out.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var filled = new StringBuilder();
        foreach (var (piece, isName) in Pieces(text))
        {
            filled.Append(!isName ? piece : values.TryGetValue(piece, out var value) ? value : "");
        }

        return filled.ToString();
    }

    // Text and names in turn; a brace that has no other is text.
    private static IEnumerable<(string Piece, bool IsName)> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                yield return (text[at..], false);
                yield break;
            }

            if (open > at)
            {
                yield return (text[at..open], false);
            }

            yield return (text[(open + 1)..close], true);
            at = close + 1;
        }
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
