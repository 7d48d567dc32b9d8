using Hotline.AgentHub.Config;
using Hotline.AgentHub.Exchange;
using Hotline.AgentHub.Texts;
using Hotline.Routing;

namespace Hotline.AgentHub.Screens;

/// <summary>Draws pictures of the floor. Runs on the floor's thread, so it reads and copies, and does nothing slow.</summary>
public sealed class DeskViews(CityConfiguration city, TruthBook truth, NodeId node, Func<(bool Healthy, int Pending)> database)
{
    private readonly WhyText _why = new(city);
    private List<QueueFigure> _queues = [];
    private long _version;

    public DeskView? Desk(AgentId id, CallDistributor floor, DateTimeOffset now)
    {
        if (!floor.Agents.TryGetValue(id, out var agent))
        {
            return null;
        }
        var call = agent.Call is { } callId && floor.Calls.TryGetValue(callId, out var found) ? found : null;
        var (healthy, pending) = database();
        return new DeskView
        {
            Version = Interlocked.Increment(ref _version),
            Now = now,
            Telephony = floor.NodeIsUp(node),
            Database = healthy,
            PendingWrites = pending,
            Replaced = false,
            Agent = new DeskAgent(agent.Id.Value, agent.Name, DeskWords.Of(agent.State), agent.Since, agent.Reason,
                agent.Next is { } next ? DeskWords.Of(next) : null, agent.PhoneRegistered),
            Call = call is null ? null : View(call, agent, floor.Settings),
            Queues = _queues,
        };
    }

    public FloorView Floor(CallDistributor floor, DateTimeOffset now) => new(
        Interlocked.Increment(ref _version), now, floor.NodeIsUp(node),
        [.. floor.Agents.Values.OrderBy(a => a.Id.Value, StringComparer.Ordinal).Select(a => new FloorAgent(
            a.Id.Value, a.Name, DeskWords.Of(a.State), a.Since, a.Reason, a.PhoneRegistered, [.. a.Skills.Select(s => city.SkillName(s.Skill))], a.Call?.Value))],
        [.. floor.Waiting.Select(c => new FloorWaiting(
            c.Id.Value, c.Dialled, c.Policy.Name, MaskedNumber.Of(c.Caller), c.Times.QueuedAt, _why.Step(c), _why.Briefly(c, floor, now)))],
        [.. floor.Calls.Values.Where(c => c.Live && (c.State != CallState.Waiting || c.Offer is not null)).OrderBy(c => c.Times.QueuedAt).Select(c => View(c, floor))],
        Truth(now));

    private TruthView Truth(DateTimeOffset now)
    {
        var today = truth.Of(city.DateAt(now));
        return new TruthView(truth.LookedAt, today.Sum(d => d.Count), [.. today.Select(d => new TruthKind(Text.Of($"truth.{d.Kind}"), d.Count))]);
    }

    private static FloorCall View(Call call, CallDistributor floor)
    {
        var agent = call.Offer?.Agent ?? call.Agent;
        var name = agent is { } id && floor.Agents.TryGetValue(id, out var known) ? known.Name : null;
        return new FloorCall(call.Id.Value, call.Dialled, call.Policy.Name, MaskedNumber.Of(call.Caller), agent?.Value, name,
            DeskWords.FloorState(call), call.HeldSince ?? call.Times.AgentAnsweredAt ?? call.Times.QueuedAt);
    }

    private DeskCall View(Call call, Agent agent, RoutingSettings settings)
    {
        var over = agent.State == AgentState.AfterCallWork;
        return new DeskCall
        {
            Id = call.Id.Value,
            TicketId = call.Ticket.Value,
            State = DeskWords.StateFor(call, agent),
            Number = new DialledNumber(call.Dialled, call.Policy.Name, DeskWords.Camel(call.Policy.Mode), Text.Of($"mode.{call.Policy.Mode}"),
                string.Join('、', call.Policy.ResponsibleUnits), call.Policy.Remark, call.Policy.Skill?.Value),
            Caller = new CallerView(MaskedNumber.Of(call.Caller), call.Caller.Length == 0, city.AreaOf(call.Caller)),
            ArrivedAt = call.Times.InvitedAt,
            QueuedAt = call.Times.QueuedAt,
            OfferedAt = call.Offer?.At,
            AnsweredAt = call.Times.AgentAnsweredAt,
            HeldSince = call.HeldSince,
            EndedAt = over ? call.Times.EndedAt ?? agent.Since : call.Times.EndedAt,
            EndedBy = call.EndedBy is { } by ? DeskWords.Camel(by) : null,
            RingUntil = call.Offer?.Until,
            Resume = call.Offer?.Resume == true,
            Why = _why.Offered(call),
            Recording = call.Recording,
            Party = call.Party is { } p ? new PartyView(p.Target, p.Name, DeskWords.Camel(p.State), p.Since) : null,
            PartyFailure = call.PartyFailure is { } f ? new PartyFailureView(f.Target, f.Name, DeskWords.Camel(f.Reason)) : null,
            Outcome = call.Outcome,
            WrapUpUntil = over ? agent.WrapUpUntil : null,
            WrapUpExtensionsLeft = Math.Max(0, settings.AfterCallWorkExtensionsMax - agent.WrapUpExtensions),
        };
    }

    /// <summary>
    /// Counts anew how many wait. Every desk shows the figures of the last count, so whoever counts shows them to all.
    /// </summary>
    /// <returns>False where nothing is new.</returns>
    public bool CountQueues(CallDistributor floor)
    {
        List<QueueFigure> now = [.. floor.Waiting.GroupBy(c => c.Policy.Skill).OrderBy(g => g.Key?.Value, StringComparer.Ordinal).Select(g => new QueueFigure(
            g.Key?.Value ?? "", g.Key is { } skill ? city.SkillName(skill) : Text.Of("queue.general"), g.Count(), g.Min(c => c.Times.QueuedAt)))];
        var changed = !now.SequenceEqual(_queues);
        _queues = now;
        return changed;
    }
}
