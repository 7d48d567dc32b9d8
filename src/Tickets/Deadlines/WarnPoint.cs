using System.Globalization;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>
/// A moment at which a running clock warns, as "80%" of its time or "2 workingHours" before its end; in the clock's own time, so that a
/// limit of working days warns in office hours.
/// </summary>
public abstract record WarnPoint
{
    private WarnPoint()
    {
    }

    /// <summary>When a share of the time has passed.</summary>
    /// <param name="Percent">From 1 to 99.</param>
    public sealed record Share(int Percent) : WarnPoint
    {
        public override string ToString() => Invariant($"{Percent}%");
    }

    /// <summary>So long before the end.</summary>
    public sealed record Ahead(Limit Lead) : WarnPoint
    {
        public override string ToString() => Lead.ToString();
    }

    /// <summary>Reads "80%" or "2 workingHours"; null for anything else, and for half days, which cannot be counted backwards.</summary>
    public static WarnPoint? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.EndsWith('%'))
        {
            return int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100
                ? new Share(percent)
                : null;
        }

        return Limit.TryParse(text, out var lead) && lead.Unit != DurationUnit.HalfWorkingDays ? new Ahead(lead) : null;
    }

    /// <summary>When it warns.</summary>
    internal DueTime Of(WorkingCalendar calendar, DateTimeOffset start, DateTimeOffset due, bool officeTime) => this switch
    {
        Ahead ahead => calendar.Before(due, ahead.Lead),
        Share share when !officeTime => new DueTime.Known(start + ((due - start) * share.Percent / 100), []),
        Share share => calendar.Worked(start, due) switch
        {
            OfficeSpan.Known whole => calendar.After(start, whole.Length * share.Percent / 100),
            OfficeSpan.Unknown unknown => new DueTime.Unknown(unknown.Year),
            var other => throw new System.Diagnostics.UnreachableException($"{other}"),
        },
        _ => throw new System.Diagnostics.UnreachableException($"{this}"),
    };
}
