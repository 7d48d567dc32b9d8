using Hotline.Testkit.Running;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>What the real Asterisk 22 told, line by line (Golden/README.md).</summary>
public static class Golden
{
    /// <summary>The recorded flows, by name.</summary>
    public static TheoryData<string> Files => [.. Names];

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(SourceTree.Root, "tests", "Telephony.Tests", "Ari", "Golden");

    public static IReadOnlyList<string> Lines(string name) => File.ReadAllLines(Path.Combine(Folder, name + ".jsonl"));

    /// <summary>What the manager interface told in the same flow.</summary>
    public static string Manager(string name) => File.ReadAllText(Path.Combine(Folder, name + ".manager.txt"));
}
