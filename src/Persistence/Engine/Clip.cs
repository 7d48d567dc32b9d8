using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>
/// Text from outside (carriers, browsers) in the width of its column: what is too long is cut, since a ledger row or an
/// audit entry that is refused for its length would be worse.
/// </summary>
internal static class Clip
{
    public const int IdMax = 64;
    public const int LinkedIdMax = 128;
    public const int SipCallIdMax = 256;
    public const int NameMax = 200;
    public const int SubjectMax = 128;
    public const int PurposeMax = 400;
    public const int DetailMax = 8000;

    /// <summary>Storable text of at most <paramref name="max"/> UTF-16 code units, never half a character.</summary>
    public static string To(int max, string? text)
    {
        var kept = StorableText.Of(text);
        return kept.Length <= max ? kept : StorableText.Of(kept[..(char.IsHighSurrogate(kept[max - 1]) ? max - 1 : max)]);
    }

    public static string? ToOrNull(int max, string? text) => text is null ? null : To(max, text);
}
