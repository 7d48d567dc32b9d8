using System.Text.RegularExpressions;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Screens;

/// <summary>The floor's reasons as sentences: why this agent, and why is this caller still waiting.</summary>
public sealed partial class WhyText(CityConfiguration city)
{
    /// <summary>To the agent whose phone rings; empty while it does not.</summary>
    public string Offered(CallFacts call)
    {
        if (call is not { Offer: { } offer, Why: { } why })
        {
            return "";
        }
        return offer.Resume
            ? Text.Of("why.resume")
            : Text.Of(why.Front ? "why.offerFront" : "why.offer", (int)Waited(call, offer, why).TotalSeconds, Need(why.Asks),
                Text.Of($"why.order.{why.Order}"), why.Candidates is [var chosen, ..] ? Duration(chosen.Idle) : "");
    }

    // A talk with the agent who gave the call on was no waiting.
    private static TimeSpan Waited(CallFacts call, Offer offer, Decision why) => call.HandedOn is { } before ? offer.At - before.At : why.Waited;

    /// <summary>In a row of the queue.</summary>
    public string Briefly(CallFacts call, DateTimeOffset now)
    {
        var asks = call.Step.Asks;
        return !call.NodeUp ? Text.Of("why.wait.away")
            : asks.Equals(SkillExpression.Anybody) ? Text.Of("why.wait.nobodyReady")
            : call.StepUntil is { } until ? Text.Of("why.wait.skill", Words(asks.Text), Math.Max(0, (int)(until - now).TotalSeconds))
            : Text.Of("why.wait.skillForever", Words(asks.Text));
    }

    /// <summary>The step's name in a row of the queue.</summary>
    public string Step(CallFacts call) => call.Step.Asks.Equals(SkillExpression.Anybody) ? Text.Of("queue.general") : Words(call.Step.Asks.Text);

    /// <summary>Why the last agent was rung, with the candidates.</summary>
    public string Decided(CallFacts call)
    {
        if (call.Why is not { } why)
        {
            return Text.Of("why.full.none");
        }
        if (why.Resume)
        {
            return Text.Of("why.full.resume", call.Agent?.Value ?? "");
        }
        var candidates = string.Join('、', why.Candidates.Select(c => Text.Of("why.full.candidate", c.Agent.Value, Duration(c.Idle))));
        var chosen = why.Candidates is [var first, ..] ? first.Agent.Value : "";
        return Text.Of("why.full.offer", (int)why.Waited.TotalSeconds, chosen, Need(why.Asks),
            Text.Of($"why.order.{why.Order}"), why.IdleAgents, why.WaitingCalls, candidates);
    }

    /// <summary>What stands against each agent.</summary>
    public static string Waiting(string briefly, WaitingExplanation? why) => why is null
        ? Text.Of("why.full.notWaiting")
        : Text.Of("why.full.waiting", briefly, why.Fit, why.Ringing, why.Talking, why.AfterCallWork, why.Away, why.Barred, why.Ahead);

    // The expression as the decision kept it: the call may go by another plan since.
    private string Need(string asks) => asks == SkillExpressionText.Any ? Text.Of("why.anyone") : Text.Of("why.skill", Words(asks));

    /// <summary>A skill expression in Chinese.</summary>
    private string Words(string asks) => Term().Replace(asks, term => term.Groups["name"].Value switch
    {
        "and" => Text.Of("skills.and"),
        "or" => Text.Of("skills.or"),
        "not" => Text.Of("skills.not"),
        SkillExpressionText.Any => Text.Of("why.anyone"),
        var name when term.Groups["level"].Success => Text.Of("skills.level", city.SkillName(new SkillId(name)), term.Groups["level"].Value),
        var name => city.SkillName(new SkillId(name)),
    }).Replace(" ", "", StringComparison.Ordinal);

    private static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? Text.Of("duration.seconds", (int)time.TotalSeconds)
        : Text.Of("duration.minutes", (int)time.TotalMinutes, time.Seconds);

    [GeneratedRegex(@"(?<name>[A-Za-z0-9_.\-]+)(?:>=(?<level>\d))?")]
    private static partial Regex Term();
}
