using System.Globalization;

namespace Hotline.Tickets.Tests;

public sealed class TicketNumberTests
{
    [Fact]
    public void To_string_pads_date_and_sequence() =>
        new TicketNumber("410200", new DateOnly(2026, 4, 1), TicketChannel.Phone, 123).ToString().ShouldBe("410200-20260401-1-000123");

    [Theory]
    [InlineData("2026-03-31T15:59:59Z", "2026-03-31")]
    [InlineData("2026-03-31T16:00:00Z", "2026-04-01")]
    public void City_date_changes_at_the_citys_midnight(string now, string expected) =>
        TicketNumber.CityDate(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeSpan.FromHours(8))
            .ShouldBe(DateOnly.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public void Try_parse_written_number_gives_it_back()
    {
        var number = new TicketNumber("410200", new DateOnly(2026, 12, 31), TicketChannel.Phone, TicketNumber.SequenceMax);

        TicketNumber.TryParse(number.ToString(), out var parsed).ShouldBeTrue();
        parsed.ShouldBe(number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("13800006021")]
    [InlineData("410200-20261301-1-000123")]
    [InlineData("410200-20260401-1-00012a")]
    [InlineData("４10200-20260401-1-000123")]
    [InlineData("410200-20260401-1-000123 ")]
    [InlineData("410200_20260401_1_000123")]
    public void Try_parse_anything_else_is_no_number(string? text) => TicketNumber.TryParse(text, out _).ShouldBeFalse();
}
