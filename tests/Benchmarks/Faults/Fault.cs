namespace Hotline.Benchmarks.Faults;

/// <summary>What can go wrong.</summary>
internal enum FaultKind
{
    ServerKilled,
    ServerDown,
    ServerFrozen,
    WatchdogKilled,
    AsteriskKilled,
    AsteriskStopped,
    CallBurst,
    NetworkStalled,
    NetworkCut,
    DatabaseLocked,
    JournalTorn,
    JournalMissing,
    PhoneDead,
    DesksOffline,
}

internal static class FaultKinds
{
    /// <summary>Ends all calls, by its nature.</summary>
    public static bool EndsCalls(this FaultKind kind) => kind is FaultKind.AsteriskKilled or FaultKind.AsteriskStopped;
}

/// <summary>One fault that happened, and what it did to callers.</summary>
internal sealed class Fault(FaultKind kind, long from)
{
    public FaultKind Kind { get; } = kind;
    public long From { get; } = from;

    /// <summary>When what was broken was whole again, by the bench's doing.</summary>
    public long Until { get; set; }
    public List<string> Lost { get; } = [];

    /// <summary>For how long a caller of this span rang or talked at two agents' phones at once, ms; one for each such caller.</summary>
    public List<double> Doubled { get; } = [];

    /// <summary>The longest time that a caller of this span waited for the ring of an agent's phone, from the fault on, ms.</summary>
    public double LongestWait { get; set; }
}
