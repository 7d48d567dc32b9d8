using System.Text.Json;

namespace Hotline.Tidy.Tests;

/// <summary>The bugs that <c>./hotline test planted</c> plants have their place in the code of today.</summary>
public sealed class PlantedTests
{
    private const string Bugs = "tests/Planted/bugs.json";

    public static TheoryData<string> Each => [.. Read().Select(bug => bug.GetProperty("bug").GetString()!)];

    [Theory]
    [MemberData(nameof(Each))]
    public void A_planted_bug_has_its_place_exactly_once(string name)
    {
        var bug = Read().Single(b => b.GetProperty("bug").GetString() == name);
        var project = bug.TryGetProperty("project", out var named) ? named.GetString() : "Routing";
        var code = Tree.Read($"src/{project}/{bug.GetProperty("file").GetString()}");

        code.Split(bug.GetProperty("from").GetString()!).Length.ShouldBe(2);
    }

    private static List<JsonElement> Read() => [.. JsonDocument.Parse(Tree.Read(Bugs)).RootElement.EnumerateArray()];
}
