namespace Hotline.AgentHub.Tests.Config;

public sealed class CallerAreasTests
{
    [Theory]
    [InlineData("037123881234", "河南开封")]
    [InlineData("0371-2388 1234", "河南开封")]
    [InlineData("037163881234", "河南郑州")]
    [InlineData("+8637163881234", "河南郑州")]
    [InlineData("008657188080880", "浙江杭州")]
    [InlineData("01012345678", "北京")]
    [InlineData("23881234", "开封市")]
    [InlineData("13812346021", null)]
    [InlineData("+8613812346021", null)]
    [InlineData("099912345678", null)]
    [InlineData("anonymous", null)]
    [InlineData("", null)]
    [InlineData("'\"><script>alert(1)</script>", null)]
    public void Of_LongestPrefixDecides(string caller, string? area) => Cities.Kaifeng.Areas.Of(caller).ShouldBe(area);

    [Fact]
    public void Of_EndlessText_IsNoArea() => Cities.Kaifeng.Areas.Of("0371" + new string('2', 2000)).ShouldBeNull();
}
