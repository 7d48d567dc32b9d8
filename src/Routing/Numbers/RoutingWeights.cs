namespace Hotline.Routing.Numbers;

/// <summary>
/// How much a class of calls counts against others of the same priority: a + b·wait + c·idle, in seconds (Chan, Koole, L'Ecuyer,
/// "Dynamic call center routing policies using call waiting and agent idle times", 2014). Without weights the longest waiting
/// call is first (FCFS).
/// </summary>
/// <param name="Constant">a: a head start.</param>
/// <param name="PerWaitSecond">b, not below 0: nobody falls back by waiting.</param>
/// <param name="PerIdleSecond">c: for each second that the agent has been idle.</param>
public readonly record struct RoutingWeights(double Constant, double PerWaitSecond, double PerIdleSecond)
{
    public static RoutingWeights Fcfs { get; } = new(0, 1, 0);

    public double Score(TimeSpan wait, TimeSpan idle) => Constant + (PerWaitSecond * wait.TotalSeconds) + (PerIdleSecond * idle.TotalSeconds);
}
