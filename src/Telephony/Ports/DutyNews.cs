namespace Hotline.Telephony;

/// <summary>What a line ended with that was never answered.</summary>
public enum DutyLineEnd
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Refused by whoever was rung.</summary>
    Refused,

    /// <summary>The network could not, or was not meant to, reach him.</summary>
    Failed,
}

/// <summary>What happens on lines to people on duty.</summary>
public abstract record DutyNews
{
    private protected DutyNews()
    {
    }

    /// <summary>He answered.</summary>
    /// <param name="Line">Which line.</param>
    public sealed record Answered(DutyLine Line) : DutyNews;

    /// <summary>What was read is over, at its end or because something else is read.</summary>
    /// <param name="Line">Which line.</param>
    /// <param name="Reading">Which reading; 0 for the thanks.</param>
    public sealed record ReadingEnded(DutyLine Line, int Reading) : DutyNews;

    /// <summary>He pressed a key.</summary>
    /// <param name="Line">Which line.</param>
    /// <param name="Key">Which.</param>
    public sealed record KeyPressed(DutyLine Line, char Key) : DutyNews;

    /// <summary>The line is gone.</summary>
    /// <param name="Line">Which line.</param>
    /// <param name="End">Why, where he had not answered.</param>
    public sealed record Ended(DutyLine Line, DutyLineEnd End) : DutyNews;

    /// <summary>The node is there, for the first time or again: these are all lines that it has.</summary>
    /// <param name="Lines">Them; true: answered.</param>
    public sealed record NodeSeen(IReadOnlyList<(DutyLine Line, bool Up)> Lines) : DutyNews;
}
