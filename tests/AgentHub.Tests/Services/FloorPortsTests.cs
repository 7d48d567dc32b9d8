using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>Two rooms that do not know each other.</summary>
public sealed class FloorPortsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Send_effects_of_the_loop_go_to_the_telephone_as_they_are()
    {
        var telephone = new Telephone();
        List<Effect> effects = [new Effect.ShowFloor(), new Effect.NoteAnomaly("k", "s")];
        new FloorPhones(telephone).Send(effects);
        telephone.Sent.ShouldBeSameAs(effects);
    }

    [Fact]
    public async Task Post_facts_of_the_telephone_come_to_the_loop_in_their_order()
    {
        await using var room = await Room.OpenAsync();
        var inbox = new FloorInbox(room.Loop);
        var node = new NodeId("n1");
        await inbox.PostAsync(new Input.NodeSnapshot(node, DateTimeOffset.MinValue, [], []), Cancel);
        (await room.Loop.ReadAsync(f => f.NodeIsUp(node), Cancel)).ShouldBeTrue();
        await inbox.PostAsync(new Input.NodeLost(node), Cancel);
        (await room.Loop.ReadAsync(f => f.NodeIsUp(node), Cancel)).ShouldBeFalse();
    }

    private sealed class Telephone : ITelephony
    {
        public IReadOnlyList<Effect>? Sent { get; private set; }

        public void Send(IReadOnlyList<Effect> effects) => Sent = effects;
    }
}
