using System.Text.Json;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>
/// One ticket under random wishes: on a clock that jumps, told twice after a crash, lost in races. Beside it runs <see cref="NaiveTimers"/>;
/// after every granted wish the laws of <see cref="CaseLaws"/> hold. When the faults stop it is brought to its archive.
/// </summary>
internal sealed class SimulatedCase
{
    private readonly Random _chance;
    private readonly RandomWishes _wishes;
    private readonly NaiveTimers _naive;
    private readonly List<LoopStep> _steps = [];
    private readonly List<LoopCommand> _granted = [];
    private CaseContext _context;
    private TicketCase _case;
    private DateTimeOffset _now;

    internal SimulatedCase(int seed)
    {
        _chance = new Random(seed);
        _wishes = new RandomWishes(_chance);
        DemandType[] demands = [DemandType.Consultation, DemandType.Help, DemandType.Complaint];
        var flow = new Flow(demands[_chance.Next(3)], (Urgency)Math.Max(0, _chance.Next(-2, 3)));
        _context = flow.Context with
        {
            HasFinalCase = _chance.Next(10) == 0,
            EarlierClosed = _chance.Next(4),
            MergeTarget = new MergeTarget("t9", _chance.Next(2) == 0),
        };
        (_case, _now) = (flow.Case, flow.Now);
        _naive = new NaiveTimers(_now, _case.Ticket.Form.DemandType!.Value, _case.Ticket.Form.Urgency);
    }

    /// <summary>How many wishes were told.</summary>
    internal int Wishes { get; private set; }

    /// <summary>The states it came through.</summary>
    internal IEnumerable<TicketState> Seen => _steps.Select(step => step.Step.To);

    internal TicketCase Case => _case;

    internal void Run(int wishes)
    {
        while (Wishes < wishes && !CaseLaws.IsStill(_case.State))
        {
            _now += _chance.Next(6) == 0 ? TimeSpan.FromHours(_chance.Next(200)) : TimeSpan.FromMinutes(_chance.Next(90));
            var command = _chance.Next(8) switch
            {
                0 => WayOut.Of(_case, _wishes.Wish(), _now),
                1 when _granted.Count > 0 => Again(_granted[_chance.Next(_granted.Count)]),
                _ => _wishes.Next(_case, _now),
            };
            if (_chance.Next(12) == 0)
            {
                Race(command, _wishes.Next(_case, _now));
            }
            else
            {
                Tell(command);
            }
        }

        Converge();
        for (var tries = 0; tries < 20; tries++)
        {
            Law(LoopRules.Decide(_case, _wishes.Next(_case, _now), _context, _now) is LoopDecision.Refused, "something moved after the end");
        }

        var text = JsonSerializer.Serialize(_case, CaseJson.Default.TicketCase);
        var again = JsonSerializer.Deserialize(text, CaseJson.Default.TicketCase)!;
        Law(JsonSerializer.Serialize(again, CaseJson.Default.TicketCase) == text, "the document does not come back as it was");
    }

    // What was granted once is asked for once more, by the same person and with another form.
    private LoopCommand Again(LoopCommand granted) => _wishes.Of(granted.Verb, granted.By, _case, _now);

    // Two saw the same version; the one who is saved first moves the ticket, the other is told so, whatever he wanted.
    private void Race(LoopCommand first, LoopCommand second)
    {
        var seen = _case.Ticket.Version;
        if (Tell(first with { Seen = seen }))
        {
            Law(LoopRules.Decide(_case, second with { Seen = seen }, _context, _now) is LoopDecision.Refused, "a lost race moved the ticket");
        }
    }

    private bool Tell(LoopCommand command)
    {
        Wishes++;
        var decision = LoopRules.Decide(_case, command, _context, _now);
        if (decision is not LoopDecision.Changed changed)
        {
            Law(decision is LoopDecision.Refused, () => $"{command.Verb} was granted already");
            return false;
        }

        // The process died before it could say so: the same wish is told to what was saved.
        Law(LoopRules.Decide(changed.Case, command, _context, _now) is LoopDecision.Already { Case: var same } && same == changed.Case,
            () => $"{command.Verb} told twice is done twice");
        _granted.Add(command);
        var before = _case;
        (_case, var from) = (changed.Case, _case.State);
        _steps.AddRange(changed.Steps);
        _naive.Saw(command, from, _case.State, _now);
        var running = changed.Steps[^1].After.ToHashSet();
        var naive = _naive.Running(_case.State);
        Law(running.SetEquals(naive) && running.Count == changed.Steps[^1].After.Count,
            () => $"after {command.Verb} to {_case.State} run [{string.Join(", ", running)}], not [{string.Join(", ", naive)}]");
        CaseLaws.Hold(before, changed, command, _now);
        return true;
    }

    private void Converge()
    {
        for (var moves = 0; !CaseLaws.IsStill(_case.State); moves++)
        {
            Law(moves < 40, () => $"it does not come out of {_case.State}");
            _now += TimeSpan.FromMinutes(1);
            var command = WayOut.Of(_case, _wishes.Wish(), _now);
            Law(Tell(command), () => $"the way out of {_case.State} by {command.Verb} is refused: {LoopRules.Decide(_case, command, _context, _now)}");
        }

        Law(_steps.Count == _case.Ticket.LastStep - 2, "a step is lost");
    }

    private static void Law(bool holds, string otherwise) => CaseLaws.Law(holds, otherwise);

    private static void Law(bool holds, Func<string> otherwise) => CaseLaws.Law(holds, otherwise);
}
