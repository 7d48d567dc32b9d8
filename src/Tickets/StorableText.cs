using System.Text;

namespace Hotline.Tickets;

/// <summary>
/// Text that every database can keep: without NUL (PostgreSQL refuses it, SQLite's readers stop at it) and without halves
/// of surrogate pairs (no UTF-8 for them). Everything else, quotes and markup included, is kept as it was typed.
/// </summary>
public static class StorableText
{
    /// <summary>The text with NUL left out and each lone surrogate as U+FFFD.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    /// <summary>The text, or null where nothing but white space is left.</summary>
    public static string? OrNull(string? text)
    {
        var kept = Of(text).Trim();
        return kept.Length == 0 ? null : kept;
    }
}
