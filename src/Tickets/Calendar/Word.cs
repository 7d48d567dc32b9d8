namespace Hotline.Tickets.Calendar;

/// <summary>How the members of an enum are written in data files: in camel case, and in no other way.</summary>
internal static class Word
{
    public static string Of<T>(T member)
        where T : struct, Enum
    {
        var name = member.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static bool TryParse<T>(string text, out T member)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out member) && Of(member) == text;

    /// <summary>All of them, for whoever has to be told what he may write.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));
}
