namespace Hotline.Tickets.Tests;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("小区\0停水", "小区停水")]
    [InlineData("谢谢😀", "谢谢😀")]
    [InlineData("<script>'\"%_\\--</script>\r\n", "<script>'\"%_\\--</script>\r\n")]
    public void Of_keeps_what_any_database_can_hold(string? typed, string kept) => StorableText.Of(typed).ShouldBe(kept);

    [Fact]
    public void Of_half_a_surrogate_pair_is_replaced() => StorableText.Of("a" + '\uD83D' + "b").ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData(" 0102 ", "0102")]
    [InlineData(" \0 ", null)]
    public void Or_null_blank_is_null(string typed, string? kept) => StorableText.OrNull(typed).ShouldBe(kept);
}
