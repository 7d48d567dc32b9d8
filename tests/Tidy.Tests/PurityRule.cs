namespace Hotline.Tidy.Tests;

/// <summary>
/// What Routing and Tickets may not know: tasks, clocks, chance, threads, files, the network. Checked in the compiled code,
/// so that neither a `using static` nor a generated method gets by.
/// </summary>
internal static class PurityRule
{
    private static readonly string[] Types =
    [
        "System.TimeProvider", "System.Random", "System.Console", "System.AppContext", "System.AppDomain",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Runtime.CompilerServices.IAsyncStateMachine",
    ];

    private static readonly string[] Namespaces = ["System.Threading.", "System.IO.", "System.Net.", "System.Data.", "Microsoft."];

    // The compiler itself asks for these: for enumerators written with yield, and for events.
    private static readonly string[] CompilersOwn = ["System.Environment.get_CurrentManagedThreadId", "System.Threading.Interlocked"];

    private static readonly string[] Members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeZoneInfo.get_Local",
    ];

    public static IReadOnlyList<string> Violations(Assembly assembly) =>
    [
        .. assembly.ForeignTypes.Where(IsForbiddenType).Distinct().Order(StringComparer.Ordinal),
        .. assembly.ForeignMembers.Where(IsForbiddenMember).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsForbiddenType(string type) =>
        (Types.Contains(type) || Namespaces.Any(n => type.StartsWith(n, StringComparison.Ordinal)))
        && !CompilersOwn.Contains(type)
        && !IsAttribute(type);

    private static bool IsForbiddenMember(string member) =>
        Members.Contains(member)
        || (member.StartsWith("System.Environment.", StringComparison.Ordinal) && !CompilersOwn.Contains(member));

    // The compiler marks every assembly with attributes of its own, some of them in Microsoft.CodeAnalysis.
    private static bool IsAttribute(string type) => type.EndsWith("Attribute", StringComparison.Ordinal);
}
