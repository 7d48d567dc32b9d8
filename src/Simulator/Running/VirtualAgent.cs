using Hotline.Routing;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator.Running;

/// <summary>An agent of a run, and how busy he was in the counted time.</summary>
internal sealed class VirtualAgent(AgentId id, int group, AgentGroup of)
{
    private DateTimeOffset _changedAt;
    private bool _busy;

    public AgentId Id { get; } = id;
    public int Group { get; } = group;
    public AgentGroup Of { get; } = of;

    /// <summary>When he signed in; null while he is not there.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>His shift is over: he goes when his call's work is done.</summary>
    public bool Leaves { get; set; }

    /// <summary>How long he will write on his call, and on which he writes now.</summary>
    public TimeSpan Writing { get; set; }
    public CallId? WritesOn { get; set; }

    public TimeSpan Present { get; private set; }
    public TimeSpan Busy { get; private set; }

    public void SignedIn(DateTimeOffset now) => (Since, _changedAt, _busy) = (now, now, false);

    public void SignedOut(DateTimeOffset now, Tally tally)
    {
        Count(now, tally);
        Since = null;
    }

    /// <summary>He is in this state from now on.</summary>
    public void Is(AgentState state, DateTimeOffset now, Tally tally)
    {
        Count(now, tally);
        _busy = state is AgentState.Ringing or AgentState.Talking or AgentState.AfterCallWork;
    }

    /// <summary>Adds the time up to now, as far as it counts.</summary>
    public void Count(DateTimeOffset now, Tally tally)
    {
        if (Since is not null)
        {
            var time = tally.Counted(_changedAt, now);
            Present += time;
            Busy += _busy ? time : TimeSpan.Zero;
            _changedAt = now;
        }
    }
}
