namespace Hotline.AgentHub.Tests.Config;

public sealed class CallerAreasTests
{
    [Theory]
    [InlineData("037123881234", "河南省开封市")] // areas.csv: the plans know 0371 as Zhengzhou's
    [InlineData("0371-2388 1234", "河南省开封市")]
    [InlineData("+8637123881234", "河南省开封市")]
    [InlineData("03783881234", "河南省开封市")]
    [InlineData("037163881234", "河南省郑州市")]
    [InlineData("008637163881234", "河南省郑州市")]
    [InlineData("057188080880", "浙江省杭州市")]
    [InlineData("01062345678", "北京市")]
    [InlineData("23881234", "开封市")]
    [InlineData("15237812345", "河南省开封市")]
    [InlineData("+8615237812345", "河南省开封市")]
    [InlineData("13800571234", "浙江省杭州市")]
    [InlineData("+85221234567", "中国香港")]
    [InlineData("00886223456789", "中国台湾")]
    [InlineData("+12125550123", "美国")]
    [InlineData("12345", null)]
    [InlineData("19912345678", null)]
    [InlineData("anonymous", null)]
    [InlineData("1800FLOWERS", null)]
    [InlineData("+", null)]
    [InlineData("", null)]
    [InlineData("'\"><script>alert(1)</script>", null)]
    public void Of_fixed_mobile_and_foreign_numbers(string caller, string? area) => Cities.Kaifeng.Areas.Of(caller).ShouldBe(area);

    [Fact]
    public void Of_endless_text_is_no_area() => Cities.Kaifeng.Areas.Of("0371" + new string('2', 2000)).ShouldBeNull();
}
