using System.Text;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>
/// How text is made searchable, the same in every database. Chinese has no spaces between words and many words of two
/// characters, so every pair of neighbouring characters is a term; a longer word is found by its pairs and then compared
/// with the text itself. Letters are compared without case, full-width ones as their narrow forms.
/// </summary>
internal static class SearchText
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthDistance = FullWidthFirst - '!';

    /// <summary>What is searched of a ticket: its texts one under the other, folded.</summary>
    public static string Of(Ticket ticket) => string.Join(
        '\n', Fold(ticket.Form.Title), Fold(ticket.Form.Place), Fold(ticket.Form.RequesterName), Fold(ticket.Form.Text), Fold(ticket.Summary));

    /// <summary>The words of a query: folded, split at white space, each once.</summary>
    public static string[] Words(string query) =>
        [.. Fold(StorableText.Of(query)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The distinct pairs of a folded text. White space separates.</summary>
    public static HashSet<int> Pairs(string folded)
    {
        HashSet<int> pairs = [];
        for (var i = 1; i < folded.Length; i++)
        {
            if (!char.IsWhiteSpace(folded[i - 1]) && !char.IsWhiteSpace(folded[i]))
            {
                pairs.Add(unchecked((folded[i - 1] << 16) | folded[i]));
            }
        }

        return pairs;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var narrow = c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthDistance) : c;
            folded.Append(char.ToLowerInvariant(narrow));
        }

        return folded.ToString();
    }
}
