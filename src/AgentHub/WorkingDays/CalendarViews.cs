namespace Hotline.AgentHub.WorkingDays;

/// <summary>A year of the calendar as its administrator sees it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Covered">Whether its holidays are known.</param>
/// <param name="Notice">Which notice says so; empty where it is not covered.</param>
/// <param name="Years">All years that are covered.</param>
/// <param name="Days">Those that are not what their weekday says.</param>
/// <param name="Alarm">none, expected, warning or critical: how urgent the next missing year is.</param>
/// <param name="AlarmText">The same in a sentence.</param>
/// <param name="Seen">The number of the newest change: goes back with a form.</param>
/// <param name="Changes">What was changed, the newest first.</param>
public sealed record CalendarView(
    int Year, bool Covered, string Notice, IReadOnlyList<int> Years, IReadOnlyList<CalendarDayView> Days, string Alarm, string AlarmText, int Seen,
    IReadOnlyList<CalendarChangeView> Changes);

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">off, work or plain.</param>
/// <param name="Name">The holiday.</param>
public sealed record CalendarDayView(DateOnly Date, string Kind, string Name);

/// <summary>A day that became something else.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
public sealed record CalendarDayMoved(DateOnly Date, CalendarDayView Before, CalendarDayView After);

/// <summary>A change of the calendar.</summary>
/// <param name="No">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Number of who made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Days">What became of which day.</param>
/// <param name="Years">The years whose notice came with it.</param>
/// <param name="Undoes">The change that it undoes; null for one of its own.</param>
/// <param name="UndoneBy">The change that undid it; null where none did.</param>
/// <param name="Counted">How many cases were counted again so far.</param>
/// <param name="Moved">In how many of them a due time moved.</param>
/// <param name="Done">Whether all were counted.</param>
/// <param name="MayUndo">Whether it can be undone as it is.</param>
public sealed record CalendarChangeView(
    int No, DateTimeOffset At, string By, string Reason, IReadOnlyList<CalendarDayMoved> Days, IReadOnlyList<int> Years, int? Undoes, int? UndoneBy,
    int Counted, int Moved, bool Done, bool MayUndo);

/// <summary>A change that is wanted: days, or a year's file, or the undoing of an earlier change; one of the three.</summary>
/// <param name="Seen">The newest change that its maker saw.</param>
/// <param name="Reason">Why; for a trial it may be empty.</param>
/// <param name="Days">Days that become something else.</param>
/// <param name="File">A year's file.</param>
/// <param name="Undo">Number of the change to undo.</param>
public sealed record CalendarForm(
    int Seen, string Reason, IReadOnlyList<CalendarDayForm>? Days = null, CalendarFileForm? File = null, int? Undo = null);

/// <summary>What a day is to become.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">off, work or plain.</param>
/// <param name="Name">The holiday; empty for a plain day.</param>
public sealed record CalendarDayForm(DateOnly Date, string Kind, string Name);

/// <summary>A year's file.</summary>
/// <param name="Year">The year.</param>
/// <param name="Text">Its text: date,kind,name; the first line says, after #, which notice it is from.</param>
public sealed record CalendarFileForm(int Year, string Text);

/// <summary>What a change would do, before it is made.</summary>
/// <param name="Days">What would become of which day.</param>
/// <param name="Cases">How many cases have clocks that run.</param>
/// <param name="Moved">In how many of them a due time would move.</param>
/// <param name="Late">How many of those would be late at once.</param>
/// <param name="Examples">A few of them.</param>
public sealed record CalendarTrialView(
    IReadOnlyList<CalendarDayMoved> Days, int Cases, int Moved, int Late, IReadOnlyList<CalendarExample> Examples);

/// <summary>A clock that would move. Who asked, and what, is not in it: administrators see nothing of that.</summary>
/// <param name="Number">Of the ticket.</param>
/// <param name="Timer">Which clock, in words.</param>
/// <param name="Before">Until when it runs; null where nobody knows.</param>
/// <param name="After">Until when it would; null where nobody would know.</param>
public sealed record CalendarExample(string Number, string Timer, DateTimeOffset? Before, DateTimeOffset? After);
