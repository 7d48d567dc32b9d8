namespace Hotline.Simulator.Scenarios;

/// <summary>How long something takes, in seconds.</summary>
public abstract record Distribution
{
    /// <summary>One of many; never negative.</summary>
    public abstract TimeSpan Draw(Random chance);

    /// <summary>Always the same.</summary>
    public sealed record Always(double Seconds) : Distribution
    {
        public override TimeSpan Draw(Random chance) => TimeSpan.FromSeconds(Seconds);
    }

    /// <summary>Without memory; by its mean.</summary>
    public sealed record Exponential(double Mean) : Distribution
    {
        public override TimeSpan Draw(Random chance) => TimeSpan.FromSeconds(-Mean * Math.Log(1 - chance.NextDouble()));
    }

    /// <summary>
    /// The usual shape of talk times; given by the mean and the standard deviation of the times themselves, not of their logarithms.
    /// </summary>
    public sealed record LogNormal(double Mean, double Deviation) : Distribution
    {
        public override TimeSpan Draw(Random chance)
        {
            var variance = Math.Log(1 + (Deviation * Deviation / (Mean * Mean)));
            // Box and Muller, 1958.
            var normal = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            return TimeSpan.FromSeconds(Math.Exp(Math.Log(Mean) - (variance / 2) + (Math.Sqrt(variance) * normal)));
        }
    }

    /// <summary>Any of these, each as likely as the others.</summary>
    public sealed record OneOf(IReadOnlyList<double> Seconds) : Distribution
    {
        public override TimeSpan Draw(Random chance) => TimeSpan.FromSeconds(Seconds[chance.Next(Seconds.Count)]);
    }
}
