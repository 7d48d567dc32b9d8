using Hotline.Routing.Numbers;
using Hotline.Testkit;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>The list as it is printed in the annex of 浙政办发〔2021〕49号, against what the product loads.</summary>
public sealed class ZhejiangListTests
{
    public static TheoryData<MergeMode, int, string, string, string, string> Printed => new()
    {
        { MergeMode.FullMerge, 1, "浙江省中小企业服务热线", "96871", "省经信厅", "" },
        { MergeMode.FullMerge, 2, "全国统一科技公益服务电话", "12396", "省科技厅", "" },
        { MergeMode.FullMerge, 3, "全国统一民政服务电话", "12349", "省民政厅", "" },
        { MergeMode.FullMerge, 4, "全国统一自然资源违法举报电话", "12336", "省自然资源厅", "" },
        { MergeMode.FullMerge, 5, "全国统一商务领域举报投诉咨询服务电话", "12312", "省商务厅", "" },
        { MergeMode.FullMerge, 6, "全国统一旅游资讯服务电话", "12301", "省文化和旅游厅", "" },
        { MergeMode.FullMerge, 7, "旅游投诉热线", "96118", "省文化和旅游厅", "" },
        { MergeMode.FullMerge, 8, "人口和计划生育法律法规咨询及举报投诉服务专用电话", "12356", "省卫生健康委", "" },
        { MergeMode.FullMerge, 9, "火灾隐患举报投诉电话", "96119", "省应急管理厅", "" },
        { MergeMode.FullMerge, 10, "全国统一知识产权维权援助公益服务电话", "12330", "省市场监管局", "" },
        { MergeMode.FullMerge, 11, "全国统一食品药品监督举报服务电话", "12331", "省市场监管局", "" },
        { MergeMode.FullMerge, 12, "全国价格投诉举报统一电话", "12358", "省市场监管局", "" },
        { MergeMode.FullMerge, 13, "全国质量技术监督系统和出入境检验检疫统一电话", "12365", "省市场监管局", "" },
        { MergeMode.FullMerge, 14, "全国防震减灾公益服务电话", "12322", "省地震局", "" },
        { MergeMode.FullMerge, 15, "全国电信用户申诉渠道咨询电话", "12300", "省通信管理局", "" },
        { MergeMode.DualNumber, 1, "全国公共法律服务专用电话", "12348", "省司法厅", "" },
        { MergeMode.DualNumber, 2, "全国人力资源和社会保障服务电话", "12333", "省人社保厅", "设专家座席" },
        { MergeMode.DualNumber, 3, "环境保护投诉举报电话", "12369", "省生态环境厅", "" },
        { MergeMode.DualNumber, 4, "全国住房和城乡建设服务电话", "12319", "省建设厅", "设专家座席" },
        { MergeMode.DualNumber, 5, "全国交通运输服务监督电话", "12328", "省交通运输厅", "设专家座席" },
        { MergeMode.DualNumber, 6, "全国农业系统公益服务电话", "12316", "省农业农村厅", "" },
        { MergeMode.DualNumber, 7, "全国扶贫监督举报平台电话", "12317", "省农业农村厅", "" },
        { MergeMode.DualNumber, 8, "全国文化市场举报电话", "12318", "省文化和旅游厅", "" },
        { MergeMode.DualNumber, 9, "全国统一公共卫生公益服务电话", "12320", "省卫生健康委", "" },
        { MergeMode.DualNumber, 10, "浙江省心理援助热线", "96525", "省卫生健康委", "" },
        { MergeMode.DualNumber, 11, "全国统一安全生产举报投诉电话", "12350", "省应急管理厅", "" },
        { MergeMode.DualNumber, 12, "12315 市场监管投诉举报热线", "12315", "省市场监管局", "设专家座席" },
        { MergeMode.DualNumber, 13, "医疗保障服务热线", "12393", "省医保局", "设专家座席" },
        { MergeMode.DualNumber, 14, "全国统一住房公积金热线服务电话", "12329", "省机关事务局", "设专家座席" },
        { MergeMode.DualNumber, 15, "全国残疾人维权服务电话", "12385", "省残联", "设专家座席" },
        { MergeMode.DualNumber, 16, "全国邮政业用户申诉电话", "12305", "省邮政管理局", "设区市、义乌市保留分中心" },
        { MergeMode.SubCentre, 1, "国家移民管理局 12367 咨询服务热线", "12367", "省公安厅、浙江边检总站", "" },
        { MergeMode.SubCentre, 2, "全国税务系统统一电话", "12366", "省税务局", "" },
        { MergeMode.SubCentre, 3, "全国统一海关公益服务电话", "12360", "杭州海关、宁波海关", "" },
        { MergeMode.SubCentre, 4, "全国烟草专卖品市场监管举报电话", "12313", "省烟草专卖局", "" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    [Requirement("NUM-19", Shows = "each number of Zhejiang's list loads as printed, with list, mode, serial, name, number, units and remark")]
    public void Load_each_number_is_as_printed(MergeMode mode, int serial, string name, string number, string units, string remark)
    {
        var policy = Cities.Zhejiang.Numbers.Find("carrier", number, Cities.Today).ShouldNotBeNull();

        policy.Mode.ShouldBe(mode);
        policy.Serial.ShouldBe(serial);
        policy.Name.ShouldBe(name);
        policy.Number.ShouldBe(number);
        policy.ResponsibleUnits.ShouldBe(units.Split('、'));
        policy.Remark.ShouldBe(remark);
        policy.List.ShouldBe("浙江省");
    }

    [Fact]
    [Requirement("NUM-19", Shows = "Zhejiang's list counts 35 numbers (15+16+4)")]
    public void Load_list_holds_35_numbers_under_their_headings()
    {
        NumberPolicy[] list = [.. Cities.ListOf(Cities.Zhejiang, "浙江省")];

        list.Length.ShouldBe(35);
        list.Count(p => p.Mode is MergeMode.FullMerge).ShouldBe(15);
        list.Count(p => p.Mode is MergeMode.DualNumber or MergeMode.DualNumberSeatsRetained).ShouldBe(16);
        list.Count(p => p.Mode is MergeMode.SubCentre).ShouldBe(4);
        list.Select(p => p.Number).Order().ShouldBe(Printed.Select(r => r.Data.Item4).Order());
    }
}
