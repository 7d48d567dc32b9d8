using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Hotline.Requirements;

public enum RunState
{
    /// <summary>It ran on what is built now.</summary>
    Fresh,

    /// <summary>Something was built after it ran: nobody knows what it would say now.</summary>
    Stale,

    /// <summary>There is no result of it.</summary>
    Absent,
}

/// <summary>What the last run of a suite left in its result file.</summary>
/// <param name="Suite">Its folder in tests/, for example "Live.Tests".</param>
/// <param name="State">Whether it can be believed.</param>
/// <param name="Started">When it ran; null where there is no result.</param>
/// <param name="Built">When the newest of what it ran on was built; null where nothing is there.</param>
/// <param name="Tests">How many tests ended in which way.</param>
/// <param name="Marks">Its tests that name requirements, however they ended.</param>
public sealed record SuiteRun(
    string Suite, RunState State, DateTimeOffset? Started, DateTimeOffset? Built, IReadOnlyDictionary<Outcome, int> Tests,
    IReadOnlyList<RequirementMark> Marks)
{
    /// <summary>The trait that a mark is in the result file; its value is id, colon and what is shown (Testkit's RequirementAttribute).</summary>
    private const string Trait = "Requirement", Separator = ": ";

    /// <summary>Reads a suite's result file (xunit's XML), if there is one.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="file">Where its result file lies, or would lie.</param>
    /// <param name="built">When the newest of what it runs on was built; null where nothing is built.</param>
    public static SuiteRun Read(string suite, string file, DateTimeOffset? built)
    {
        if (!File.Exists(file))
        {
            return Nothing(suite, built);
        }

        try
        {
            var root = XDocument.Load(file).Root!;
            var started = DateTimeOffset.Parse(root.Attribute("start-rtf")!.Value, CultureInfo.InvariantCulture);
            var tests = root.Descendants("test").ToLookup(OutcomeOf);
            return new SuiteRun(
                suite, built is null || built > started ? RunState.Stale : RunState.Fresh, started, built,
                Enum.GetValues<Outcome>().ToDictionary(o => o, o => tests[o].Count()), [.. MarksOf(suite, tests)]);
        }
        catch (XmlException)
        {
            return Nothing(suite, built); // a run that was ended while it wrote
        }
    }

    /// <summary>The rows of a theory are one test: a row that failed or was skipped leaves something unshown.</summary>
    private static IEnumerable<RequirementMark> MarksOf(string suite, ILookup<Outcome, XElement> tests) =>
        from ended in tests
        from test in ended
        from trait in test.Descendants("trait")
        where (string?)trait.Attribute("name") == Trait
        let value = trait.Attribute("value")!.Value.Split(Separator, 2)
        group ended.Key by (Id: value[0], Shows: value.ElementAtOrDefault(1) ?? "", Test: NameOf(test)) into rows
        select new RequirementMark(
            rows.Key.Id, rows.Key.Shows, suite, rows.Key.Test,
            rows.Contains(Outcome.Failed) ? Outcome.Failed : rows.All(o => o is Outcome.Passed) ? Outcome.Passed : Outcome.Skipped);

    private static string NameOf(XElement test)
    {
        var type = test.Attribute("type")!.Value;
        return $"{type[(type.LastIndexOf('.') + 1)..]}.{test.Attribute("method")!.Value}";
    }

    private static Outcome OutcomeOf(XElement test) => test.Attribute("result")!.Value switch
    {
        "Pass" => Outcome.Passed,
        "Fail" => Outcome.Failed,
        _ => Outcome.Skipped,
    };

    private static SuiteRun Nothing(string suite, DateTimeOffset? built) =>
        new(suite, RunState.Absent, null, built, Enum.GetValues<Outcome>().ToDictionary(o => o, _ => 0), []);
}
