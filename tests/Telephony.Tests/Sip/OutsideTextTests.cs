using System.Text;
using Hotline.Telephony.Sip;

namespace Hotline.Telephony.Tests.Sip;

/// <summary>What strangers chose is cut and cleaned before it goes anywhere.</summary>
public sealed class OutsideTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("13800006021", "13800006021")]
    [InlineData("  张三  ", "张三")]
    [InlineData("138\0\r\n\t\u001b[31m0000", "138[31m0000")]
    [InlineData("\u202e138\u200f0000\u2066", "1380000")] // turned to be read backwards
    [InlineData("a\u00adb\ufeffc", "abc")]
    [InlineData("\ud800x", "x")] // half a character
    [InlineData("x\udc00", "x")]
    [InlineData("<script>'\"${SHELL(id)}", "<script>'\"${SHELL(id)}")]
    public void Clean_what_is_not_printable_is_dropped(string? text, string clean) => OutsideText.Clean(text, 64).ShouldBe(clean);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    public void Clean_endless_text_is_cut_and_never_inside_a_character(int max)
    {
        var clean = OutsideText.Clean(string.Concat(Enumerable.Repeat("😀", 10_000)), max);
        clean.Length.ShouldBe(max / 2 * 2);
        clean.EnumerateRunes().ShouldAllBe(r => r == new Rune(0x1F600));
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("Anonymous ")]
    [InlineData("UNAVAILABLE")]
    [InlineData("restricted")]
    [InlineData("private")]
    [InlineData("unknown")]
    [InlineData("<unknown>")]
    [InlineData("\u200eanonymous")]
    [InlineData("")]
    [InlineData(null)]
    public void Caller_words_of_networks_for_a_withheld_number_are_none(string? number) => OutsideText.Caller(number).ShouldBe("");

    [Theory]
    [InlineData("13800006021", "13800006021")]
    [InlineData("anonymous1", "anonymous1")]
    [InlineData("+86 371-2388", "+86 371-2388")]
    public void Caller_anything_else_is_kept(string number, string caller) => OutsideText.Caller(number).ShouldBe(caller);

    [Fact]
    public void Caller_is_at_most_sixty_four_long() => OutsideText.Caller(new string('7', 2_000)).Length.ShouldBe(OutsideText.CallerMax);

    [Theory]
    [InlineData("+86 371-2388 (1234)", "+8637123881234")]
    [InlineData("*98#", "*98#")]
    [InlineData("12345@evil.example&Local/1@x", "123451")]
    [InlineData("１２３٤۵", "")] // digits of other scripts dial nothing
    [InlineData("${EXTEN}", "")]
    public void Digits_only_what_a_number_is_made_of_goes_back_into_asterisk(string number, string digits) =>
        OutsideText.Digits(number).ShouldBe(digits);

    [Fact]
    public void Digits_endless_number_is_cut() => OutsideText.Digits(new string('7', 2_000)).Length.ShouldBe(OutsideText.DialledMax);
}
