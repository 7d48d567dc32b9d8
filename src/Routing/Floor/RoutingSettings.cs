namespace Hotline.Routing;

/// <summary>The limits of the floor. All of them are a city's configuration (config/CITY/settings.json).</summary>
public sealed record RoutingSettings
{
    /// <summary>How long one agent's phone rings before the call goes to the next.</summary>
    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a caller whose agent's leg was lost is kept for that same agent.</summary>
    public TimeSpan ReturnTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The same agent is not rung again for the same call within this time after a missed or refused ring.</summary>
    public TimeSpan NotAgainFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a third party's phone rings.</summary>
    public TimeSpan PartyRingTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether an agent writes a call's outcome before the next one (CALL-07). No city can switch it off; it is off only where
    /// telephony is measured by itself: the agent is ready the moment the call ends.
    /// </summary>
    public bool AfterCallWork { get; init; } = true;

    /// <summary>After-call work should end within this time; the leader sees who is over it.</summary>
    public TimeSpan AfterCallWorkTarget { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>What one extension of after-call work adds.</summary>
    public TimeSpan AfterCallWorkExtension { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many extensions one call allows.</summary>
    public int AfterCallWorkExtensionsMax { get; init; } = 2;

    /// <summary>Calls beyond this number waiting at once hear a busy announcement (a named limit, never a hang).</summary>
    public int WaitingCallsMax { get; init; } = 5000;

    /// <summary>So long a wait is worth one level of a step's priority, so that nobody waits for ever; zero: priority does not age.</summary>
    public TimeSpan PriorityAgeing { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A caller who calls again within this time prefers the agent whom he had last, where the plan says so. Kept by the shell, as the next.
    /// </summary>
    public TimeSpan RepeatMatterSpan { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Who hung up while waiting and calls again within this time keeps his place; zero: he does not.</summary>
    public TimeSpan PlaceKeptFor { get; init; } = TimeSpan.Zero;

    /// <summary>A call that an agent gave back for a skill is offered to its holders alone for so long, then to anybody.</summary>
    public TimeSpan RequeueStep { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A caller is told his place and the probable wait after this time, and then every <see cref="PlaceEvery"/>; zero: never.</summary>
    public TimeSpan PlaceAfter { get; init; } = TimeSpan.FromSeconds(45);
    public TimeSpan PlaceEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Greeting and recording notice on arrival.</summary>
    public bool Greeting { get; init; } = true;

    /// <summary>The agent-number announcement (工号播报) when the agent answers.</summary>
    public bool AgentNumberAnnouncement { get; init; } = true;

    /// <summary>Music while waiting and on hold; ringing tone otherwise.</summary>
    public bool Music { get; init; } = true;

    /// <summary>Recording of both parties.</summary>
    public bool Recording { get; init; } = true;

    /// <summary>The ledger keeps a number that its caller withholds; only where the law of the place allows it.</summary>
    public bool KeepWithheldNumbers { get; init; }
}
