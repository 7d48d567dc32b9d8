using Hotline.AgentHub.Config;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>The cities in the tree, and copies of them to spoil.</summary>
internal static class Cities
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static string Root { get; } = FindRoot();

    public static CityConfiguration Kaifeng { get; } = CityConfiguration.Load(Folder("kaifeng"));

    public static CityConfiguration Zhejiang { get; } = CityConfiguration.Load(Folder("zhejiang"));

    public static CityConfiguration Ziyang { get; } = CityConfiguration.Load(Folder("ziyang"));

    public static string Folder(string city) => Path.Combine(Root, "config", city);

    public static IEnumerable<NumberPolicy> ListOf(CityConfiguration city, string list) => city.Numbers.Policies.Where(p => p.List == list);

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
