namespace Hotline.Simulator.Scenarios;

/// <summary>When calls of a class come, counted from the start of the simulated time.</summary>
public abstract record Arrivals
{
    /// <summary>The moments up to <paramref name="end"/>, in order.</summary>
    public abstract IEnumerable<TimeSpan> Draw(Random chance, TimeSpan end);

    /// <summary>Poisson with a rate that is the same all the time.</summary>
    public sealed record PerHour(double Rate) : Arrivals
    {
        public override IEnumerable<TimeSpan> Draw(Random chance, TimeSpan end) => Poisson(chance, TimeSpan.Zero, end, Rate);
    }

    /// <summary>Poisson with one rate for each half-hour: so many calls are expected in it. After the last one it begins again.</summary>
    public sealed record PerHalfHour(IReadOnlyList<double> Calls) : Arrivals
    {
        private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

        public override IEnumerable<TimeSpan> Draw(Random chance, TimeSpan end)
        {
            var from = TimeSpan.Zero;
            for (var i = 0; from < end; i++, from += Length)
            {
                var to = from + Length < end ? from + Length : end;
                foreach (var at in Poisson(chance, from, to, 2 * Calls[i % Calls.Count]))
                {
                    yield return at;
                }
            }
        }
    }

    /// <summary>Exactly these, in seconds.</summary>
    public sealed record At(IReadOnlyList<double> Seconds) : Arrivals
    {
        public override IEnumerable<TimeSpan> Draw(Random chance, TimeSpan end) =>
            Seconds.Order().Select(TimeSpan.FromSeconds).TakeWhile(at => at < end);
    }

    private static IEnumerable<TimeSpan> Poisson(Random chance, TimeSpan from, TimeSpan to, double perHour)
    {
        if (perHour <= 0)
        {
            yield break;
        }
        var gap = new Distribution.Exponential(3600 / perHour);
        for (var at = from + gap.Draw(chance); at < to; at += gap.Draw(chance))
        {
            yield return at;
        }
    }
}
