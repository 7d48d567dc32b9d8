using System.Text.RegularExpressions;

namespace Hotline.Tidy.Tests;

/// <summary>
/// The folders of a project stand one on the other (docs/ARCHITECTURE.md, "Inside a project"): none knows one that stands on it. What lies
/// in no folder stands on all of them, where it has no place of its own in the order.
/// </summary>
public sealed partial class RoomOrderTests
{
    private const string NoFolder = "";

    private static readonly Dictionary<string, string[]> FromTheGround = new()
    {
        ["Routing"] = ["Ids", "Skills", "Numbers", "Facts", "Effects", "Queues", "Floor", "Inputs", "Agents", "Offers", "Calls", "Nodes", "Journal"],
        ["Tickets"] = ["Calendar", "Deadlines", NoFolder, "Loop", "Duty"],
        ["Exchange"] = ["Callers", "Truth", "Journal"],
        ["Telephony"] = ["Ports", "Ami", "Sip", "Ari", "Cel"],
        ["Persistence"] = ["Engine", "Schema", "Accounts", "Records", "Calls", "Tickets", "WriteBehind"],
        ["Simulator"] = ["Scenarios", "Results", "Laws", "Running"],
        ["AgentHub"] =
        [
            "Texts", "Config", "Web", "Auth", "People", "Deadlines", "Tickets", "Duty", "Cases", "Screens", "Calls", "Recordings", "Session", "Reference",
            "Trail", "Backup", "Health", "Contract",
        ],
    };

    public static TheoryData<string> Projects => [.. FromTheGround.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_know_only_those_below_them(string project) => Broken(project, Sources(project)).ShouldBeEmpty();

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        foreach (var project in Tree.Under("src/", ".csproj").Select(file => file.Split('/')[1]))
        {
            Sources(project).Select(source => FolderOf(source.File)).Where(folder => folder.Length > 0).Distinct()
                .ShouldBe(FromTheGround.GetValueOrDefault(project, []).Where(folder => folder != NoFolder), ignoreOrder: true, project);
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_stands_on_the_map(string project)
    {
        var map = Tree.Read("docs/ARCHITECTURE.md");
        FromTheGround[project].Where(folder => folder != NoFolder).ShouldAllBe(folder => map.Contains($"`{folder}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using Hotline.AgentHub.Calls;")]
    [InlineData("Hotline.AgentHub.Contract.DeskContract.Write();")]
    [InlineData("    private readonly CallsApi? _calls;")]
    [InlineData("    var calls = new CallsApi();")]
    [InlineData("    List<CallsApi> Calls();")]
    public void Rule_sees_an_arrow_upwards(string text) =>
        Broken("AgentHub", [.. Sources("AgentHub"), ("src/AgentHub/Tickets/New.cs", text)]).ShouldNotBeEmpty();

    [Theory]
    [InlineData("    // CallsApi lists them")]
    [InlineData("    private readonly string CallsApi = \"CallsApi\";")]
    [InlineData("    shown.CallsApi();")]
    public void Rule_sees_no_arrow_in_a_word(string text) =>
        Broken("AgentHub", [.. Sources("AgentHub"), ("src/AgentHub/Tickets/New.cs", text)]).ShouldBeEmpty();

    private static List<(string File, string Text)> Sources(string project) =>
        [.. Tree.Under($"src/{project}/", ".cs").Select(file => (file, Tree.Read(file)))];

    private static List<string> Broken(string project, List<(string File, string Text)> files)
    {
        List<(string File, string Text)> sources = [.. files.Select(file => (file.File, Prose().Replace(file.Text, "")))];

        // A name that two folders give to a type of theirs says nothing about which is meant; neither does one that a file gives to one of its own.
        var folderOf = sources
            .SelectMany(source => Declared().Matches(source.Text).Select(match => (Name: match.Groups[1].Value, Folder: FolderOf(source.File))))
            .Distinct().GroupBy(type => type.Name).Where(types => types.Count() == 1).ToDictionary(types => types.Key, types => types.First().Folder);
        return
        [
            .. from source in sources
               let place = Place(project, FolderOf(source.File))
               let ours = Nested().Matches(source.Text).Select(match => match.Groups[1].Value)
                   .Concat(from called in Called().Matches(source.Text)
                           where called.Groups[1].Value != called.Groups[2].Value
                           select called.Groups[2].Value)
                   .ToHashSet()
               from name in Named().Matches(source.Text).Select(match => match.Value).Distinct()
               where !ours.Contains(name) && folderOf.TryGetValue(name, out var folder) && Place(project, folder) > place
               select $"{source.File} names {name} of {folderOf[name]}",
            .. from source in sources
               from match in Qualified().Matches(source.Text)
               where match.Groups[1].Value == project && FromTheGround[project].Contains(match.Groups[2].Value)
                   && Place(project, match.Groups[2].Value) > Place(project, FolderOf(source.File))
               select $"{source.File} names {match.Value}",
        ];
    }

    private static int Place(string project, string folder) =>
        Array.IndexOf(FromTheGround[project], folder) is >= 0 and var place ? place : FromTheGround[project].Length;

    private static string FolderOf(string file) => file.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    /// <summary>What no compiler reads, strings and comments; and the members of an enum, which are no types.</summary>
    [GeneratedRegex("\"\"\".*?\"\"\"|@\"(\"\"|[^\"])*\"|\"(\\\\.|[^\"\\\\\n])*\"|//[^\n]*|(?<=\\benum \\w+\\s*)\\{[^}]*\\}", RegexOptions.Singleline)]
    private static partial Regex Prose();

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|static|abstract|partial|readonly) )+(?:class|record struct|record|struct|interface|enum|delegate \S+) ([A-Z]\w*)",
        RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(
        @"^ +(?:(?:public|internal|private|protected|sealed|static|abstract|readonly) )+(?:class|record struct|record|struct|enum) ([A-Z]\w*)",
        RegexOptions.Multiline)]
    private static partial Regex Nested();

    /// <summary>What something is called, and its type.</summary>
    [GeneratedRegex(@"\b([A-Z]\w*|string|int|long|bool|void|object|double)[>\])?]* ([A-Z]\w*)\b")]
    private static partial Regex Called();

    /// <summary>A name that is no member of something else and not what something is called: "CallId Call" names the type CallId alone.</summary>
    [GeneratedRegex(@"(?<![\w.])(?<!(?:\b[A-Z]\w*|\bstring|\bint|\blong|\bbool|\bvoid|\bobject|\bdouble)[>\])?]* )[A-Z]\w*")]
    private static partial Regex Named();

    [GeneratedRegex(@"Hotline\.(\w+)\.(\w+)")]
    private static partial Regex Qualified();
}
