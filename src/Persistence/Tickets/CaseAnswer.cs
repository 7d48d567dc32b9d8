using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>What came of a command of the closed loop. None of these is an exception.</summary>
public abstract record CaseAnswer
{
    private CaseAnswer() { }

    /// <summary>
    /// Kept, with its steps, the lists it stands in, what others are told, and the audit; or kept so before, where the same is told again.
    /// </summary>
    public sealed record Done(TicketCase Case) : CaseAnswer;

    /// <summary>Somebody saved in between; nothing was written. <paramref name="Current"/> is what stands there now.</summary>
    public sealed record Stale(TicketCase Current) : CaseAnswer;

    /// <summary>The rules of the loop say no.</summary>
    public sealed record Refused(LoopDecision.Refused Why) : CaseAnswer;

    /// <summary>There is no such ticket, or none that this person may see.</summary>
    public sealed record NotFound : CaseAnswer;
}
