
namespace Hotline.Exchange.Tests;

public sealed class LatenciesTests
{
    [Fact]
    public void Quantiles_are_right_to_within_a_quarter_and_the_longest_is_exact()
    {
        var latencies = new Latencies();
        latencies.At(0.5).ShouldBe(TimeSpan.Zero);
        for (var i = 1; i <= 1000; i++)
        {
            latencies.Add(TimeSpan.FromMicroseconds(i * 10));
        }
        foreach (var share in new[] { 0.01, 0.5, 0.9, 0.99 })
        {
            var exact = share * 10_000;
            latencies.At(share).TotalMicroseconds.ShouldBeInRange(exact, exact * 1.26);
        }
        latencies.At(1).ShouldBe(TimeSpan.FromMilliseconds(10));
        latencies.Longest.ShouldBe(TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public void Nothing_takes_less_than_no_time()
    {
        var latencies = new Latencies();
        latencies.Add(TimeSpan.Zero);
        latencies.At(1).ShouldBe(TimeSpan.Zero);
    }
}
