namespace Hotline.Requirements;

/// <summary>The result files that <c>./hotline test</c> leaves, one per suite, and how old what they ran on is.</summary>
public static class Results
{
    private const string ResultFolder = "artifacts/results", BuiltFolder = "artifacts/bin", Configuration = "release";

    /// <summary>What a suite runs on beside its own folder: the server, and the page that it serves.</summary>
    private static readonly string[] Server = [$"{BuiltFolder}/Hotline.AgentHub/{Configuration}", $"{BuiltFolder}/Hotline.Watchdog/{Configuration}"];
    private static readonly string[] ServerAndPage = [.. Server, "src/AgentHub/wwwroot"];

    /// <summary>All suites of the tree, with their results or without.</summary>
    /// <param name="root">The repository's folder.</param>
    public static IReadOnlyList<SuiteRun> Of(string root)
    {
        IEnumerable<string> projects = Directory.EnumerateDirectories(Path.Combine(root, "tests"), "*.Tests")
            .SelectMany(f => Directory.EnumerateFiles(f, "*.csproj")).Order(StringComparer.Ordinal);
        return [.. projects.Select(p => Of(root, Path.GetFileName(Path.GetDirectoryName(p)!), Path.GetFileNameWithoutExtension(p)))];
    }

    private static SuiteRun Of(string root, string suite, string project)
    {
        var more = suite switch { "Live.Tests" => Server, "Desk.Tests" => ServerAndPage, _ => [] };
        return SuiteRun.Read(suite, Path.Combine(root, ResultFolder, suite + ".xml"),
            NewestIn([$"{BuiltFolder}/{project}/{Configuration}", .. more], root));
    }

    /// <summary>When the newest of our assemblies and pages there was built; null where the first folder holds none.</summary>
    private static DateTimeOffset? NewestIn(string[] folders, string root)
    {
        FileInfo[][] files = [.. folders.Select(f => new DirectoryInfo(Path.Combine(root, f)))
            .Select(f => f.Exists ? f.EnumerateFiles("Hotline.*.dll").Concat(f.EnumerateFiles("index.html")).ToArray() : [])];
        return files[0].Length == 0 ? null : files.SelectMany(f => f).Max(f => f.LastWriteTimeUtc);
    }
}
