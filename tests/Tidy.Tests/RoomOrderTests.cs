using System.Text.RegularExpressions;

namespace Hotline.Tidy.Tests;

/// <summary>The folders of the host stand one on the other (docs/ARCHITECTURE.md, "Inside the host"): none knows one that stands on it.</summary>
public sealed partial class RoomOrderTests
{
    private const string Host = "src/AgentHub/";

    private static readonly string[] FromTheGround =
        ["Texts", "Config", "Web", "Auth", "People", "Tickets", "Screens", "Calls", "Recordings", "Session", "Reference", "Health", "Contract"];

    [Fact]
    public void Folders_KnowOnlyThoseBelowThem() => Broken(Tree.Under(Host, ".cs").Select(file => (file, Tree.Read(file)))).ShouldBeEmpty();

    [Fact]
    public void EveryFolder_HasItsPlaceInTheOrder() =>
        Tree.Under(Host, ".cs").Select(FolderOf).Where(folder => folder.Length > 0).Distinct().ShouldBe(FromTheGround, ignoreOrder: true);

    [Fact]
    public void EveryFolder_StandsOnTheMap()
    {
        string map = Tree.Read("docs/ARCHITECTURE.md");
        FromTheGround.ShouldAllBe(folder => map.Contains($"`{folder}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using Hotline.AgentHub.Calls;")]
    [InlineData("Hotline.AgentHub.Contract.DeskContract.Write();")]
    public void Rule_SeesAnArrowUpwards(string text) => Broken([(Host + "Tickets/TicketsApi.cs", text)]).ShouldNotBeEmpty();

    private static IEnumerable<string> Broken(IEnumerable<(string File, string Text)> files) =>
        from file in files
        let place = Array.IndexOf(FromTheGround, FolderOf(file.File))
        where place >= 0
        from Match named in Named().Matches(file.Text)
        where Array.IndexOf(FromTheGround, named.Groups[1].Value) > place
        select $"{file.File} names {named.Value}";

    private static string FolderOf(string file) => file[Host.Length..] is var rest && rest.Contains('/', StringComparison.Ordinal) ? rest[..rest.IndexOf('/', StringComparison.Ordinal)] : "";

    [GeneratedRegex(@"Hotline\.AgentHub\.(\w+)")]
    private static partial Regex Named();
}
