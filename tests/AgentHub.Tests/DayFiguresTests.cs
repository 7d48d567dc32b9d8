using Hotline.AgentHub.Calls;
using Hotline.Persistence;

namespace Hotline.AgentHub.Tests.Calls;

/// <summary>The day's figures of the shift leader.</summary>
public sealed class DayFiguresTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 17, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(15, 2)]
    [InlineData(16, 3)]
    [InlineData(2, 0)]
    public void Soon_is_within_the_citys_seconds_and_who_still_waits_is_not_counted(int seconds, int soon)
    {
        var day = DayFigures.Of(
        [
            Call("soon", answeredAfter: 15, "answered", outcome: "ticket"),
            Call("late, and put off", answeredAfter: 16, "answered"),
            Call("talks", answeredAfter: 3, null),
            Call("gave up", answeredAfter: null, "abandoned"),
            Call("was refused", answeredAfter: null, "refused"),
            Call("waits", answeredAfter: null, null),
        ], TimeSpan.FromSeconds(seconds));

        (day.Asked, day.Answered, day.Soon, day.SoonSeconds, day.Abandoned, day.Unfinished).ShouldBe((5, 3, soon, seconds, 1, 1));
        var gone = day.LastAbandoned.ShouldHaveSingleItem();
        (gone.CallId, gone.Caller).ShouldBe(("gave up", "138****6021"));
        (gone.EndedAt - gone.AskedAt).ShouldBe(TimeSpan.FromSeconds(40));
    }

    private static CallOfDayRow Call(string id, int? answeredAfter, string? ended, string? outcome = null) => new()
    {
        CallId = id, Dialled = "12345", NumberName = "", Caller = "13800006021", HumanAskedAt = Noon,
        AgentAnsweredAt = answeredAfter is { } seconds ? Noon.AddSeconds(seconds) : null,
        EndedAt = ended is null ? null : Noon.AddSeconds(40), TerminalState = ended, Outcome = outcome,
    };
}
