using System.Diagnostics;

namespace Hotline.Tidy.Tests;

/// <summary>The files of the repository: what is tracked, and what would be with the next commit.</summary>
internal static class Tree
{
    private static readonly string[] NeverOurs = [".git", "artifacts", "bin", "obj", "node_modules", "wwwroot", "dist", ".cache"];
    private static readonly string[] Binary =
        [".png", ".jpg", ".ico", ".wav", ".al", ".ulaw", ".alaw", ".woff", ".woff2", ".db", ".gz", ".pcap", ".raw"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. ListFiles().Order(StringComparer.Ordinal)];

    public static IEnumerable<string> TextFiles => Files.Where(f => !Binary.Contains(Path.GetExtension(f)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<string> Under(string folder, string extension) =>
        Files.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && f.EndsWith(extension, StringComparison.Ordinal));

    private static IEnumerable<string> ListFiles()
    {
        // A tree from an archive has no git: then the folders that are never ours are left out by name.
        return AskGit() ?? Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(NeverOurs.Contains));
    }

    private static IEnumerable<string>? AskGit()
    {
        try
        {
            ProcessStartInfo ask = new("git", ["-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(ask)!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0
                ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Root, f)))
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull("the tests run inside the tree").FullName;
    }
}
