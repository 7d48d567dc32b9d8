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
        var common = Path.Combine(Common, name);
        return !File.Exists(own) && File.Exists(common) ? common : own;
    }

    /// <summary>The files of a folder with an extension, of the city and of all cities; of one name the city's own.</summary>
    public IEnumerable<string> All(string name, string extension) =>
        from file in In(Path.Combine(folder, name)).Concat(In(Path.Combine(Common, name)))
        where Path.GetExtension(file) == extension
        group file by Path.GetFileName(file) into same
        orderby same.Key
        select same.First();

    /// <summary>The file of all cities where the city has its own of that name; null otherwise.</summary>
    public string? Overridden(string name)
    {
        var common = Path.Combine(Common, name);
        return File.Exists(common) && Find(name) != common ? common : null;
    }

    private string Common => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? folder, "common");

    private static IEnumerable<string> In(string place) => Directory.Exists(place) ? Directory.EnumerateFiles(place) : [];
}
