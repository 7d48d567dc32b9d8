using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>The way out to whoever looks. Each takes what it needs from the floor at once, on the loop's thread, and draws elsewhere.</summary>
public interface IScreens
{
    /// <summary>This agent's desk changed.</summary>
    void Show(AgentId agent, CallDistributor floor, DateTimeOffset now);

    /// <summary>Something on the floor changed.</summary>
    void ShowFloor(CallDistributor floor, DateTimeOffset now);

    /// <summary>How many wait, for every desk.</summary>
    void ShowQueues(CallDistributor floor, DateTimeOffset now);
}
