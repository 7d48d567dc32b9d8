using Hotline.Routing;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator.Running;

/// <summary>What one run showed.</summary>
internal sealed class Tally(Scenario scenario)
{
    /// <summary>The standard's limit for the answer (GB/T 33358; CALL-01).</summary>
    private static readonly TimeSpan Target = TimeSpan.FromSeconds(15);
    private readonly DateTimeOffset _from = scenario.Start + scenario.WarmUp, _to = scenario.Start + scenario.End;
    private readonly ClassTally[] _classes = [.. scenario.Classes.Select(_ => new ClassTally(scenario.Groups.Count))];
    private readonly GroupTally[] _groups = [.. scenario.Groups.Select(_ => new GroupTally())];

    public IReadOnlyList<ClassTally> Classes => _classes;
    public IReadOnlyList<GroupTally> Groups => _groups;

    /// <summary>As much of this time as counts.</summary>
    public TimeSpan Counted(DateTimeOffset from, DateTimeOffset to)
    {
        var (begin, end) = (from > _from ? from : _from, to < _to ? to : _to);
        return end > begin ? end - begin : TimeSpan.Zero;
    }

    public void Ended(Caller caller, TerminalState terminal, DateTimeOffset now)
    {
        if (!caller.Counts)
        {
            return;
        }
        var tally = _classes[caller.Class];
        var wait = (caller.AnsweredAt ?? now) - caller.ArrivedAt;
        tally.Arrivals++;
        tally.Waited += wait > TimeSpan.Zero ? 1 : 0;
        if (caller.AnsweredBy is { } agent)
        {
            tally.AnswerWaits.Add(wait.TotalSeconds);
            tally.InTarget += wait <= Target ? 1 : 0;
            tally.ByGroup[agent.Group]++;
        }
        else if (caller.AnsweredAt is not null)
        {
            tally.HandedOn++;
        }
        else if (terminal == TerminalState.Refused)
        {
            tally.Refused++;
        }
        else
        {
            tally.Abandoned++;
        }
    }

    /// <summary>The time is over.</summary>
    public void Close(IEnumerable<VirtualAgent> agents)
    {
        foreach (var agent in agents)
        {
            agent.Count(_to, this);
            if (agent.Present > TimeSpan.Zero)
            {
                _groups[agent.Group].Occupancies.Add(agent.Busy / agent.Present);
            }
        }
        foreach (var tally in _classes)
        {
            tally.AnswerWaits.Sort();
        }
    }
}

/// <summary>Calls of one class in one run.</summary>
internal sealed class ClassTally(int groups)
{
    public int Arrivals { get; set; }
    public int Abandoned { get; set; }

    /// <summary>Turned away with a busy announcement.</summary>
    public int Refused { get; set; }

    /// <summary>Connected to a sub-centre by the plan.</summary>
    public int HandedOn { get; set; }

    /// <summary>Not answered, or not at once.</summary>
    public int Waited { get; set; }

    /// <summary>Answered within the target.</summary>
    public int InTarget { get; set; }

    /// <summary>Seconds to the answer, of those who were answered; sorted at the end.</summary>
    public List<double> AnswerWaits { get; } = [];
    public int[] ByGroup { get; } = new int[groups];

    public double Share(double count) => Arrivals == 0 ? double.NaN : count / Arrivals;

    /// <summary>Nearest rank.</summary>
    public double WaitAt(double percent) =>
        AnswerWaits.Count == 0 ? double.NaN : AnswerWaits[Math.Max(0, (int)Math.Ceiling(AnswerWaits.Count * percent / 100) - 1)];
}

/// <summary>Agents of one group in one run: the share of his time that each was ringing, talking or writing.</summary>
internal sealed class GroupTally
{
    public List<double> Occupancies { get; } = [];
    public double Mean => Occupancies.Count == 0 ? double.NaN : Occupancies.Average();

    /// <summary>Standard deviation between agents.</summary>
    public double Spread => Occupancies.Count == 0 ? double.NaN : Math.Sqrt(Occupancies.Average(o => (o - Mean) * (o - Mean)));
}
