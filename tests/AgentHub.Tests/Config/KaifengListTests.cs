using Hotline.Routing.Numbers;
using Hotline.Testkit;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>The list as it is printed in the annex of 汴政办〔2022〕30号, against what the product loads.</summary>
public sealed class KaifengListTests
{
    public static TheoryData<MergeMode, int, string, string, string, string> Printed => new()
    {
        { MergeMode.FullMerge, 1, "自然资源违法举报电话", "12336", "市自然资源和规划局", "" },
        { MergeMode.FullMerge, 2, "商务领域举报投诉咨询服务电话", "12312", "市商务局", "" },
        { MergeMode.FullMerge, 3, "文化市场举报电话", "12318", "市文化广电和旅游局", "" },
        { MergeMode.FullMerge, 4, "火灾隐患举报投诉电话", "96119", "市消防救援支队", "" },
        { MergeMode.FullMerge, 5, "市民之家政务服务咨询投诉热线", "967100", "市政务服务和大数据管理局", "" },
        { MergeMode.DualNumber, 1, "公共法律服务专用电话", "12348", "市司法局", "设专家座席" },
        { MergeMode.DualNumber, 2, "住房公积金热线服务电话", "12329", "市公积金管理中心", "设专家座席" },
        { MergeMode.DualNumber, 3, "数字城管平台", "12319", "市城市管理局", "" },
        { MergeMode.DualNumber, 4, "安全生产举报投诉电话", "12350", "市应急管理局", "" },
        { MergeMode.DualNumberSeatsRetained, 5, "公共卫生公益服务电话", "12320", "市卫生健康委员会", "暂时保留座席" },
        { MergeMode.DualNumberSeatsRetained, 6, "交通运输服务监督电话", "12328", "市交通运输局", "暂时保留座席" },
        { MergeMode.DualNumberSeatsRetained, 7, "环境保护投诉举报电话", "12369", "市生态环境局", "暂时保留座席" },
        { MergeMode.DualNumberSeatsRetained, 8, "市场监管投诉举报热线", "12315", "市市场监督管理局", "暂时保留座席" },
        { MergeMode.DualNumberSeatsRetained, 9, "人力资源和社会保障服务电话", "12333", "市人力资源和社会保障局", "暂时保留座席" },
        { MergeMode.SubCentre, 1, "全国税务系统统一电话", "12366", "市税务局", "" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    [Requirement("NUM-19", Shows = "each number of Kaifeng's list loads as printed, with list, mode, serial, name, number, unit and remark")]
    public void Load_each_number_is_as_printed(MergeMode mode, int serial, string name, string number, string units, string remark)
    {
        var policy = Cities.Kaifeng.Numbers.Find("carrier", number, Cities.Today).ShouldNotBeNull();

        policy.Mode.ShouldBe(mode);
        policy.Serial.ShouldBe(serial);
        policy.Name.ShouldBe(name);
        policy.Number.ShouldBe(number);
        policy.ResponsibleUnits.ShouldBe(units.Split('、'));
        policy.Remark.ShouldBe(remark);
        policy.List.ShouldBe("开封市");
    }

    [Fact]
    [Requirement("NUM-19", Shows = "Kaifeng's list counts 15 numbers (5+9+1)")]
    public void Load_list_holds_15_numbers_under_their_headings()
    {
        NumberPolicy[] list = [.. Cities.ListOf(Cities.Kaifeng, "开封市")];

        list.Length.ShouldBe(15);
        list.Count(p => p.Mode is MergeMode.FullMerge).ShouldBe(5);
        list.Count(p => p.Mode is MergeMode.DualNumber or MergeMode.DualNumberSeatsRetained).ShouldBe(9);
        list.Count(p => p.Mode is MergeMode.SubCentre).ShouldBe(1);
        list.Select(p => p.Number).Order().ShouldBe(Printed.Select(r => r.Data.Item4).Order());
    }
}
