namespace Hotline.Routing;

/// <summary>
/// What happened to a leg, on its way to the flow of its role: an event's door, also for what an event should have told and a listing tells.
/// </summary>
internal sealed class LegEvents(Floor floor, CallFlow citizens, TalkFlow agents, PartyFlow parties)
{
    public void Rang(LegId id)
    {
        if (floor.Legs.TryFind(id, out var call, out var leg))
        {
            floor.Legs.Rang(call, leg);
            FlowOf(leg).Rang(call, leg);
        }
    }

    public void Answered(LegId id)
    {
        if (!floor.Legs.TryFind(id, out var call, out var leg))
        {
            floor.Emit(new Effect.RemoveOrphan(id)); // answered in the moment in which we gave up on it
            return;
        }
        FlowOf(leg).Answered(call, floor.Legs.Answered(call, leg));
    }

    public void Ended(LegId id, int cause)
    {
        if (floor.Legs.TryFind(id, out var call, out var leg)) // not so for the echo of our own hang-up
        {
            FlowOf(leg).Ended(call, floor.Legs.Ended(call, leg, cause));
        }
    }

    public void Failed(Input.CommandFailed failure)
    {
        floor.Emit(new Effect.NoteAnomaly($"{failure.Command} failed: {failure.Reason}", failure.Call.Value));
        if (failure.Leg is { } id && floor.Legs.TryFind(id, out var call, out var leg))
        {
            FlowOf(leg).Failed(call, leg, failure.Command);
        }
    }

    private ILegFlow FlowOf(in CallLeg leg) => leg.Role switch
    {
        LegRole.Citizen => citizens,
        LegRole.Agent => agents,
        LegRole.Party => parties,
        _ => throw new System.Diagnostics.UnreachableException($"{leg.Role}"), // nothing of ours begins one yet
    };
}
