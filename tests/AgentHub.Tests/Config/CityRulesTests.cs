using Hotline.AgentHub.Config;
using Hotline.Routing.Numbers;
using Hotline.Testkit;
using static Hotline.AgentHub.Tests.Config.Cities;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>What the requirements ask of the cities' data beyond the lists themselves.</summary>
public sealed class CityRulesTests
{
    [Fact]
    [Requirement("NUM-14", Shows = "12345 is the city's main number")]
    public void Kaifeng_main_number_is_12345() =>
        Kaifeng.Numbers.Find("carrier", "12345", Today)!.Mode.ShouldBe(MergeMode.Main);

    [Fact]
    public void Each_leaf_of_the_categories_has_words_that_citizens_use()
    {
        var leaves = Kaifeng.Categories.SelectMany(c => c.Children).ToList();

        leaves.ShouldAllBe(c => c.Synonyms.Count > 0);
        leaves.Single(c => c.Name == "供水服务").Synonyms.ShouldContain("停水");
    }

    [Fact]
    public void Categories_of_before_have_no_synonyms_and_are_read_all_the_same()
    {
        using var city = new SpoiledCity();
        city.Write("categories.csv", "code,name,parent\n01,公用事业,\n0101,供水服务,01\n"u8.ToArray());
        File.Delete(Path.Combine(city.Folder, "dispatch-catalogue.csv")); // it names other categories

        CityConfiguration.Load(city.Folder).Categories.Single().Children.Single().Synonyms.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_answered_soon_is_the_citys_and_fifteen_seconds_where_it_does_not_say()
    {
        using var city = new SpoiledCity();
        city.Replace("settings.json", "\"answeredSoonSeconds\": 15", "\"answeredSoonSeconds\": 20");
        CityConfiguration.Load(city.Folder).AnsweredSoon.ShouldBe(TimeSpan.FromSeconds(20));
        city.Replace("settings.json", "\"answeredSoonSeconds\": 20,", "");
        CityConfiguration.Load(city.Folder).AnsweredSoon.ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("057112345*")]
    [InlineData("0571-12345-1")]
    [InlineData("0571-12345")]
    [Requirement("NUM-15", Shows = "Zhejiang's main number is 0571-12345-*")]
    public void Zhejiang_entry_is_057112345_with_a_suffix(string dialled) =>
        Zhejiang.Numbers.Find("carrier", dialled, Today)!.Mode.ShouldBe(MergeMode.Main);

    [Theory]
    [InlineData("12336")]
    [InlineData("967100")]
    [Requirement("NUM-01", Shows = "a number in this mode is no entry number from its date on")]
    public void Kaifeng_full_merge_number_keeps_its_name_but_is_no_entry(string number)
    {
        var policy = Kaifeng.Numbers.FindOrUnregistered("carrier", number, Today);

        policy.Registered.ShouldBeTrue();
        policy.Plan.ShouldBe(RoutingPlan.Anybody);
        policy.IsEntry.ShouldBeFalse();
    }

    [Fact]
    [Requirement("NUM-10", Shows = "the same number has its own mode in each city")]
    public void Same_number_differs_from_city_to_city()
    {
        Kaifeng.Numbers.Find("carrier", "12318", Today)!.Mode.ShouldBe(MergeMode.FullMerge);
        Zhejiang.Numbers.Find("carrier", "12318", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
        Kaifeng.Numbers.Find("carrier", "12315", Today)!.Mode.ShouldBe(MergeMode.DualNumberSeatsRetained);
        Zhejiang.Numbers.Find("carrier", "12315", Today)!.Mode.ShouldBe(MergeMode.DualNumber);
    }

    [Fact]
    [Requirement("NUM-18", Shows = "12305 is a dual number at the province and a sub-centre in the cities and Yiwu")]
    public void Zhejiang_12305_is_dual_at_the_province_and_a_sub_centre_in_the_cities_and_yiwu()
    {
        Zhejiang.Numbers.Find("carrier", "12305", Today)!.Mode.ShouldBe(MergeMode.DualNumber);

        string[] places = [.. Zhejiang.Numbers.Policies.Where(p => p.Number == "12305" && p.Trunk != NumberPolicy.AnyTrunk).Select(p => p.Trunk)];
        places.Length.ShouldBe(12);
        places.ShouldContain("city-330782");
        places.ShouldAllBe(t => Zhejiang.Numbers.Find(t, "12305", Today)!.Mode == MergeMode.SubCentre);
    }

    [Fact]
    [Requirement("NUM-18", Shows = "12360 and 12367 name both of their units")]
    public void Zhejiang_numbers_of_two_units_name_both()
    {
        Zhejiang.Numbers.Find("carrier", "12360", Today)!.ResponsibleUnits.ShouldBe(["杭州海关", "宁波海关"]);
        Zhejiang.Numbers.Find("carrier", "12367", Today)!.ResponsibleUnits.ShouldBe(["省公安厅", "浙江边检总站"]);
    }

    [Theory]
    [InlineData("110")]
    [InlineData("119")]
    [InlineData("120")]
    [InlineData("122")]
    [Requirement("NUM-13", Shows = "in every city each of the four is a party to hand over to, and no number of its list")]
    public void Emergency_number_is_a_party_and_no_merged_number(string number)
    {
        foreach (var city in new[] { Kaifeng, Zhejiang })
        {
            city.Numbers.Find("carrier", number, Today).ShouldBeNull();
            city.Parties.Single(p => p.Target == number).Kind.ShouldBe(PartyKind.Emergency);
        }
    }

    [Fact]
    [Requirement("ROUTE-06", Shows = "12329's plan asks the housing fund's experts for 20 s, then who else knows it, then anybody")]
    public void Kaifeng_12329_asks_the_housing_fund_experts_first()
    {
        var policy = Kaifeng.Numbers.Find("carrier", "12329", Today)!;

        policy.Skill!.Value.Value.ShouldBe("housing-fund");
        policy.Plan.ToString().ShouldBe("housing-fund and expert 20s best-level; housing-fund>=2 20s; any");
    }

    [Fact]
    [Requirement("CALL-09", Shows = "Kaifeng's types hold 咨询, 求助, 投诉, 举报 and 建议")]
    public void Demand_types_hold_those_of_the_documents() =>
        Kaifeng.DemandTypes.Select(d => d.Name).ShouldBe(["咨询", "求助", "投诉", "举报", "建议", "表扬", "其他", "骚扰无效"]);

    [Fact]
    [Requirement("ACC-03", Shows = "Kaifeng refuses it, with what the caller is told")]
    [Requirement("ACC-07", Shows = "Kaifeng refuses it, with what the caller is told")]
    [Requirement("ACC-14", Shows = "Kaifeng refuses only secrecy matters and unclear demands")]
    public void Kaifeng_refuses_only_secrecy_and_unclear_demands() =>
        Kaifeng.NotAcceptReasons.Select(r => (r.Code, r.Source)).ShouldBe([("secrecy-privacy", "ACC-03"), ("no-clear-demand", "ACC-07")]);

    [Fact]
    [Requirement("ACC-02", Shows = "Kaifeng refers it, with who is in charge and what the caller is told")]
    [Requirement("ACC-06", Shows = "Kaifeng refers it, with who is in charge and what the caller is told")]
    [Requirement("ACC-06", Shows = "another city has no such reason")]
    [Requirement("ACC-14",
        Shows = "lawsuits, petitions, the bodies of Party and law and the military have reasons of their own, with who is in charge")]
    public void Kaifeng_refers_what_others_take_up_by_their_duties()
    {
        Kaifeng.ReferralReasons.Select(r => r.Code).ShouldBe(["legal-procedure", "petition", "party-court", "military"]);
        Kaifeng.ReferralReasons.ShouldAllBe(r => r.Responsible.Length > 0 && r.Guidance.EndsWith('。'));
        Zhejiang.ReferralReasons.Concat(Ziyang.ReferralReasons).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("ACC-02", Shows = "Zhejiang refuses it")]
    [Requirement("ACC-03", Shows = "Zhejiang refuses it")]
    public void Zhejiang_refuses_the_two_items_of_its_document() =>
        Zhejiang.NotAcceptReasons.Select(r => r.Source).Distinct().ShouldBe(["ACC-02", "ACC-03"]);

    [Fact]
    [Requirement("ACC-02", Shows = "Ziyang refuses it")]
    [Requirement("ACC-03", Shows = "Ziyang refuses it")]
    [Requirement("ACC-05", Shows = "Ziyang refuses it")]
    [Requirement("ACC-07", Shows = "Ziyang refuses it")]
    [Requirement("ACC-08", Shows = "Ziyang refuses it")]
    public void Ziyang_refuses_the_items_of_its_document_but_emergencies() =>
        Ziyang.NotAcceptReasons.Select(r => r.Source).Distinct().ShouldBe(["ACC-02", "ACC-03", "ACC-05", "ACC-07", "ACC-08"]);

    [Fact]
    [Requirement("ACC-04", Shows = "no city has a reason that refuses one")]
    public void No_city_refuses_an_emergency() =>
        All.SelectMany(c => c.NotAcceptReasons.Select(r => r.Name).Concat(c.ReferralReasons.Select(r => r.Name)))
            .ShouldAllBe(n => !n.Contains("110", StringComparison.Ordinal));

    [Fact]
    public void Every_city_speaks_to_the_caller() => All.SelectMany(c => c.NotAcceptReasons).ShouldAllBe(r => r.Guidance.EndsWith('。'));

    [Theory]
    [InlineData("legal-procedure")]
    [InlineData("petition")]
    [InlineData("secrecy-privacy")]
    [InlineData("no-clear-demand")]
    [InlineData("emergency")]
    [InlineData("military")]
    [InlineData("party-court")]
    [InlineData("harassment")]
    [InlineData("unlawful")]
    [InlineData("excluded-by-law")]
    public void Every_city_still_names_a_reason_of_old_tickets(string code) => All.ShouldAllBe(c =>
        c.NotAcceptReasons.Any(r => r.Code == code) || c.ReferralReasons.Any(r => r.Code == code) || c.FormerReasons.Any(r => r.Code == code));

    private static CityConfiguration[] All => [Kaifeng, Zhejiang, Ziyang];

    [Fact]
    public void Kaifeng_settings_are_those_of_the_file()
    {
        Kaifeng.Tenant.Value.ShouldBe("410200");
        Kaifeng.Name.ShouldBe("开封市12345政务服务便民热线");
        Kaifeng.TimeZoneOffset.ShouldBe(TimeSpan.FromHours(8));
        Kaifeng.Settings.ShouldBe(new Routing.RoutingSettings());
        Kaifeng.DateAt(new DateTimeOffset(2026, 1, 1, 16, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 1, 2));
    }

    [Fact]
    public void Kaifeng_demo_people_agents_a_leader_and_an_administrator()
    {
        Kaifeng.DemoPeople.Count(p => p.Roles.Contains("agent")).ShouldBe(12);
        Kaifeng.DemoPeople.Single(p => p.Roles.Contains("shiftLeader")).Id.Value.ShouldBe("2001");
        Kaifeng.DemoPeople.Single(p => p.Roles.Contains("administrator")).Id.Value.ShouldBe("0000");
        Zhejiang.DemoPeople.ShouldBeEmpty();
    }

    [Fact]
    public void Kaifeng_sub_centre_is_callable() =>
        Kaifeng.Parties.Single(p => p.Kind is PartyKind.SubCentre).ShouldBe(new Party("12366", "税务分中心", PartyKind.SubCentre, "subcentre"));

    [Fact]
    public void Kaifeng_categories_are_a_tree()
    {
        var water = Kaifeng.Categories.Single(c => c.Name == "公用事业").Children[0];
        water.ShouldSatisfyAllConditions(c => c.Code.ShouldBe("0201"), c => c.Name.ShouldBe("供水服务"), c => c.Children.ShouldBeEmpty());
    }

    [Fact]
    public void Skill_name_known_and_unknown()
    {
        Kaifeng.SkillName(new Routing.SkillId("law")).ShouldBe("公共法律服务");
        Kaifeng.SkillName(new Routing.SkillId("gone")).ShouldBe("gone");
    }

    [Fact]
    public void Merge_mode_text_heading_and_remark_make_the_mode()
    {
        MergeModeText.Parse("双号并行", "暂时保留座席").ShouldBe(MergeMode.DualNumberSeatsRetained);
        MergeModeText.Parse("双号并行", "设专家座席").ShouldBe(MergeMode.DualNumber);
        MergeModeText.Parse("整体并入", "暂时保留座席").ShouldBe(MergeMode.FullMerge);
        MergeModeText.Parse("不归并", "").ShouldBeNull();
    }
}
