using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Tests.Config;
using Hotline.Routing;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>What is copied off the floor for the screens, and how it is spelled there.</summary>
public sealed class FloorCameraTests
{
    private static readonly NodeId Node = new("n1");
    private static readonly AgentId Agent = new("1001");
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
    private readonly CallDistributor _floor = new(Cities.Kaifeng.Tenant, new RoutingSettings(), Cities.Kaifeng.Numbers, TimeSpan.FromHours(8), 1);
    private readonly FloorCamera _camera = new(Node);

    public FloorCameraTests() => Apply(new Input.NodeSnapshot(Node, Start, [], []));

    [Fact]
    public void Somebody_who_is_not_signed_in_has_no_desk() => _camera.Desk(Agent, _floor, Start).ShouldBeNull();

    [Fact]
    public void A_desk_says_when_its_node_cannot_be_commanded()
    {
        SignIn();
        _camera.Desk(Agent, _floor, Start)!.Telephony.ShouldBeTrue();

        Apply(new Input.NodeLost(Node));

        _camera.Desk(Agent, _floor, Start)!.Telephony.ShouldBeFalse();
    }

    [Fact]
    public void Queues_are_counted_by_skill_and_said_to_be_new_only_when_they_are()
    {
        _camera.CountQueues(_floor).ShouldBeFalse();
        Arrive("a", "12345");
        Arrive("b", "12348");
        Arrive("c", "12345");

        _camera.CountQueues(_floor).ShouldBeTrue();
        _camera.CountQueues(_floor).ShouldBeFalse();

        SignIn();
        _camera.Desk(Agent, _floor, Start)!.Queues.Select(q => (q.Skill?.Value, q.Waiting, q.LongestSince))
            .ShouldBe([(null, 2, Start), ("law", 1, Start)]);
    }

    [Fact]
    public void A_picture_does_not_change_with_the_floor()
    {
        SignIn();
        Apply(new Input.PhoneRegistered(Node, "a1", true));
        Apply(new Input.StateRequested(new RequestId("r"), Agent, AgentState.Ready, null));
        Arrive("a", "12345");
        var desk = _camera.Desk(Agent, _floor, Start)!;
        var floor = _camera.Floor(_floor, Start);

        Apply(new Input.LegEnded(new LegId(Node, "x-a"), HangupCause.NormalClearing));

        (desk.Agent.State, desk.Call!.State).ShouldBe((AgentState.Ringing, CallState.Waiting));
        floor.Calls.ShouldHaveSingleItem().Offer!.Agent.ShouldBe(Agent);
        _camera.Floor(_floor, Start).Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_call_is_spelled_as_it_looks_to_the_one_who_looks()
    {
        SignIn();
        Apply(new Input.PhoneRegistered(Node, "a1", true));
        Apply(new Input.StateRequested(new RequestId("r"), Agent, AgentState.Ready, null));
        Arrive("a", "12345");
        Words().ShouldBe(("ringing", "offered"));

        Apply(new Input.LegAnswered(_floor.Calls[new CallId("c-a")].Offer!.Leg));
        Words().ShouldBe(("talking", "talking"));

        Apply(new Input.HoldRequested(new RequestId("h"), Agent));
        Words().ShouldBe(("held", "held"));
        DeskWords.CallStates.ShouldContain("held");
        DeskWords.FloorCallStates.ShouldContain("held");

        (string, string) Words()
        {
            var desk = _camera.Desk(Agent, _floor, Start)!;
            return (DeskWords.StateFor(desk.Call!, desk.Agent), DeskWords.FloorState(desk.Call!));
        }
    }

    private void SignIn() => Apply(new Input.AgentSignedIn(Agent, "李雯", [], new PhoneAddress(Node, "a1")));

    private void Arrive(string name, string dialled) => Apply(new Input.CallArrived(
        new CallId("c-" + name), new TicketId("t-" + name), new LegId(Node, "x-" + name), "carrier", dialled, "13800006021", "", Start));

    private void Apply(Input input) => _floor.Apply(Start, input, []);
}
