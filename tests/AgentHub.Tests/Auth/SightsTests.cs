using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tests.Services;
using Hotline.Routing;

namespace Hotline.AgentHub.Tests.Auth;

/// <summary>Whose tickets somebody sees at this moment.</summary>
public sealed class SightsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>While an agent talks with a citizen, that citizen's tickets are his to read; before and after they are not.</summary>
    [Fact]
    public async Task Sight_grows_by_the_citizen_whom_somebody_talks_with()
    {
        await using var room = await Room.OpenAsync();
        var (agent, node, call) = (new AgentId("1001"), new NodeId("n1"), new CallId("c1"));
        var person = new Person(agent, "李雯", [Roles.Agent], null);
        var sights = new Sights(room.Loop, new SecuritySettings());
        foreach (var input in new Input[]
        {
            new Input.NodeSnapshot(node, room.Clock.Now, [], []),
            new Input.AgentSignedIn(agent, "李雯", [], new PhoneAddress(node, "a1")),
            new Input.PhoneRegistered(node, "a1", true),
            new Input.StateRequested(new RequestId("r1"), agent, AgentState.Ready, null),
            new Input.CallArrived(call, new TicketId("t1"), new LegId(node, "x"), "carrier", "12345", "13800006021", "", room.Clock.Now),
        })
        {
            await room.Loop.PostAsync(input, Cancel);
        }
        var before = await sights.OfAsync(person, Cancel);
        (before.Caller, before.Ticket).ShouldBe((null, "t1"), "it only rings: what was written of it is read, and nothing else");
        var offer = await room.Loop.ReadAsync(f => f.Calls[call].Offer!.Leg, Cancel);

        await room.Loop.PostAsync(new Input.LegAnswered(offer), Cancel);

        var sight = await sights.OfAsync(person, Cancel);
        (sight.Caller, sight.Ticket, sight.Open, sight.Confidential).ShouldBe(("13800006021", "t1", false, false));
        (await sights.OfAsync(person with { Id = new AgentId("1002") }, Cancel)).Caller.ShouldBeNull();
    }
}
