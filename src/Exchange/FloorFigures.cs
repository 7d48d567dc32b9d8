namespace Hotline.Exchange;

/// <summary>Counters of the loop, read by /healthz. Written by the loop's thread only.</summary>
public sealed class FloorFigures
{
    public int Calls { get; set; }
    public int Agents { get; set; }
    public long Anomalies { get; set; }

    /// <summary>Effects and pictures that a shell stumbled over: faults of ours.</summary>
    public long NotHanded { get; set; }

    /// <summary>Calls that Asterisk's book knew and the ledger did not.</summary>
    public long LedgerGaps { get; set; }

    /// <summary>Calls that Asterisk turned away before anybody could wait.</summary>
    public long TurnedAway { get; set; }
    public long Inputs { get; private set; }

    /// <summary>How long each fact took, from the loop's taking it up to its effects' being handed out.</summary>
    public Latencies Apply { get; } = new();

    /// <summary>How long each fact lay in the inbox before that.</summary>
    public Latencies Lag { get; } = new();

    public void Applied(TimeSpan waited, TimeSpan took)
    {
        Inputs++;
        Lag.Add(waited);
        Apply.Add(took);
    }
}
