using Hotline.Routing.Numbers;
using Hotline.Testkit;

namespace Hotline.Routing.Tests.Numbers;

public sealed class RoutingPlanTests
{
    private static readonly SkillId Fund = new("housing-fund");

    [Fact]
    [Requirement("ROUTE-06", Shows = "experts alone are asked first, and others too when their time is over")]
    public void Step_after_experts_first_anybody_after_their_time()
    {
        var plan = new RoutingPlan(new RoutingStep(Fund, TimeSpan.FromSeconds(20)), new RoutingStep(null, null));

        plan.StepAfter(TimeSpan.Zero).ShouldBe(0);
        plan.StepAfter(TimeSpan.FromSeconds(19.9)).ShouldBe(0);
        plan.StepAfter(TimeSpan.FromSeconds(20)).ShouldBe(1);
        plan.StepAfter(TimeSpan.FromDays(1)).ShouldBe(1);
        plan.ToString().ShouldBe("housing-fund 20s; any");
    }

    [Fact]
    public void Flaw_last_step_ends_is_said() =>
        RoutingPlan.Flaw([new RoutingStep(Fund, TimeSpan.FromSeconds(20))]).ShouldNotBeNull().ShouldContain("last step");

    [Fact]
    public void Flaw_earlier_step_never_ends_is_said() =>
        RoutingPlan.Flaw([new RoutingStep(Fund, null), new RoutingStep(null, null)]).ShouldNotBeNull().ShouldContain("step 1");

    [Fact]
    public void Flaw_earlier_step_of_no_time_is_said() =>
        RoutingPlan.Flaw([new RoutingStep(Fund, TimeSpan.Zero), new RoutingStep(null, null)]).ShouldNotBeNull();

    [Fact]
    public void Flaw_no_step_or_too_many_is_said()
    {
        RoutingPlan.Flaw([]).ShouldNotBeNull();
        RoutingStep step = new(null, TimeSpan.FromSeconds(1));
        RoutingPlan.Flaw([.. Enumerable.Repeat(step, RoutingPlan.StepsMax), new(null, null)]).ShouldNotBeNull();
    }

    [Fact]
    public void Constructor_flaw_throws() => Should.Throw<ArgumentException>(() => new RoutingPlan([]));

    [Fact]
    public void Equals_same_steps_is_same_plan() =>
        new RoutingPlan(new RoutingStep(null, null)).ShouldBe(RoutingPlan.Anybody);
}
