using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Simulator.Scenarios;
using Hotline.Testkit.Running;

namespace Hotline.Simulator.Tests;

public sealed partial class ScenarioReaderTests
{
    private const string Least = """
        { "name": "n", "horizonMinutes": 60, "classes": [{ "name": "a", "arrivals": { "perHour": 6 }, "talk": { "always": 60 } }], "groups": [{ "name": "g", "count": 1, "skills": ["law"] }] }
        """;

    [Fact]
    public void Least_scenario_is_enough() => ScenarioReader.Read(Least).Replications.ShouldBe(10);

    [Theory]
    [InlineData("\"count\": 1", "\"count\": 0", "groups[0].count: is 0, and must be from 1 to 20000.")]
    [InlineData("\"count\": 1", "\"count\": 1.5", "groups[0].count: is 1.5, and must be a whole number.")]
    [InlineData("\"count\": 1", "\"count\": \"1\"", "groups[0].count: must be a number, and is \"1\".")]
    [InlineData("\"count\": 1, ", "", "groups[0]: \"count\" is missing.")]
    [InlineData("\"perHour\"", "\"perDay\"", "classes[0].arrivals: \"perDay\" means nothing here; known are perHour, perHalfHour, at.")]
    [InlineData("\"perHour\": 6", "\"at\": [1, -2]", "classes[0].arrivals.at[1]: is -2, and must be from 0 to 1000000000.")]
    [InlineData("\"always\": 60", "\"exponential\": 0", "classes[0].talk.exponential: is 0, and must be from 0.001 to 1000000000.")]
    [InlineData("{ \"always\": 60 }", "{ }", "classes[0].talk: says nothing; see docs/simulate.md for what can stand here.")]
    [InlineData("\"talk\"", "\"need\": \"tax\", \"talk\"",
        "classes[0].need: step 1, \"tax +0\": the skill \"tax\" is not among the skills; add it there, or write any (skills are those of the groups, and of \"skills\").")]
    [InlineData("\"talk\"", "\"plan\": \"law 20s\", \"talk\"",
        "classes[0].plan: the last step must not end: a caller who still waits would belong to nobody (skills are those of the groups, and of \"skills\").")]
    [InlineData("\"talk\"", "\"plan\": \"any\", \"priority\": 2, \"talk\"", "classes[0].priority: says the same as \"plan\"; write one of them.")]
    [InlineData("\"law\"", "\"law:9\"", "groups[0].skills[0]: is no skill; write law, or law:4 (level 1 to 5).")]
    [InlineData("\"count\": 1", "\"count\": 1, \"shifts\": [\"8-12\"]", "groups[0].shifts[0]: is no shift; write 08:00-16:00.")]
    [InlineData("\"name\": \"n\"", "\"name\": \"n\", \"start\": \"today\"",
        "start: is no time; write it as 2026-03-16T08:00:00, by the city's clock.")]
    [InlineData("\"classes\": [", "\"classes\": [{ \"name\": \"a\", \"arrivals\": { \"perHour\": 6 }, \"talk\": { \"always\": 60 } }, ",
        "classes: names \"a\" twice.")]
    public void Wrong_scenario_is_told_its_place(string right, string wrong, string said) =>
        Should.Throw<ScenarioException>(() => ScenarioReader.Read(Least.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldBe(said);

    [Fact]
    public void What_is_no_json_is_told_its_line() =>
        Should.Throw<ScenarioException>(() => ScenarioReader.Read("{\n  \"name\": oops\n}")).Message.ShouldStartWith(
            "line 2, character 11: this is not JSON.");

    [Fact]
    public void Examples_are_all_read() => Example.Files.Select(Example.Read).Count().ShouldBe(6);

    /// <summary>The schema and the reader name the same members.</summary>
    [Fact]
    public void Schema_names_what_the_reader_knows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "scenario.schema.json")));
        var reader = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "Simulator", "Scenarios", "ScenarioReader.cs"));

        Members(schema.RootElement).Distinct().Order().ShouldBe(Asked().Matches(reader).Select(m => m.Groups[1].Value).Distinct().Order());
    }

    private static IEnumerable<string> Members(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "properties"
            ? p.Value.EnumerateObject().SelectMany(m => Members(m.Value).Prepend(m.Name))
            : Members(p.Value)),
        _ => [],
    };

    [GeneratedRegex(@"(?:Find|Get)\(""([^""]+)""\)")]
    private static partial Regex Asked();
}
