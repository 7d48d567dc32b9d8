namespace Hotline.Tickets;

/// <summary>What became of a call: one of the four records without which it cannot be wrapped up (CALL-07).</summary>
public abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>Answered from the knowledge base (TKT-02); <paramref name="Summary"/> is the answer given.</summary>
    public sealed record DirectAnswer(string Summary) : CallOutcome;

    /// <summary>Accepted for handling: the form must name demand type, category, text and unit.</summary>
    public sealed record Ticket : CallOutcome;

    /// <summary>Handed over by voice; <paramref name="Target"/> says to whom and whether they took over.</summary>
    public sealed record Transfer(string Target) : CallOutcome;

    /// <summary>Not accepted: the code of the reason and the guidance given to the caller (ACC-10).</summary>
    public sealed record NotAccepted(string? ReasonCode, string Guidance) : CallOutcome;

    /// <summary>The kind, as it is kept with the ticket.</summary>
    public OutcomeKind Kind => this switch
    {
        DirectAnswer => OutcomeKind.DirectAnswer,
        Ticket => OutcomeKind.Ticket,
        Transfer => OutcomeKind.Transfer,
        NotAccepted => OutcomeKind.NotAccepted,
        _ => throw new System.Diagnostics.UnreachableException($"{this}"),
    };

    /// <summary>The sentence that is kept with the ticket: the answer, the target or the guidance; empty for a ticket.</summary>
    public string Sentence => this switch
    {
        DirectAnswer answer => answer.Summary,
        Ticket => "",
        Transfer transfer => transfer.Target,
        NotAccepted refusal => refusal.Guidance,
        _ => throw new System.Diagnostics.UnreachableException($"{this}"),
    };

    /// <summary>An outcome from a form's three fields: kind, summary and reason code.</summary>
    public static CallOutcome Of(OutcomeKind kind, string summary, string? reasonCode) => kind switch
    {
        OutcomeKind.DirectAnswer => new DirectAnswer(summary),
        OutcomeKind.Ticket => new Ticket(),
        OutcomeKind.Transfer => new Transfer(summary),
        OutcomeKind.NotAccepted => new NotAccepted(reasonCode, summary),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not one of the four outcomes"),
    };
}
