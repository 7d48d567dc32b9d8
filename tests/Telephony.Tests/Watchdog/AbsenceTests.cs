using Hotline.Watchdog;

namespace Hotline.Telephony.Tests.Watchdog;

/// <summary>When the server counts as gone.</summary>
public sealed class AbsenceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Look_short_restart_is_no_absence()
    {
        var absence = new Absence(Start);
        absence.Look(After(10), there: true).ShouldBeNull();
        absence.Look(After(11), there: false).ShouldBeNull();
        absence.Look(After(16), there: false).ShouldBeNull(); // six seconds are not more than six
        absence.Look(After(16.5), there: true).ShouldBeNull();
        absence.Look(After(22), there: false).ShouldBeNull();
    }

    [Fact]
    public void Look_missed_for_more_than_six_seconds_is_gone_since_it_was_last_seen()
    {
        var absence = new Absence(Start);
        absence.Look(After(10), there: true);
        absence.Look(After(16.1), there: false).ShouldBe(After(10));
        absence.Look(After(60), there: false).ShouldBe(After(10)); // the fixed point does not move while it is gone
        absence.Look(After(61), there: true).ShouldBeNull();
    }

    [Fact]
    public void Look_never_seen_is_gone_only_after_the_same_grace()
    {
        var absence = new Absence(Start);
        absence.Look(After(2), there: false).ShouldBeNull();
        absence.Look(After(7), there: false).ShouldBe(Start);
    }

    private static DateTimeOffset After(double seconds) => Start + TimeSpan.FromSeconds(seconds);
}
