namespace Hotline.Tickets.Duty;

/// <summary>What happened to the ringing for one task.</summary>
public abstract record DutyFact
{
    private protected DutyFact()
    {
    }

    /// <summary>The moment that it waited for has come; told too early or twice, it changes nothing.</summary>
    public sealed record Due : DutyFact;

    /// <summary>He answered.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    public sealed record Answered(int Attempt) : DutyFact;

    /// <summary>What was read to him is over.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    /// <param name="Reading">Which reading; 0 for the thanks.</param>
    public sealed record ReadingEnded(int Attempt, int Reading) : DutyFact;

    /// <summary>He pressed a key.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    /// <param name="Key">Which.</param>
    public sealed record KeyPressed(int Attempt, char Key) : DutyFact;

    /// <summary>The line ended by itself.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    /// <param name="Why">What it means where he had not answered.</param>
    public sealed record LineEnded(int Attempt, DutyResult Why) : DutyFact;

    /// <summary>What Asterisk really has, after the server or Asterisk was away: events in between are lost.</summary>
    /// <param name="Lines">The lines of this call by number of the attempt; true: answered.</param>
    public sealed record LinesSeen(IReadOnlyDictionary<int, bool> Lines) : DutyFact;

    /// <summary>The unit signed, or has the task no more.</summary>
    public sealed record TaskSettled : DutyFact;

    /// <summary>Somebody of the hotline passes on to the next.</summary>
    /// <param name="By">Number of the person.</param>
    public sealed record NextWished(string By) : DutyFact;

    /// <summary>Somebody of the hotline stops it.</summary>
    /// <param name="By">Number of the person.</param>
    public sealed record StopWished(string By) : DutyFact;
}
