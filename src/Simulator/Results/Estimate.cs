namespace Hotline.Simulator.Results;

/// <summary>
/// A figure from independent runs: its mean, and half the width of its 95 % confidence interval (Student's t). Both NaN where nothing was seen.
/// </summary>
public readonly record struct Estimate(double Mean, double HalfWidth)
{
    private const double Rounding = 1e-12;

    /// <summary>Two-sided 95 %, in standard deviations of the normal distribution.</summary>
    private const double Z95 = 1.959963984540054;

    /// <param name="runs">One figure of each run; NaN where a run saw nothing.</param>
    public static Estimate Of(IEnumerable<double> runs)
    {
        var seen = runs.Where(r => !double.IsNaN(r)).ToList();
        if (seen.Count < 2)
        {
            return new Estimate(seen.Count == 0 ? double.NaN : seen[0], double.NaN);
        }
        var mean = seen.Average();
        var deviation = Math.Sqrt(seen.Sum(r => (r - mean) * (r - mean)) / (seen.Count - 1));
        return new Estimate(mean, StudentT(seen.Count - 1, Z95) * deviation / Math.Sqrt(seen.Count));
    }

    /// <summary>True where the interval, widened to <paramref name="times"/> its width, holds the value.</summary>
    public bool Holds(double value, double times = 1) => Math.Abs(value - Mean) <= (HalfWidth * times) + Rounding;

    /// <summary>
    /// The quantile of Student's t that belongs to a normal one: exact for 1 and 2 degrees of freedom, else Abramowitz and Stegun 26.7.5 (within 0.1
    /// %).
    /// </summary>
    internal static double StudentT(int freedom, double z)
    {
        if (freedom <= 2)
        {
            // tan and its like, from the closed forms of the distribution; the two-sided probability of z is 0.95 for Z95.
            const double P = 0.95;
            return freedom == 1 ? Math.Tan(Math.PI * P / 2) : P * Math.Sqrt(2 / (1 - (P * P)));
        }
        double z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z, z9 = z7 * z * z, v = freedom;
        return z + ((z3 + z) / (4 * v)) + (((5 * z5) + (16 * z3) + (3 * z)) / (96 * v * v))
            + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * z)) / (384 * v * v * v))
            + (((79 * z9) + (776 * z7) + (1482 * z5) - (1920 * z3) - (945 * z)) / (92160 * v * v * v * v));
    }
}
