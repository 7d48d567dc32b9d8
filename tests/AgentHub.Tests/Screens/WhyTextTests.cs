using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Tests.Config;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>The floor's reasons as sentences.</summary>
public sealed class WhyTextTests
{
    private static readonly NodeId Node = new("n1");
    private static readonly SkillId Law = new("law");
    private readonly CallDistributor _floor = new(Cities.Kaifeng.Tenant, new RoutingSettings(), Cities.Kaifeng.Numbers, TimeSpan.FromHours(8), 1);
    private readonly WhyText _why = new(Cities.Kaifeng);
    private DateTimeOffset _now = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);

    /// <summary>12348 asks for legal experts, then for better jurists, then for anybody; the plan it goes on with has one step.</summary>
    [Fact]
    public void The_reason_of_the_last_ring_is_told_also_after_the_call_went_on_by_a_shorter_plan()
    {
        var call = new CallId("c1");
        Apply(new Input.NodeSnapshot(Node, _now, [], []));
        Apply(new Input.AgentSignedIn(new AgentId("1001"), "李雯", [], new PhoneAddress(Node, "a1")));
        Apply(new Input.PhoneRegistered(Node, "a1", true));
        Apply(new Input.StateRequested(new RequestId("r1"), new AgentId("1001"), AgentState.Ready, null));
        Apply(new Input.CallArrived(call, new TicketId("t1"), new LegId(Node, "x"), "carrier", "12348", "13800006021", "", _now));
        _floor.Calls[call].Step.ShouldBe(2);
        Apply(new Input.LegAnswered(_floor.Calls[call].Offer!.Leg));
        Apply(new Input.RequeueRequested(new RequestId("r2"), new AgentId("1001"), new RoutingPlan(new RoutingStep(Law, null))));

        _why.Decided(CallFacts.Of(_floor.Calls[call], _floor)).ShouldContain("任何座席均可接听");
        _why.Step(CallFacts.Of(_floor.Calls[call], _floor)).ShouldBe("公共法律服务");
    }

    private void Apply(Input input) => _floor.Apply(_now += TimeSpan.FromSeconds(1), input, []);
}
