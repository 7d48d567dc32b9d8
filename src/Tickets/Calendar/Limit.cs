using System.Globalization;

namespace Hotline.Tickets.Calendar;

/// <summary>How long something may take, as "5 workingHours".</summary>
/// <param name="Amount">How many, from 1 to <see cref="AmountMax"/>.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Limit(int Amount, DurationUnit Unit)
{
    /// <summary>More than any document gives (Lüliang's 180 days), and little enough that a search through the calendar ends soon.</summary>
    public const int AmountMax = 1000;

    /// <summary>True where the unit's own clock stands still outside office hours.</summary>
    public bool IsOfOfficeTime => Unit is DurationUnit.WorkingHours or DurationUnit.HalfWorkingDays or DurationUnit.WorkingDays;

    /// <summary>True for limits that end on a day, so that it must be said when in the day.</summary>
    public bool IsOfDays => Unit is DurationUnit.WorkingDays or DurationUnit.CalendarDays or DurationUnit.CalendarMonths;

    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture) + " " + Word.Of(Unit);

    /// <summary>Reads "5 workingHours"; false for anything else.</summary>
    public static bool TryParse(string? text, out Limit limit)
    {
        limit = default;
        if (text?.Split(' ') is not [var amount, var unit] || !Word.TryParse(unit, out DurationUnit known)
            || !int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > AmountMax)
        {
            return false;
        }

        limit = new Limit(number, known);
        return true;
    }
}
