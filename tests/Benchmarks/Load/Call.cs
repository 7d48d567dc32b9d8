using Hotline.Benchmarks.Sip;

namespace Hotline.Benchmarks.Load;

/// <summary>One citizen's call: its moments, in ticks; 0 where a moment did not come.</summary>
internal sealed class Call(string key, int index, string caller)
{
    /// <summary>The number dialled. Where agents' phones are ours it is the caller's number too: it comes back in the agent's INVITE, from either side.</summary>
    public string Key { get; } = key;
    public int Index { get; } = index;
    public string Caller { get; } = caller;
    public long Invited { get; set; }
    public long Answered { get; set; }
    public long AgentInvited { get; set; }
    public long AgentAnswered { get; set; }

    /// <summary>The first packet at the caller in which the agent is heard.</summary>
    public long Heard { get; set; }
    public long HungUp { get; set; }
    public long Ended { get; set; }
    public string Failure { get; set; } = "";
    public AgentPhone? Agent { get; set; }

    /// <summary>How many times an agent's phone rang for it.</summary>
    public int Rings { get; private set; }

    /// <summary>Two agents' phones rang or talked for it at one time.</summary>
    public bool Doubled { get; private set; }
    private int _agents;

    public void CameToAnAgent()
    {
        Rings++;
        Doubled |= Interlocked.Increment(ref _agents) > 1;
    }

    public void LeftAnAgent() => Interlocked.Decrement(ref _agents);

    // ---- the caller's dialogue
    public string CallId { get; } = $"{key}-{index}@bench";
    public string ToHeader { get; set; } = "";
    public string Target { get; set; } = "";
    public RtpStream? Stream { get; set; }
    public bool Acknowledged { get; set; }
}
