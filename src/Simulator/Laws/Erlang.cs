namespace Hotline.Simulator.Laws;

/// <summary>
/// One pool of equal agents, Poisson arrivals, exponential talk: what must come out (Erlang 1917; Palm 1946 with patience). Rates per second.
/// </summary>
public static class Erlang
{
    /// <summary>P(wait &gt; 0) with callers who never give up (Erlang C).</summary>
    /// <param name="arrival">Calls a second.</param>
    /// <param name="service">Calls a second that one busy agent ends.</param>
    /// <param name="agents">More than <paramref name="arrival"/> / <paramref name="service"/>.</param>
    public static double Waits(double arrival, double service, int agents)
    {
        double load = arrival / service, blocked = 1;
        for (var n = 1; n <= agents; n++)
        {
            blocked = load * blocked / (n + (load * blocked)); // Erlang B, agent by agent
        }
        return blocked / (1 - (load / agents * (1 - blocked)));
    }

    /// <summary>P(wait ≤ t) of the same.</summary>
    public static double WaitsAtMost(double arrival, double service, int agents, double seconds) =>
        1 - (Waits(arrival, service, agents) * Math.Exp(-((agents * service) - arrival) * seconds));

    /// <summary>P(wait &gt; 0) and P(abandon) with exponential patience (Erlang A): the birth-and-death chain, summed.</summary>
    /// <param name="arrival">Calls a second.</param>
    /// <param name="service">Calls a second that one busy agent ends.</param>
    /// <param name="patience">1 / mean patience.</param>
    /// <param name="agents">How many.</param>
    public static (double Waits, double Abandons) WithPatience(double arrival, double service, double patience, int agents)
    {
        double weight = 1, all = 0, busy = 0, queue = 0;
        for (var n = 0; n < agents || weight > all * 1e-15; n++)
        {
            all += weight;
            busy += n >= agents ? weight : 0;
            queue += n > agents ? (n - agents) * weight : 0;
            weight *= arrival / ((Math.Min(n + 1, agents) * service) + (Math.Max(0, n + 1 - agents) * patience));
        }
        return (busy / all, patience * queue / all / arrival);
    }
}
