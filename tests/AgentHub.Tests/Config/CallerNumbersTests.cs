using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>One citizen has one number, whatever network brings it.</summary>
public sealed class CallerNumbersTests
{
    private static readonly CallerNumbers Kaifeng = new("0371");

    [Theory]
    [InlineData("13800006021", "13800006021")]
    [InlineData("+8613800006021", "13800006021")]
    [InlineData("008613800006021", "13800006021")]
    [InlineData("8613800006021", "13800006021")]
    [InlineData("013800006021", "13800006021")]
    [InlineData("+86 138-0000-6021", "13800006021")]
    [InlineData("23456789", "037123456789")]
    [InlineData("037123456789", "037123456789")]
    [InlineData("+8637123456789", "037123456789")]
    [InlineData("37123456789", "037123456789")]
    [InlineData("(0371) 23456789", "037123456789")]
    [InlineData("01088886666", "01088886666")]
    [InlineData("+861088886666", "01088886666")]
    [InlineData("4008001234", "4008001234")]
    [InlineData("+864008001234", "4008001234")]
    [InlineData("10086", "10086")]
    [InlineData("95598", "95598")]
    [InlineData("+4915112345678", "+4915112345678")]
    [InlineData("004915112345678", "+4915112345678")]
    [InlineData("+85291234567", "+85291234567")]
    [InlineData("", "")]
    [InlineData("gateway", "gateway")]
    [InlineData("1800FLOWERS", "1800FLOWERS")]
    [InlineData("123", "123")]
    public void Every_spelling_is_one_number(string sent, string normal)
    {
        Kaifeng.Normal(sent).ShouldBe(normal);
        Kaifeng.Normal(normal).ShouldBe(normal);
    }

    [Fact]
    public void Whatever_is_written_comes_back_and_comes_back_the_same_again()
    {
        var chance = new Random(12);
        for (var n = 0; n < 20_000; n++)
        {
            var text = new string([.. Enumerable.Range(0, chance.Next(18)).Select(_ => "+0123456789"[chance.Next(11)])]);
            var normal = Kaifeng.Normal(text);
            Kaifeng.Normal(normal).ShouldBe(normal, text);
        }
    }
}
