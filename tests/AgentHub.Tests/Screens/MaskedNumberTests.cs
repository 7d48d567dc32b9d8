using Hotline.AgentHub.Texts;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>A list shows enough of a number to know it again, and too little to call it.</summary>
public sealed class MaskedNumberTests
{
    [Theory]
    [InlineData("13800006021", "138****6021")]
    [InlineData("+8613800006021", "+86****6021")]
    [InlineData("037123881234", "037****1234")]
    [InlineData("23881234", "23****34")]
    [InlineData("2388123", "23****23")]
    [InlineData("12345", "1****")]
    [InlineData("1", "1****")]
    [InlineData("", "无号码")]
    public void Of_number_hides_its_middle(string number, string masked) => MaskedNumber.Of(number).ShouldBe(masked);

    /// <summary>Half a character is no text: no page could show it, no JSON carry it.</summary>
    [Fact]
    public void Of_text_of_any_characters_is_whole_text()
    {
        for (var length = 1; length <= 14; length++)
        {
            foreach (var piece in (string[])["😀", "a😀", "张"])
            {
                var text = string.Concat(Enumerable.Repeat(piece, length));
                var masked = MaskedNumber.Of(text);
                masked.EnumerateRunes().ShouldAllBe(r => r.Value != 0xFFFD, $"{text} → {masked}");
                masked.ShouldContain("****");
            }
        }
    }

    [Theory]
    [InlineData("138\u200f00006021")]
    [InlineData("<script>alert(1)</script>")]
    public void Of_any_text_shows_at_most_seven_of_it(string text) => MaskedNumber.Of(text).Length.ShouldBeLessThanOrEqualTo(7 + 4);
}
