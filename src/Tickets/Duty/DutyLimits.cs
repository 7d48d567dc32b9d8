namespace Hotline.Tickets.Duty;

/// <summary>How long and how often duty phones are rung (settings.json, section "duty").</summary>
public sealed record DutyLimits
{
    /// <summary>So long one telephone rings.</summary>
    public TimeSpan Ring { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>So long after the last of the list it begins again.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>So often the list is gone through.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>So many lines are used for it at once: citizens need the others.</summary>
    public int Lines { get; init; } = 10;

    /// <summary>So often the notice is read to one who says nothing.</summary>
    public int Readings { get; init; } = 3;

    /// <summary>Between two readings, and after the last: the time to press a key.</summary>
    public TimeSpan KeyWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A reading that nobody says the end of is over then.</summary>
    public TimeSpan Reading { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Nobody is kept on the line for longer, however often he asks to hear it again.</summary>
    public TimeSpan Talk { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After the thanks the line is hung up at the latest then.</summary>
    public TimeSpan Thanks { get; init; } = TimeSpan.FromSeconds(15);
}
