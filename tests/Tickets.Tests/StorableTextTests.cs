namespace Hotline.Tickets.Tests;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("小区\0停水", "小区停水")]
    [InlineData("谢谢😀", "谢谢😀")]
    [InlineData("<script>'\"%_\\--</script>\r\n", "<script>'\"%_\\--</script>\r\n")]
    public void Of_KeepsWhatAnyDatabaseCanHold(string? typed, string kept) => StorableText.Of(typed).ShouldBe(kept);

    [Fact]
    public void Of_HalfASurrogatePair_IsReplaced() => StorableText.Of("a" + '\uD83D' + "b").ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData(" 0102 ", "0102")]
    [InlineData(" \0 ", null)]
    public void OrNull_BlankIsNull(string typed, string? kept) => StorableText.OrNull(typed).ShouldBe(kept);
}
