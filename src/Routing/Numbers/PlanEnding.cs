namespace Hotline.Routing.Numbers;

/// <summary>What happens to a caller whom no step of the plan brought to an agent.</summary>
/// <param name="Target">The number of the sub-centre to which he is connected; empty: he hears that all are busy, and the line ends.</param>
/// <param name="Name">The sub-centre's name, for screens.</param>
/// <param name="Trunk">The trunk that leads there.</param>
/// <param name="CallsBack">He is offered to be called back: he says so with a key, or waits on at his place.</param>
public sealed record PlanEnding(string Target = "", string Name = "", string Trunk = "", bool CallsBack = false)
{
    /// <summary>The key by which a caller asks to be called back.</summary>
    public const string CallBackKey = "1";

    public static PlanEnding Announcement { get; } = new();
    public static PlanEnding CallBack { get; } = new(CallsBack: true);

    public bool IsAnnouncement => Target.Length == 0 && !CallsBack;

    public override string ToString() =>
        IsAnnouncement ? RoutingPlanText.Announcement : CallsBack ? RoutingPlanText.CallBack : $"{RoutingPlanText.To} {Target}";
}
