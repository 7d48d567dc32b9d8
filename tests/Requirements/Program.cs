using Hotline.Requirements;

// Prints how far each requirement of docs/requirements.tsv is proven by the tests that were last built.
string root = args is [{ } given, ..] ? given : Environment.CurrentDirectory;
string list = Path.Combine(root, "docs", "requirements.tsv");
if (!File.Exists(list))
{
    Console.Error.WriteLine($"{list} is missing; give the folder of the repository as the first word.");
    return 2;
}

List<RequirementMark> marks = [];
foreach (string project in Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories).Order())
{
    string name = Path.GetFileNameWithoutExtension(project);
    string built = Path.Combine(root, "artifacts", "bin", name);
    FileInfo? newest = Directory.Exists(built)
        ? new DirectoryInfo(built).EnumerateFiles(name + ".dll", SearchOption.AllDirectories)
            .Where(f => !f.FullName.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .MaxBy(f => f.LastWriteTimeUtc)
        : null;
    if (newest is null)
    {
        Console.Error.WriteLine($"{name} is not built: its tests are not counted (dotnet build {Path.GetRelativePath(root, project)}).");
    }
    else
    {
        marks.AddRange(MarkReader.Read(newest.FullName));
    }
}

RequirementReport report = new(Requirement.Parse(File.ReadLines(list)), marks);
report.Write(Console.Out);
foreach (string id in report.Unknown)
{
    Console.Error.WriteLine($"{id} is named by a test but stands in no line of docs/requirements.tsv.");
}

return report.Unknown.Count == 0 ? 0 : 1;
