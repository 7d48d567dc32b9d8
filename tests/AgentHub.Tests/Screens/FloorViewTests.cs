using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Tests.Config;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>What the shift leader sees of each call.</summary>
public sealed class FloorViewTests
{
    private static readonly NodeId Node = new("n1");
    private static readonly TenantId Tenant = Cities.Kaifeng.Tenant;

    [Fact]
    public void A_call_that_the_sub_centre_took_over_counts_from_its_answer()
    {
        var now = new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
        var plan =
            new RoutingPlan([new RoutingStep(null, TimeSpan.FromSeconds(20))], RoutingWeights.Fcfs, new PlanEnding("12366", "税务分中心", "subcentre"));
        var numbers = new NumberBook(Tenant, [Number("12345", MergeMode.Main, RoutingPlan.Anybody), Number("12302", MergeMode.DualNumber, plan)]);
        var floor = new CallDistributor(Tenant, new RoutingSettings(), numbers, TimeSpan.FromHours(8), 1);
        void Apply(Input input) => floor.Apply(now, input, []);
        Apply(new Input.NodeSnapshot(Node, now, [], []));
        Apply(new Input.CallArrived(new CallId("c1"), new TicketId("t1"), new LegId(Node, "x"), "carrier", "12302", "13800006021", "", now));
        now += TimeSpan.FromSeconds(21);
        Apply(new Input.ClockStruck());
        now += TimeSpan.FromSeconds(9);
        Apply(new Input.LegAnswered(floor.Calls[new CallId("c1")].Party!.Leg));

        var shown = new DeskViews(Cities.Kaifeng, new TruthBook(), () => (true, 0))
            .Floor(new FloorCamera(Node).Floor(floor, now)).Calls.ShouldHaveSingleItem();

        shown.Since.ShouldBe(now);
    }

    [Fact]
    public void A_year_that_is_missing_in_the_calendar_stands_on_the_leaders_page()
    {
        var now = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);
        CallDistributor floor = new(Tenant, new RoutingSettings(), new NumberBook(Tenant, [Number("12345", MergeMode.Main, RoutingPlan.Anybody)]),
            TimeSpan.FromHours(8), 1);
        var facts = new FloorCamera(Node).Floor(floor, now);

        new DeskViews(Cities.Kaifeng, new TruthBook(), () => (true, 0), at => at == now ? "2027 年节假日安排尚未录入" : null).Floor(facts).Notice
            .ShouldBe("2027 年节假日安排尚未录入");
        new DeskViews(Cities.Kaifeng, new TruthBook(), () => (true, 0), _ => null).Floor(facts).Notice.ShouldBeNull();
    }

    private static NumberPolicy Number(string number, MergeMode mode, RoutingPlan plan) =>
        new() { Tenant = Tenant, Number = number, Mode = mode, Name = number, EffectiveFrom = new DateOnly(2022, 1, 1), Plan = plan };
}
