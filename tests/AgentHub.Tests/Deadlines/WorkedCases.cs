using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Tests.Config;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Tests.Deadlines;

/// <summary>
/// Starts of clocks and when they end, from the data that the desk shows (config/common/deadline-examples.csv). The ends were worked out apart
/// from the code that is tried.
/// </summary>
internal static class WorkedCases
{
    internal static readonly CityTimes Times = Cities.Ziyang.Times;

    internal static IReadOnlyList<WorkedCase> All { get; } = [.. Cities.Ziyang.Examples.All.Select(example => new WorkedCase(example))];

    /// <summary>The rules of a set with ordinary office hours.</summary>
    internal static TimerRules Rules(string set) => new(Times.RuleSets.Of(set)!, Times.CalendarOf(), Times.CalendarOf(), []);

    internal static DateTimeOffset At(string text) => new(DeadlineExamples.MomentOf(text), Times.Offset);
}

/// <summary>One row of the data, counted by the program.</summary>
internal sealed record WorkedCase(DeadlineExample Example)
{
    private static readonly DueTimes Counted = new(Cities.Ziyang);

    public int Number => Example.No;

    public string Set => Example.RuleSet;

    public string Clock => Code.Of(Example.Timer);

    public string Start => Example.Start.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public string Due => Example.Due;

    public DueExplanation Explanation { get; } = Counted.Of(Example);

    public string Sentence => Counted.Sentence(Explanation);

    public bool Agrees => Counted.Agrees(Example);
}
