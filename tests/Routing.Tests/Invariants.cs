using Hotline.Routing;

namespace Hotline.Routing.Tests;

/// <summary>What holds after every input, whatever happened.</summary>
internal static class Invariants
{
    public static void Check(CallDistributor floor, DateTimeOffset now)
    {
        var waiting = floor.Waiting.ToHashSet();
        // The index holds exactly the legs that stand.
        floor.Legs.ToHashSet().SetEquals(floor.Calls.Values.SelectMany(c => c.Legs).Where(l => l.EndedAt is null).Select(l => l.Id))
            .ShouldBeTrue("index and calls differ about legs");
        foreach (var call in floor.Calls.Values)
        {
            var stands = call.Legs.Where(l => l.EndedAt is null).ToList();
            stands.Count(l => l.Role == LegRole.Citizen).ShouldBe(call.Live ? 1 : 0, $"{call.Id} is {call.State}");
            stands.Where(l => l.Role == LegRole.Agent).Select(l => l.Id)
                .ShouldBe(new[] { call.Offer?.Leg, call.AgentLeg }.OfType<LegId>(), ignoreOrder: true, $"{call.Id} {call.State}");
            stands.Where(l => l.Role == LegRole.Party).Select(l => l.Id)
                .ShouldBe(new[] { call.Party?.Leg }.OfType<LegId>(), $"{call.Id} {call.State}");

            // A caller is in exactly one place.
            waiting.Contains(call).ShouldBe(call.State == CallState.Waiting && call.Offer is null && call.Party is null, $"{call.Id} {call.State}");
            (call.Offer is not null && call.State is not (CallState.Waiting or CallState.Lost))
                .ShouldBeFalse($"{call.Id} is {call.State} and offered");
            (call.State is CallState.Talking or CallState.Held).ShouldBe(call.AgentLeg is not null, $"{call.Id} {call.State} leg {call.AgentLeg}");
            (call.State == CallState.Ended).ShouldBe(call.Terminal is not null, $"{call.Id} {call.State} ends as {call.Terminal}");
            (call.State == CallState.Held).ShouldBe(call.HeldSince is not null);
            (call.State == CallState.Lost && call.LostUntil is null).ShouldBeFalse();
            if (floor.NodeIsUp(call.Leg.Node))
            {
                // Deadlines lie in the future.
                (call.Offer?.Until <= now).ShouldBeFalse($"{call.Id} still rings");
                (call.State == CallState.Waiting && call.StepUntil <= now).ShouldBeFalse($"{call.Id} is late for its next step");
                (call.State == CallState.Lost && call.Offer is null && call.LostUntil <= now).ShouldBeFalse($"{call.Id} is kept too long");
            }
            if (call.Offer is { } offer)
            {
                var agent = floor.Agents[offer.Agent];
                agent.State.ShouldBe(AgentState.Ringing);
                agent.Call.ShouldBe(call.Id);
            }
        }
        // At most one live offer or call per agent.
        var busy = floor.Calls.Values.SelectMany(c => new[] { c.Offer?.Agent, c.AgentTalks ? c.Agent : null }).OfType<AgentId>().ToList();
        busy.Count.ShouldBe(busy.Distinct().Count());
        foreach (var agent in floor.Agents.Values)
        {
            // Every busy state is tied to a live leg: nobody is stuck.
            if (agent.State == AgentState.Ringing)
            {
                floor.Calls[agent.Call!.Value].Offer!.Agent.ShouldBe(agent.Id);
            }
            if (agent.State == AgentState.Talking)
            {
                var call = floor.Calls[agent.Call!.Value];
                call.AgentTalks.ShouldBeTrue($"{agent.Id} talks in {call.State}");
                call.Agent.ShouldBe(agent.Id);
            }
            (agent.State == AgentState.Ready && agent.Call is not null).ShouldBeFalse($"{agent.Id} is ready with a call");
            (agent.State == AgentState.Ready && !agent.PhoneRegistered).ShouldBeFalse($"{agent.Id} is ready without a phone");
        }
        // No eligible pair waits on both sides.
        foreach (var call in waiting.Where(c => floor.NodeIsUp(c.Leg.Node)))
        {
            foreach (var agent in floor.Agents.Values.Where(a => a.State == AgentState.Ready && a.Phone.Node == call.Leg.Node))
            {
                var barred = call.NotAgainUntil.TryGetValue(agent.Id.Value, out var until) && until > now;
                (barred || !call.Plan.Steps[call.Step].Asks.Fits(new SkillProfile(agent.Skills)))
                    .ShouldBeTrue($"{call.Id} and {agent.Id} wait for each other");
            }
        }
    }
}
