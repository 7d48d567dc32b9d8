namespace Hotline.Testkit.Running;

/// <summary>Where the repository lies: above the test's binaries.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No Hotline.sln lies above {AppContext.BaseDirectory}.");
    }
}
