using System.Diagnostics.CodeAnalysis;

namespace Hotline.Tickets;

/// <summary>
/// The written form of the enums of this project, the same on the wire and in the database: the member's name in camel
/// case, for example <c>answeredDirect</c>. Renaming a member is a change of both.
/// </summary>
public static class Code
{
    /// <summary>The code of a member.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => Names<T>.Codes[member];

    /// <summary>The code of a member, or null.</summary>
    public static string? Of<T>(T? member)
        where T : struct, Enum => member is { } present ? Of(present) : null;

    /// <summary>The member of a code; false for any other text.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? code, out T member)
        where T : struct, Enum
    {
        member = default;
        return code is not null && Names<T>.Members.TryGetValue(code, out member);
    }

    /// <summary>The member of a code that must be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static T Parse<T>(string code)
        where T : struct, Enum =>
            TryParse(code, out T member) ? member : throw new FormatException($"'{code}' is no {typeof(T).Name}.");

    private static class Names<T>
        where T : struct, Enum
    {
        internal static readonly Dictionary<T, string> Codes =
            Enum.GetValues<T>().ToDictionary(member => member, member => CamelCase(member.ToString()));

        internal static readonly Dictionary<string, T> Members =
            Codes.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
