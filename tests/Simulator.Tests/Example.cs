using Hotline.Simulator.Scenarios;
using Hotline.Testkit.Running;

namespace Hotline.Simulator.Tests;

/// <summary>The scenarios of examples/simulate.</summary>
internal static class Example
{
    public static IEnumerable<string> Files =>
        Directory.GetFiles(Path.Combine(SourceTree.Root, "examples", "simulate"), "*.json").Select(f => Path.GetFileName(f)!).Order();

    public static string Text(string file) => File.ReadAllText(Path.Combine(SourceTree.Root, "examples", "simulate", file));

    public static Scenario Read(string file) => ScenarioReader.Read(Text(file));
}
