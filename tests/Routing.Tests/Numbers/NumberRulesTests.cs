using Hotline.Routing.Numbers;
using Hotline.Testkit;
using static Hotline.Routing.Tests.Numbers.Policies;

namespace Hotline.Routing.Tests.Numbers;

public sealed class NumberRulesTests
{
    [Theory]
    [InlineData("110")]
    [InlineData("119")]
    [InlineData("120")]
    [InlineData("122")]
    [Requirement("NUM-13", Shows = "a list that merges 110, 119, 120 or 122 is refused")]
    public void Check_emergency_number_is_never_merged(string number) =>
        Kinds(Policy(number, MergeMode.FullMerge)).ShouldBe([NumberProblemKind.EmergencyNumber]);

    [Fact]
    public void Check_two_policies_on_one_day_overlap() =>
        Kinds(Policy("12348", MergeMode.DualNumber, to: "2023-01-01"), Policy("12348", MergeMode.SubCentre, from: "2023-01-01"))
            .ShouldBe([NumberProblemKind.Overlap]);

    [Fact]
    public void Check_same_row_twice_overlaps() =>
        Kinds(Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.DualNumber)).ShouldBe([NumberProblemKind.Overlap]);

    [Fact]
    public void Check_day_without_policy_is_a_gap() =>
        Kinds(Policy("12348", MergeMode.DualNumber, to: "2022-12-30"), Policy("12348", MergeMode.SubCentre, from: "2023-01-01"))
            .ShouldBe([NumberProblemKind.Gap]);

    [Fact]
    public void Check_other_trunk_is_no_overlap() =>
        Kinds(Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.SubCentre, trunk: "justice")).ShouldBeEmpty();

    [Fact]
    [Requirement("NUM-01", Shows = "a list that brings a cancelled number back is refused")]
    [Requirement("NUM-11", Shows = "a list that brings a cancelled number back is refused")]
    public void Check_cancelled_number_comes_back_is_refused() =>
        Kinds(Policy("12336", MergeMode.FullMerge, to: "2023-12-31"), Policy("12336", MergeMode.DualNumber, from: "2024-01-01"))
            .ShouldBe([NumberProblemKind.CancelledNumberRestored]);

    [Theory]
    [InlineData(MergeMode.Main, "any 60s; announcement", true)]
    [InlineData(MergeMode.FullMerge, "any 60s; announcement", true)]
    [InlineData(MergeMode.CallDiversion, "any 60s; announcement", true)]
    [InlineData(MergeMode.LegacyTransferNumber, "any 60s; announcement", true)]
    [InlineData(MergeMode.Main, "any 60s; call-back", false)]
    [InlineData(MergeMode.Main, "any", false)]
    [InlineData(MergeMode.DualNumber, "any 60s; announcement", false)]
    [Requirement("CALL-01", Shows = "a list whose calls of 12345 end with a closed message is refused")]
    public void Check_calls_of_12345_never_end_with_a_closed_message(MergeMode mode, string plan, bool refused) =>
        Kinds(Policy("12336", mode) with { Plan = RoutingPlanText.Parse(plan, new HashSet<string>()).Plan! })
            .ShouldBe(refused ? [NumberProblemKind.EndsClosed] : []);

    [Fact]
    public void Check_unknown_mode_is_said() => Kinds(Policy("12336", (MergeMode)99)).ShouldBe([NumberProblemKind.UnknownMode]);

    [Fact]
    public void Check_ends_before_it_begins_is_said() =>
        Kinds(Policy("12336", MergeMode.FullMerge, to: "2022-05-18")).ShouldBe([NumberProblemKind.EndsBeforeItBegins]);

    [Fact]
    public void Check_malformed_number_is_said() =>
        Kinds(Policy("12-336", MergeMode.FullMerge)).ShouldBe([NumberProblemKind.MalformedNumber]);

    [Fact]
    public void Check_policy_of_another_city_is_said() =>
        Kinds(Policy("12348", MergeMode.DualNumber) with { Tenant = new TenantId("330000") }).ShouldBe([NumberProblemKind.OtherTenant]);

    [Fact]
    [Requirement("NUM-14", Shows = "a list without a main number is refused")]
    public void Check_no_12345_is_said() =>
        NumberRules.Check(City, [Policy("12348", MergeMode.DualNumber)]).Select(p => p.Kind).ShouldBe([NumberProblemKind.NoMainNumber]);

    [Fact]
    public void Check_several_problems_are_said_at_once() =>
        Kinds(Policy("110", MergeMode.FullMerge), Policy("x", MergeMode.FullMerge)).Count().ShouldBe(2);

    private static IEnumerable<NumberProblemKind> Kinds(params NumberPolicy[] policies) =>
        NumberRules.Check(City, [Main, .. policies]).Select(p => p.Kind);
}
