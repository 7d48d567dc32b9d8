using Hotline.Routing.Numbers;
using Hotline.Testkit;
using static Hotline.Routing.Tests.Numbers.Policies;

namespace Hotline.Routing.Tests.Numbers;

public sealed class NumberBookTests
{
    private static readonly DateOnly Today = Day("2026-11-20");

    [Fact]
    public void Find_TrunkHasItsOwnPolicy_PrefersItToTheGeneralOne()
    {
        NumberBook book = Book(Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.SubCentre, trunk: "justice"));

        book.Find("justice", "12348", Today)!.Mode.ShouldBe(MergeMode.SubCentre);
        book.Find("carrier", "12348", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    public void Find_TrunksOwnPolicyHasEnded_GeneralOneHolds()
    {
        NumberBook book = Book(
            Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.SubCentre, to: "2023-12-31", trunk: "justice"));

        book.Find("justice", "12348", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-10", Shows = "a number has one mode until a date and another from then on")]
    public void Find_ModeChangedOnADate_EachDayHasItsOwnMode()
    {
        NumberBook book = Book(
            Policy("12366", MergeMode.SubCentre, to: "2025-12-31"), Policy("12366", MergeMode.DualNumber, from: "2026-01-01"));

        book.Find("carrier", "12366", Day("2025-12-31"))!.Mode.ShouldBe(MergeMode.SubCentre);
        book.Find("carrier", "12366", Day("2026-01-01"))!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-03", Shows = "on a date the same record turns from the platform that is kept to the own one")]
    public void Find_SeatsMoveInOnADate_OnlyTheRecordChanges()
    {
        NumberBook book = Book(
            Policy("12333", MergeMode.DualNumberSeatsRetained, to: "2026-11-30"),
            Policy("12333", MergeMode.DualNumber, from: "2026-12-01"));

        book.Find("carrier", "12333", Today)!.Mode.ShouldBe(MergeMode.DualNumberSeatsRetained);
        book.Find("carrier", "12333", Day("2026-12-01"))!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-01", Shows = "a number in this mode is no entry number from its date on")]
    public void Find_FullMergeNumberStillPointsAtUs_IsLabelledWithItsOriginButIsNoEntry()
    {
        NumberBook book = Book(Policy("12336", MergeMode.FullMerge));

        NumberPolicy policy = book.FindOrUnregistered("carrier", "12336", Today);

        policy.Name.ShouldBe("12336 热线");
        policy.Registered.ShouldBeTrue();
        policy.IsEntry.ShouldBeFalse();
        book.Policies.Where(p => p.IsEntry).ShouldBe([Main]);
    }

    [Fact]
    [Requirement("NUM-18", Shows = "the trunk over which a call comes decides which of a number's modes holds")]
    public void Find_ModeByJurisdiction_TheTrunkDecides()
    {
        NumberBook book = Book(
            Policy("12305", MergeMode.DualNumber) with { ResponsibleUnits = ["省邮政管理局", "杭州海关"] },
            Policy("12305", MergeMode.SubCentre, trunk: "city-yiwu"));

        book.Find("province", "12305", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
        book.Find("province", "12305", Today)!.ResponsibleUnits.Count.ShouldBe(2);
        book.Find("city-yiwu", "12305", Today)!.Mode.ShouldBe(MergeMode.SubCentre);
    }

    [Theory]
    [InlineData("0571-12345-*")]
    [InlineData("057112345*")]
    [InlineData("0571123451")]
    [InlineData("057112345")]
    [Requirement("NUM-15", Shows = "the star, one digit in its place, and neither are the same entry")]
    public void Find_ProvincesEntry_WithStarOrDigitOrBare(string dialled) =>
        Book(Policy("057112345*", MergeMode.Main)).Find("carrier", dialled, Today)!.Number.ShouldBe("057112345*");

    [Fact]
    public void Find_TwoDigitsBehindTheStem_IsAnotherNumber() =>
        Book(Policy("057112345*", MergeMode.Main)).Find("carrier", "05711234512", Today).ShouldBeNull();

    [Fact]
    public void Find_CarrierAddsTheDiallingCode_IsTheSameNumber() =>
        Book(Policy("12348", MergeMode.DualNumber)).Find("carrier", "037812348", Today)!.Number.ShouldBe("12348");

    [Theory]
    [InlineData("99999")]
    [InlineData("")]
    [InlineData("'; drop table calls; --")]
    public void FindOrUnregistered_NumberInNoList_IsAGeneralCallNeverARefusal(string dialled)
    {
        NumberPolicy policy = Book().FindOrUnregistered("carrier", dialled, Today);

        policy.Name.ShouldBe("未登记号码");
        policy.Plan.ShouldBe(RoutingPlan.Anybody);
        policy.Registered.ShouldBeFalse();
        policy.Tenant.ShouldBe(City);
    }

    [Fact]
    [Requirement("NUM-12", Shows = "before its date the added number stands in no list")]
    public void Find_NumberFoundLater_IsOneMorePolicyLikeTheOthers()
    {
        NumberPolicy later = Policy("12393", MergeMode.FullMerge, from: "2024-03-01");

        Book(later).Find("carrier", "12393", Today).ShouldBe(later);
        Book(later).Find("carrier", "12393", Day("2024-02-29")).ShouldBeNull();
    }

    [Fact]
    [Requirement("NUM-07", Shows = "the number stays one to dial, and asks for no seats of its own")]
    public void Find_DivertedNumber_IsAnEntryThatAsksForAnybody()
    {
        NumberPolicy entry = Book(Policy("12303", MergeMode.CallDiversion)).Find("carrier", "12303", Today)!;

        (entry.Registered, entry.Plan).ShouldBe((true, RoutingPlan.Anybody));
    }

    [Fact]
    public void Constructor_BrokenRule_Throws() =>
        Should.Throw<ArgumentException>(() => Book(Policy("110", MergeMode.DualNumber)));
}
