
namespace Hotline.Exchange.Tests;

/// <summary>"replay --until" reads moments as it prints them: in the city's time.</summary>
public sealed class ReplayMomentTests
{
    [Theory]
    [InlineData("2026-11-20T09:30:00", "2026-11-20T01:30:00Z")]
    [InlineData("2026-11-20 09:30", "2026-11-20T01:30:00Z")]
    [InlineData("2026-11-20T09:30:00Z", "2026-11-20T09:30:00Z")]
    [InlineData("2026-11-20T09:30:00+09:00", "2026-11-20T00:30:00Z")]
    public void A_moment_without_an_offset_is_the_citys(string text, string expected)
    {
        Replay.TryReadMoment(text, TimeSpan.FromHours(8), out var moment).ShouldBeTrue();
        moment.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_no_moment_is_said_so() => Replay.TryReadMoment("gestern", TimeSpan.FromHours(8), out _).ShouldBeFalse();
}
