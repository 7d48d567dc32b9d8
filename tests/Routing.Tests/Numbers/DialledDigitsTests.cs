using Hotline.Routing.Numbers;

namespace Hotline.Routing.Tests.Numbers;

public sealed class DialledDigitsTests
{
    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("0571-12345-*", "057112345*")]
    [InlineData(" (0378) 12345", "037812345")]
    [InlineData("", "")]
    [InlineData("<script>12\0345</script>", "12345")]
    public void Normalise_keeps_digits_and_star(string dialled, string digits) => DialledDigits.Normalise(dialled).ShouldBe(digits);

    [Fact]
    public void Normalise_endless_text_is_cut() =>
        DialledDigits.Normalise(new string('1', 2000)).Length.ShouldBe(DialledDigits.LengthMax);

    [Theory]
    [InlineData("12345", true)]
    [InlineData("057112345*", true)]
    [InlineData("*", false)]
    [InlineData("", false)]
    [InlineData("12 345", false)]
    [InlineData("1*2", false)]
    [InlineData("１２３４５", false)]
    public void Is_well_formed_digits_and_a_last_star(string number, bool expected) => DialledDigits.IsWellFormed(number).ShouldBe(expected);

    [Theory]
    [InlineData("12345", true)]
    [InlineData("057112345*", true)]
    [InlineData("12345#", true)]
    [InlineData("+8637812345", true)]
    [InlineData("", false)]
    [InlineData("+", false)]
    [InlineData("*", false)]
    [InlineData("123*45", false)]
    [InlineData("12345**", false)]
    [InlineData("++12345", false)]
    [InlineData("12345abc", false)]
    [InlineData("12345,1", false)]
    [InlineData("123456789012345678901234567890123", false)]
    public void Is_dialled_knows_what_the_dialplan_lets_in(string text, bool dialled) => DialledDigits.IsDialled(text).ShouldBe(dialled);
}
