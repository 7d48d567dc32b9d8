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
    public void Project_refers_only_to_what_it_may_know(string project, string[] mayKnow) =>
        ProjectReferences(Tree.Read($"src/{project}/Hotline.{project}.csproj")).ShouldBeSubsetOf(mayKnow);

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Assembly_uses_only_what_it_may_know(string project, string[] mayKnow)
    {
        using var assembly = Assembly.Open($"Hotline.{project}");

        // What Telephony speaks in its public face (ids of Routing) comes along with it.
        string[] alongWith = mayKnow.Contains("Telephony") ? ["Routing"] : [];
        OurOwn(assembly.References).ShouldBeSubsetOf([.. mayKnow, .. alongWith]);
    }

    [Theory]
    [InlineData("Routing")]
    [InlineData("Tickets")]
    public void Core_needs_only_the_base_libraries(string core)
    {
        using var assembly = Assembly.Open($"Hotline.{core}");

        assembly.References.ShouldAllBe(r => r == "System" || r.StartsWith("System.", StringComparison.Ordinal));
        Tree.Read($"src/{core}/Hotline.{core}.csproj").ShouldNotContain("PackageReference");
        Tree.Read($"src/{core}/Hotline.{core}.csproj").ShouldNotContain("FrameworkReference");
    }

    /// <summary>Hosting and logging come with the web framework; the web itself is the host's.</summary>
    [Theory]
    [InlineData("Exchange")]
    [InlineData("Upkeep")]
    public void Loop_knows_no_web_server(string project)
    {
        using var assembly = Assembly.Open($"Hotline.{project}");

        assembly.References.ShouldAllBe(r => !r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_has_its_arrows() =>
        Tree.Under("src/", ".csproj").Select(f => f.Split('/')[1]).ShouldBe(Arrows.Select(a => a.Data.Item1), ignoreOrder: true);

    [Fact]
    public void Rule_sees_a_reference()
    {
        ProjectReferences("""<Project><ItemGroup><ProjectReference Include="../Telephony/Hotline.Telephony.csproj" /></ItemGroup></Project>""")
            .ShouldBe(["Telephony"]);
        using var specimen = Assembly.Open("Hotline.Tidy.Tests");
        OurOwn(specimen.References).ShouldContain("Requirements");
    }

    private static IEnumerable<string> ProjectReferences(string project) => XDocument.Parse(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))
            .Replace("Hotline.", "", StringComparison.Ordinal));

    private static IEnumerable<string> OurOwn(IEnumerable<string> references) =>
        references.Where(r => r.StartsWith("Hotline.", StringComparison.Ordinal)).Select(r => r["Hotline.".Length..]);
}
