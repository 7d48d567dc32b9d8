using Hotline.Benchmarks.Sip;

namespace Hotline.Benchmarks.Load;

/// <summary>One citizen's call: its moments, in ticks; 0 where a moment did not come.</summary>
internal sealed class Call(string key, int index, string caller)
{
    /// <summary>
    /// The number dialled. Where agents' phones are ours it is the caller's number too: it comes back in the agent's INVITE, from either side.
    /// </summary>
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

    /// <summary>The longest time for which two agents' phones rang or talked for it at once, ms.</summary>
    public double Doubled { get; private set; }
    private readonly Lock _agents = new();
    private int _phones;
    private long _doubledSince;

    public void CameToAnAgent()
    {
        lock (_agents)
        {
            Rings++;
            if (++_phones == 2)
            {
                _doubledSince = Now.Ticks;
            }
        }
    }

    public void LeftAnAgent()
    {
        lock (_agents)
        {
            if (--_phones == 1)
            {
                Doubled = Math.Max(Doubled, Now.Between(_doubledSince, Now.Ticks));
            }
        }
    }

    // ---- the caller's dialogue
    public string CallId { get; } = $"{key}-{index}@bench";
    public string ToHeader { get; set; } = "";
    public string Target { get; set; } = "";
    public RtpStream? Stream { get; set; }
    public bool Acknowledged { get; set; }
}
