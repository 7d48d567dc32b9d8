namespace Hotline.Routing.Numbers;

/// <summary>What happens to a caller whom no step of the plan brought to an agent.</summary>
/// <param name="Target">The number of the sub-centre to which he is connected; empty: he hears that all are busy, and the line ends.</param>
/// <param name="Name">The sub-centre's name, for screens.</param>
/// <param name="Trunk">The trunk that leads there.</param>
public sealed record PlanEnding(string Target = "", string Name = "", string Trunk = "")
{
    public static PlanEnding Announcement { get; } = new();

    public bool IsAnnouncement => Target.Length == 0;

    public override string ToString() => IsAnnouncement ? RoutingPlanText.Announcement : $"{RoutingPlanText.To} {Target}";
}
