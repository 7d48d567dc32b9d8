using Hotline.Tickets.Notices;

namespace Hotline.Tickets.Tests.Notices;

/// <summary>What could not be delivered is tried later and later.</summary>
public sealed class NoticeBackoffTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(8, 3840)]
    [InlineData(9, 7200)]
    [InlineData(1000, 7200)]
    public void Wait_doubles_up_to_two_hours(int attempts, int seconds)
    {
        NoticeBackoff.Wait(attempts, 0.5).TotalSeconds.ShouldBe(seconds, 0.001);
        NoticeBackoff.Wait(attempts, 0).TotalSeconds.ShouldBe(seconds * 0.8, 0.001);
        NoticeBackoff.Wait(attempts, 1).TotalSeconds.ShouldBe(seconds * 1.2, 0.001);
    }

    [Fact]
    public void Wait_is_as_long_as_the_other_side_asks_but_no_day()
    {
        NoticeBackoff.Wait(1, 0.5, TimeSpan.FromMinutes(10)).ShouldBe(TimeSpan.FromMinutes(10));
        NoticeBackoff.Wait(5, 0.5, TimeSpan.FromSeconds(1)).TotalSeconds.ShouldBe(480, 0.001);
        NoticeBackoff.Wait(1, 0.5, TimeSpan.FromDays(3)).ShouldBe(TimeSpan.FromHours(2));
    }
}
