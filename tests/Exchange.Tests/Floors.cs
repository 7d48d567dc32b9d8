using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Exchange.Tests;

/// <summary>A floor with the main number, and 12348 that asks for jurists first.</summary>
internal static class Floors
{
    private static readonly TenantId Kaifeng = new("410200");

    public static CallDistributor New() => new(Kaifeng, new RoutingSettings(), new NumberBook(Kaifeng,
    [
        Number("12345", "政务服务便民热线", MergeMode.Main, new RoutingPlan(new RoutingStep(null, null))),
        Number("12348", "公共法律服务专用电话", MergeMode.DualNumber,
            new RoutingPlan(new RoutingStep(new SkillId("law"), TimeSpan.FromSeconds(20)), new RoutingStep(null, null))),
    ]), TimeSpan.FromHours(8), 1);

    private static NumberPolicy Number(string number, string name, MergeMode mode, RoutingPlan plan) =>
        new() { Tenant = Kaifeng, Number = number, Mode = mode, Name = name, EffectiveFrom = new DateOnly(2022, 1, 1), Plan = plan };
}
