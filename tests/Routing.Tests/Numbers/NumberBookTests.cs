using Hotline.Routing.Numbers;
using Hotline.Testkit;
using static Hotline.Routing.Tests.Numbers.Policies;

namespace Hotline.Routing.Tests.Numbers;

public sealed class NumberBookTests
{
    private static readonly DateOnly Today = Day("2026-11-20");

    [Fact]
    public void Find_trunk_has_its_own_policy_prefers_it_to_the_general_one()
    {
        var book = Book(Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.SubCentre, trunk: "justice"));

        book.Find("justice", "12348", Today)!.Mode.ShouldBe(MergeMode.SubCentre);
        book.Find("carrier", "12348", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    public void Find_trunks_own_policy_has_ended_general_one_holds()
    {
        var book = Book(
            Policy("12348", MergeMode.DualNumber), Policy("12348", MergeMode.SubCentre, to: "2023-12-31", trunk: "justice"));

        book.Find("justice", "12348", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-10", Shows = "a number has one mode until a date and another from then on")]
    public void Find_mode_changed_on_a_date_each_day_has_its_own_mode()
    {
        var book = Book(
            Policy("12366", MergeMode.SubCentre, to: "2025-12-31"), Policy("12366", MergeMode.DualNumber, from: "2026-01-01"));

        book.Find("carrier", "12366", Day("2025-12-31"))!.Mode.ShouldBe(MergeMode.SubCentre);
        book.Find("carrier", "12366", Day("2026-01-01"))!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-03", Shows = "on a date the same record turns from the platform that is kept to the own one")]
    public void Find_seats_move_in_on_a_date_only_the_record_changes()
    {
        var book = Book(
            Policy("12333", MergeMode.DualNumberSeatsRetained, to: "2026-11-30"),
            Policy("12333", MergeMode.DualNumber, from: "2026-12-01"));

        book.Find("carrier", "12333", Today)!.Mode.ShouldBe(MergeMode.DualNumberSeatsRetained);
        book.Find("carrier", "12333", Day("2026-12-01"))!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-01", Shows = "a number in this mode is no entry number from its date on")]
    public void Find_full_merge_number_still_points_at_us_is_labelled_with_its_origin_but_is_no_entry()
    {
        var book = Book(Policy("12336", MergeMode.FullMerge));

        var policy = book.FindOrUnregistered("carrier", "12336", Today);

        policy.Name.ShouldBe("12336 热线");
        policy.Registered.ShouldBeTrue();
        policy.IsEntry.ShouldBeFalse();
        book.Policies.Where(p => p.IsEntry).ShouldBe([Main]);
    }

    [Fact]
    [Requirement("NUM-18", Shows = "the trunk over which a call comes decides which of a number's modes holds")]
    public void Find_mode_by_jurisdiction_the_trunk_decides()
    {
        var book = Book(
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
    public void Find_provinces_entry_with_star_or_digit_or_bare(string dialled) =>
        Book(Policy("057112345*", MergeMode.Main)).Find("carrier", dialled, Today)!.Number.ShouldBe("057112345*");

    [Fact]
    public void Find_two_digits_behind_the_stem_is_another_number() =>
        Book(Policy("057112345*", MergeMode.Main)).Find("carrier", "05711234512", Today).ShouldBeNull();

    [Fact]
    public void Find_carrier_adds_the_dialling_code_is_the_same_number() =>
        Book(Policy("12348", MergeMode.DualNumber)).Find("carrier", "037812348", Today)!.Number.ShouldBe("12348");

    [Theory]
    [InlineData("99999")]
    [InlineData("")]
    [InlineData("'; drop table calls; --")]
    public void Find_or_unregistered_number_in_no_list_is_a_general_call_never_a_refusal(string dialled)
    {
        var policy = Book().FindOrUnregistered("carrier", dialled, Today);

        policy.Name.ShouldBe("未登记号码");
        policy.Plan.ShouldBe(RoutingPlan.Anybody);
        policy.Registered.ShouldBeFalse();
        policy.Tenant.ShouldBe(City);
    }

    [Fact]
    [Requirement("NUM-12", Shows = "before its date the added number stands in no list")]
    public void Find_number_found_later_is_one_more_policy_like_the_others()
    {
        var later = Policy("12393", MergeMode.FullMerge, from: "2024-03-01");

        Book(later).Find("carrier", "12393", Today).ShouldBe(later);
        Book(later).Find("carrier", "12393", Day("2024-02-29")).ShouldBeNull();
    }

    [Fact]
    [Requirement("NUM-07", Shows = "the number stays one to dial, and asks for no seats of its own")]
    public void Find_diverted_number_is_an_entry_that_asks_for_anybody()
    {
        var entry = Book(Policy("12303", MergeMode.CallDiversion)).Find("carrier", "12303", Today)!;

        (entry.Registered, entry.Plan).ShouldBe((true, RoutingPlan.Anybody));
    }

    [Fact]
    public void Constructor_broken_rule_throws() =>
        Should.Throw<ArgumentException>(() => Book(Policy("110", MergeMode.DualNumber)));
}
