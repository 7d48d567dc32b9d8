namespace Hotline.Tickets.Duty;

/// <summary>What is to be done; each is done after the call was saved.</summary>
public abstract record DutyVerb
{
    private protected DutyVerb()
    {
    }

    /// <summary>Rings somebody.</summary>
    /// <param name="Attempt">Number of the attempt: the line is named by it, so that it cannot be rung twice.</param>
    /// <param name="Whom">Who.</param>
    public sealed record Ring(int Attempt, DutyPerson Whom) : DutyVerb;

    /// <summary>Reads the notice, in place of what is being read.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    /// <param name="Reading">Which time.</param>
    public sealed record Read(int Attempt, int Reading) : DutyVerb;

    /// <summary>Thanks, in place of what is being read.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    /// <param name="Reading">What is being read.</param>
    public sealed record Thank(int Attempt, int Reading) : DutyVerb;

    /// <summary>Ends the line; one that is gone is no error.</summary>
    /// <param name="Attempt">Number of the attempt.</param>
    public sealed record HangUp(int Attempt) : DutyVerb;

    /// <summary>Tells the desks of the hotline.</summary>
    /// <param name="What">What happened.</param>
    public sealed record Tell(DutyNotice What) : DutyVerb;
}

/// <summary>What the hotline is told of ringing duty phones.</summary>
public enum DutyNotice
{
    /// <summary>Nobody of the list answered; it begins again after a pause.</summary>
    Unanswered,

    /// <summary>Nobody answered, and nobody is rung any more.</summary>
    Exhausted,

    /// <summary>The unit has no duty phone.</summary>
    NobodyListed,
}
