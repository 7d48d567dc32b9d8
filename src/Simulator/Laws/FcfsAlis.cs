namespace Hotline.Simulator.Laws;

/// <summary>
/// The exact matching rates of first come, first served and assign the longest idle server: Poisson arrivals of several classes,
/// single agents with exponential times, any graph of who can serve what. The product form is that of Adan and Weiss, "A skill based
/// parallel service system under FCFS-ALIS", Stochastic Systems 4 (2014), theorem 2.1.
/// </summary>
/// <param name="arrivals">λ of each class.</param>
/// <param name="services">μ of each agent.</param>
/// <param name="serves">Whether class c is served by agent s, as [c][s].</param>
public sealed class FcfsAlis(double[] arrivals, double[] services, bool[][] serves)
{
    /// <summary>Whether every set of agents keeps up with the calls that only it can serve. Without that there are no rates.</summary>
    public bool IsStable => Subsets().All(set => OnlyFor(set, set.Length) < Ends(set, set.Length));

    /// <summary>The share of each class (rows) that each agent (columns) serves.</summary>
    public double[][] Shares()
    {
        double[][] rates = [.. arrivals.Select(_ => new double[services.Length])];
        double all = 0;
        foreach (var order in Orders([.. Enumerable.Range(0, services.Length)]))
        {
            for (var busy = 0; busy <= order.Length; busy++)
            {
                all += AddState(order[..busy], order[busy..], rates);
            }
        }
        for (var c = 0; c < arrivals.Length; c++)
        {
            for (var s = 0; s < services.Length; s++)
            {
                rates[c][s] /= all * arrivals[c];
            }
        }
        return rates;
    }

    /// <summary>
    /// All states with these agents busy, the one with the oldest call first, and these idle, the longest idle first: summed over the queues between
    /// them.
    /// </summary>
    private double AddState(int[] busy, int[] idle, double[][] rates)
    {
        var weight = 1.0;
        for (var n = 1; n <= idle.Length; n++)
        {
            weight /= Classes(c => idle.Take(n).Any(s => serves[c][s]));
        }
        for (var n = 1; n <= busy.Length; n++)
        {
            weight /= Ends(busy, n) - OnlyFor(busy, n);
        }
        for (var c = 0; c < arrivals.Length; c++)
        {
            var taken = Array.FindIndex(idle, s => serves[c][s]);
            if (taken >= 0)
            {
                rates[c][idle[taken]] += weight * arrivals[c];
            }
        }
        for (var k = 0; k < busy.Length; k++)
        {
            AddNextOf(busy, k, weight * services[busy[k]], rates);
        }
        return weight;
    }

    /// <summary>The k-th busy agent ends his call and looks along the queue for the first that he can serve.</summary>
    private void AddNextOf(int[] busy, int k, double rate, double[][] rates)
    {
        var agent = busy[k];
        for (var l = k + 1; l <= busy.Length; l++)
        {
            // Between the l-th busy agent and the next wait those whom only the first l can serve: their number is geometric.
            var only = OnlyFor(busy, l);
            var fit = Classes(c => Only(c, busy, l) && serves[c][agent]);
            if (fit <= 0)
            {
                continue;
            }
            var load = only / Ends(busy, l);
            var none = (1 - load) / (1 - (load * (1 - (fit / only))));
            for (var c = 0; c < arrivals.Length; c++)
            {
                if (Only(c, busy, l) && serves[c][agent])
                {
                    rates[c][agent] += rate * (1 - none) * arrivals[c] / fit;
                }
            }
            rate *= none;
        }
    }

    private double Ends(int[] busy, int n) => busy.Take(n).Sum(s => services[s]);

    private double OnlyFor(int[] busy, int n) => Classes(c => Only(c, busy, n));

    private bool Only(int c, int[] busy, int n) => Enumerable.Range(0, services.Length).All(s => !serves[c][s] || Array.IndexOf(busy, s, 0, n) >= 0);

    private double Classes(Func<int, bool> which) => Enumerable.Range(0, arrivals.Length).Where(which).Sum(c => arrivals[c]);

    private IEnumerable<int[]> Subsets() =>
        Enumerable.Range(1, (1 << services.Length) - 1)
            .Select(bits => Enumerable.Range(0, services.Length).Where(s => (bits >> s & 1) == 1).ToArray());

    private static IEnumerable<int[]> Orders(int[] of) =>
        of.Length == 0 ? [[]] : of.SelectMany(first => Orders([.. of.Where(s => s != first)]).Select(rest => (int[])[first, .. rest]));
}
