using System.Xml.Linq;

namespace Hotline.Tidy.Tests;

/// <summary>Who may know whom (docs/ARCHITECTURE.md). Project files say what may be used, assemblies what is.</summary>
public sealed class ArrowTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Routing", [] },
        { "Tickets", [] },
        { "Upkeep", [] },
        { "Telephony", ["Routing", "Upkeep"] },
        { "Persistence", ["Routing", "Tickets", "Upkeep"] },
        { "Exchange", ["Routing"] },
        { "AgentHub", ["Exchange", "Persistence", "Routing", "Telephony", "Tickets", "Upkeep"] },
        { "Watchdog", ["Telephony"] },
        { "Simulator", ["Routing"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Project_RefersOnlyToWhatItMayKnow(string project, string[] mayKnow) =>
        ProjectReferences(Tree.Read($"src/{project}/Hotline.{project}.csproj")).ShouldBeSubsetOf(mayKnow);

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Assembly_UsesOnlyWhatItMayKnow(string project, string[] mayKnow)
    {
        using Assembly assembly = Assembly.Open($"Hotline.{project}");

        // What Telephony speaks in its public face (ids of Routing) comes along with it.
        string[] alongWith = mayKnow.Contains("Telephony") ? ["Routing"] : [];
        OurOwn(assembly.References).ShouldBeSubsetOf([.. mayKnow, .. alongWith]);
    }

    [Theory]
    [InlineData("Routing")]
    [InlineData("Tickets")]
    public void Core_NeedsOnlyTheBaseLibraries(string core)
    {
        using Assembly assembly = Assembly.Open($"Hotline.{core}");

        assembly.References.ShouldAllBe(r => r == "System" || r.StartsWith("System.", StringComparison.Ordinal));
        Tree.Read($"src/{core}/Hotline.{core}.csproj").ShouldNotContain("PackageReference");
        Tree.Read($"src/{core}/Hotline.{core}.csproj").ShouldNotContain("FrameworkReference");
    }

    /// <summary>Hosting and logging come with the web framework; the web itself is the host's.</summary>
    [Theory]
    [InlineData("Exchange")]
    [InlineData("Upkeep")]
    public void Loop_KnowsNoWebServer(string project)
    {
        using Assembly assembly = Assembly.Open($"Hotline.{project}");

        assembly.References.ShouldAllBe(r => !r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryProject_HasItsArrows() =>
        Tree.Under("src/", ".csproj").Select(f => f.Split('/')[1]).ShouldBe(Arrows.Select(a => a.Data.Item1), ignoreOrder: true);

    [Fact]
    public void Rule_SeesAReference()
    {
        ProjectReferences("""<Project><ItemGroup><ProjectReference Include="../Telephony/Hotline.Telephony.csproj" /></ItemGroup></Project>""")
            .ShouldBe(["Telephony"]);
        using Assembly specimen = Assembly.Open("Hotline.Tidy.Tests");
        OurOwn(specimen.References).ShouldContain("Requirements");
    }

    private static IEnumerable<string> ProjectReferences(string project) => XDocument.Parse(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')).Replace("Hotline.", "", StringComparison.Ordinal));

    private static IEnumerable<string> OurOwn(IEnumerable<string> references) =>
        references.Where(r => r.StartsWith("Hotline.", StringComparison.Ordinal)).Select(r => r["Hotline.".Length..]);
}
