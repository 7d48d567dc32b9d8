using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hotline.Tickets;

/// <summary>
/// The number a citizen is told: area code (6), city-local date (8), channel (1) and a sequence of that day and channel (6),
/// as in 410200-20260401-1-000123. It carries nothing personal. Sequences may have gaps; no number is given twice.
/// </summary>
public readonly record struct TicketNumber(string AreaCode, DateOnly Date, TicketChannel Channel, int Sequence)
{
    /// <summary>The last sequence of a day: six digits.</summary>
    public const int SequenceMax = 999_999;

    /// <summary>Length of the written number.</summary>
    public const int Length = 24;

    /// <summary>The local date of the city at <paramref name="now"/>.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cityOffset">The city's distance from UTC: +08:00 in all of China.</param>
    public static DateOnly CityDate(DateTimeOffset now, TimeSpan cityOffset) =>
        DateOnly.FromDateTime(now.ToOffset(cityOffset).DateTime);

    /// <summary>Reads a number back; false for anything that is not one, whatever it is.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketNumber number)
    {
        number = default;
        if (text is not { Length: Length } || text[6] != '-' || text[15] != '-' || text[17] != '-'
            || !IsDigits(text.AsSpan(0, 6)) || !IsDigits(text.AsSpan(16, 1)) || !IsDigits(text.AsSpan(18))
            || !DateOnly.TryParseExact(text.AsSpan(7, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        number = new TicketNumber(text[..6], date, (TicketChannel)(text[16] - '0'), int.Parse(text.AsSpan(18), CultureInfo.InvariantCulture));
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AreaCode}-{Date:yyyyMMdd}-{(int)Channel}-{Sequence:D6}");

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
