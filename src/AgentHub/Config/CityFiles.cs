namespace Hotline.AgentHub.Config;

/// <summary>Where a city's files lie: in its own folder, else in the folder <c>common</c> beside it.</summary>
internal sealed class CityFiles(string folder, List<ConfigurationProblem> problems)
{
    public string Folder => folder;

    public List<ConfigurationProblem> Problems => problems;

    public CsvTable Table(string name, params IReadOnlyList<string> columns) => CsvTable.Read(Find(name), columns, problems);

    /// <summary>A table whose last column came later: one of before lacks it, and is read all the same.</summary>
    public CsvTable TableWithLater(string name, string later, params IReadOnlyList<string> columns) =>
        CsvTable.Read(Find(name), [.. columns, later], problems, [later]);

    /// <summary>The path of a file that may be absent; null when it is.</summary>
    public string? FindOptional(string name) => Find(name) is { } path && File.Exists(path) ? path : null;

    public string Find(string name)
    {
        var own = Path.Combine(folder, name);
        var common = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? folder, "common", name);
        return !File.Exists(own) && File.Exists(common) ? common : own;
    }
}
