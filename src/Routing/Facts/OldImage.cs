namespace Hotline.Routing;

/// <summary>An image that was drawn before the legs were kept has their ids in four places of the call.</summary>
internal static class OldImage
{
    /// <summary>Gives a live call of such an image its legs.</summary>
    public static void NameLegs(Call call)
    {
        if (call.Legs.Count > 0 || !call.Live)
        {
            return;
        }
        call.Put(new CallLeg
        {
            Id = call.Leg, Role = LegRole.Citizen, Number = call.Caller, Trunk = call.Trunk,
            StartedAt = call.Times.InvitedAt, AnsweredAt = call.Times.AnsweredBySystemAt,
        });
        if (call.Offer is { } offer)
        {
            call.Put(new CallLeg { Id = offer.Leg, Role = LegRole.Agent, Agent = offer.Agent, Number = "", Trunk = "", StartedAt = offer.At });
        }
        if (call.AgentLegOfOldImage is { } talks)
        {
            var answered = call.Times.AgentAnsweredAt ?? call.Times.QueuedAt;
            call.Put(new CallLeg
            {
                Id = talks, Role = LegRole.Agent, Agent = call.Agent, Number = "", Trunk = "", StartedAt = answered, AnsweredAt = answered,
            });
        }
        if (call.Party is { } party)
        {
            call.Put(new CallLeg
            {
                Id = party.Leg, Role = LegRole.Party, Number = party.Target, Trunk = "", StartedAt = party.Since,
                AnsweredAt = party.State == PartyState.Joined ? party.Since : null,
            });
        }
        call.AgentLegOfOldImage = null;
    }
}
