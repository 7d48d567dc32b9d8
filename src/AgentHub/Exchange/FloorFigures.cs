namespace Hotline.AgentHub.Exchange;

/// <summary>Counters of the loop, read by /healthz. Written by the loop's thread only.</summary>
public sealed class FloorFigures
{
    public int Calls { get; set; }
    public int Agents { get; set; }
    public long Anomalies { get; set; }

    /// <summary>Calls that Asterisk's book knew and the ledger did not.</summary>
    public long LedgerGaps { get; set; }
    public long Inputs { get; private set; }

    /// <summary>The longest time that one fact took.</summary>
    public TimeSpan Longest { get; private set; }

    public void Applied(TimeSpan elapsed)
    {
        Inputs++;
        Longest = elapsed > Longest ? elapsed : Longest;
    }
}
