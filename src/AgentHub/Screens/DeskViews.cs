using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Exchange;
using Hotline.Routing;

namespace Hotline.AgentHub.Screens;

/// <summary>Draws pictures from facts: words, masks, areas. Anywhere but on the floor's thread, for many viewers at once.</summary>
/// <param name="city">Names and areas.</param>
/// <param name="truth">How often the books differed today.</param>
/// <param name="database">Whether it takes writes now, and how many wait.</param>
/// <param name="calendar">What is to be said of the calendar at a moment; null where nothing is.</param>
public sealed class DeskViews(
    CityConfiguration city, TruthBook truth, Func<(bool Healthy, int Pending)> database, Func<DateTimeOffset, string?>? calendar = null)
{
    private readonly WhyText _why = new(city);
    private long _version;

    /// <param name="facts">What to draw.</param>
    /// <param name="replaced">For a page that is no longer the agent's newest.</param>
    public DeskView Desk(DeskFacts facts, bool replaced)
    {
        var (healthy, pending) = database();
        var agent = facts.Agent;
        return new DeskView
        {
            Version = Interlocked.Increment(ref _version),
            Now = facts.Now,
            Telephony = facts.Telephony,
            Database = healthy,
            PendingWrites = pending,
            Replaced = replaced,
            Agent = new DeskAgent(agent.Id.Value, agent.Name, DeskWords.Of(agent.State), agent.Since, agent.Reason,
                agent.Next is { } next ? DeskWords.Of(next) : null, agent.NextReason, agent.PhoneRegistered,
                [.. agent.Skills.Select(s => city.SkillName(s.Skill))]),
            Call = facts.Call is { } call ? View(call, agent, facts.WrapUpExtensionsMax) : null,
            Queues = [.. facts.Queues.Select(q => new QueueFigure(
                q.Skill?.Value ?? "", q.Skill is { } skill ? city.SkillName(skill) : Text.Of("queue.general"), q.Waiting, q.LongestSince))],
        };
    }

    public FloorView Floor(FloorFacts facts) => new(
        Interlocked.Increment(ref _version), facts.Now, facts.Telephony,
        [.. facts.Agents.OrderBy(a => a.Id.Value, StringComparer.Ordinal).Select(a => new FloorAgent(
            a.Id.Value, a.Name, DeskWords.Of(a.State), a.Since, a.Reason, a.PhoneRegistered, [.. a.Skills.Select(s => city.SkillName(s.Skill))],
            a.Call?.Value))],
        [.. facts.Waiting.Select(c => new FloorWaiting(
            c.Id.Value, c.Dialled, c.Policy.Name, MaskedNumber.Of(c.Caller), c.WaitsSince, _why.Step(c), _why.Briefly(c, facts.Now)))],
        [.. facts.Calls.OrderBy(c => c.QueuedAt).Select(View)],
        Truth(facts.Now), Notice(facts.Now));

    private string? Notice(DateTimeOffset now)
    {
        string[] told = [.. new[] { city.Outdated, calendar?.Invoke(now) }.OfType<string>()];
        return told.Length == 0 ? null : string.Join(Text.Of("deadline.comma"), told);
    }

    private TruthView Truth(DateTimeOffset now)
    {
        var today = truth.Of(city.DateAt(now));
        return new TruthView(truth.LookedAt, today.Sum(d => d.Count), [.. today.Select(d => new TruthKind(Text.Of($"truth.{d.Kind}"), d.Count))]);
    }

    private static FloorCall View(CallFacts call) => new(
        call.Id.Value, call.Dialled, call.Policy.Name, MaskedNumber.Of(call.Caller), (call.Offer?.Agent ?? call.Agent)?.Value, call.AgentName,
        DeskWords.FloorState(call),
        call.HeldSince ?? call.AgentAnsweredAt ?? (call.State == CallState.HandedOver ? call.Party?.Since : null) ?? call.QueuedAt);

    private DeskCall View(CallFacts call, AgentFacts agent, int extensionsMax)
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
            ArrivedAt = call.InvitedAt,
            QueuedAt = call.QueuedAt,
            OfferedAt = call.Offer?.At,
            AnsweredAt = call.AgentAnsweredAt,
            HeldSince = call.HeldSince,
            EndedAt = over ? call.EndedAt ?? agent.Since : call.EndedAt,
            EndedBy = call.EndedBy is { } by ? DeskWords.Camel(by) : null,
            RingUntil = call.Offer?.Until,
            Resume = call.Offer?.Resume == true,
            Why = _why.Offered(call),
            Recording = call.Recording,
            HandedOn = call.HandedOn is { } h && h.Agent != agent.Id
                ? new HandedOnView(h.Agent.Value, h.Name ?? "", h.TalkedSince, h.At) : null,
            Party = call.Party is { } p ? new PartyView(p.Target, p.Name, DeskWords.Camel(p.State), p.Since) : null,
            PartyFailure = call.PartyFailure is { } f ? new PartyFailureView(f.Target, f.Name, DeskWords.Camel(f.Reason)) : null,
            Outcome = call.Outcome,
            WrapUpUntil = over ? agent.WrapUpUntil : null,
            WrapUpExtensionsLeft = Math.Max(0, extensionsMax - agent.WrapUpExtensions),
        };
    }
}
