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
    public void Check_EmergencyNumber_IsNeverMerged(string number) =>
        Kinds(Policy(number, MergeMode.FullMerge)).ShouldBe([NumberProblemKind.EmergencyNumber]);

    [Fact]
    public void Check_TwoPoliciesOnOneDay_Overlap() =>
        Kinds(Policy("12348", MergeMode.DualNumber, to: "2023-01-01"), Policy("12348", MergeMode.SubCentre, from: "2023-01-01"))
            .ShouldBe([NumberProblemKind.Overlap]);

    [Fact]
    public void Check_SameRowTwice_Overlaps() =>
        Kinds(Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.DualNumber)).ShouldBe([NumberProblemKind.Overlap]);

    [Fact]
    public void Check_DayWithoutPolicy_IsAGap() =>
        Kinds(Policy("12348", MergeMode.DualNumber, to: "2022-12-30"), Policy("12348", MergeMode.SubCentre, from: "2023-01-01"))
            .ShouldBe([NumberProblemKind.Gap]);

    [Fact]
    public void Check_OtherTrunk_IsNoOverlap() =>
        Kinds(Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.SubCentre, trunk: "justice")).ShouldBeEmpty();

    [Fact]
    [Requirement("NUM-01", Shows = "a list that brings a cancelled number back is refused")]
    [Requirement("NUM-11", Shows = "a list that brings a cancelled number back is refused")]
    public void Check_CancelledNumberComesBack_IsRefused() =>
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
    public void Check_CallsOf12345_NeverEndWithAClosedMessage(MergeMode mode, string plan, bool refused) =>
        Kinds(Policy("12336", mode) with { Plan = RoutingPlanText.Parse(plan, new HashSet<string>()).Plan! }).ShouldBe(refused ? [NumberProblemKind.EndsClosed] : []);

    [Fact]
    public void Check_UnknownMode_IsSaid() => Kinds(Policy("12336", (MergeMode)99)).ShouldBe([NumberProblemKind.UnknownMode]);

    [Fact]
    public void Check_EndsBeforeItBegins_IsSaid() =>
        Kinds(Policy("12336", MergeMode.FullMerge, to: "2022-05-18")).ShouldBe([NumberProblemKind.EndsBeforeItBegins]);

    [Fact]
    public void Check_MalformedNumber_IsSaid() =>
        Kinds(Policy("12-336", MergeMode.FullMerge)).ShouldBe([NumberProblemKind.MalformedNumber]);

    [Fact]
    public void Check_PolicyOfAnotherCity_IsSaid() =>
        Kinds(Policy("12348", MergeMode.DualNumber) with { Tenant = new TenantId("330000") }).ShouldBe([NumberProblemKind.OtherTenant]);

    [Fact]
    [Requirement("NUM-14", Shows = "a list without a main number is refused")]
    public void Check_No12345_IsSaid() =>
        NumberRules.Check(City, [Policy("12348", MergeMode.DualNumber)]).Select(p => p.Kind).ShouldBe([NumberProblemKind.NoMainNumber]);

    [Fact]
    public void Check_SeveralProblems_AreSaidAtOnce() =>
        Kinds(Policy("110", MergeMode.FullMerge), Policy("x", MergeMode.FullMerge)).Count().ShouldBe(2);

    private static IEnumerable<NumberProblemKind> Kinds(params NumberPolicy[] policies) =>
        NumberRules.Check(City, [Main, .. policies]).Select(p => p.Kind);
}
