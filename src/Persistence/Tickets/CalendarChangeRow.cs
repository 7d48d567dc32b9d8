namespace Hotline.Persistence;

/// <summary>A change of the calendar as it is kept, and how far the clocks were counted again for it.</summary>
public sealed record CalendarChangeRow
{
    /// <summary>Its number in the city, from 1 without a gap.</summary>
    public int ChangeNo { get; init; }

    public string Tenant { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Agent number.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What changes, as <see cref="CalendarJson"/> writes it.</summary>
    public string Change { get; init; } = "";

    /// <summary>What undoes it, in the same form.</summary>
    public string Counter { get; init; } = "";

    /// <summary>The number of the change that it undoes; null for one of its own.</summary>
    public int? Undoes { get; init; }

    /// <summary>The last ticket that was counted again; null where none was yet.</summary>
    public string? CountedTo { get; init; }

    /// <summary>How many cases were counted.</summary>
    public int Counted { get; init; }

    /// <summary>In how many of them a clock moved.</summary>
    public int Moved { get; init; }

    /// <summary>When all were counted; null while they are not.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
