namespace Hotline.Tickets;

/// <summary>What became of a call: one of the records without which it cannot be wrapped up (CALL-07).</summary>
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

    /// <summary>
    /// Another body's to take up by its duties, and no refusal (ACC-14): the code of the reason, which names the body in charge, and the
    /// guidance given to the caller.
    /// </summary>
    public sealed record Referral(string? ReasonCode, string Guidance) : CallOutcome;

    /// <summary>
    /// The matter has a ticket already, <paramref name="Earlier"/> by its id, which got what the citizen said: no second one arises.
    /// </summary>
    public sealed record FollowUp(FollowUpKind How, string Earlier, string Words) : CallOutcome;

    /// <summary>The kind, as it is kept with the ticket.</summary>
    public OutcomeKind Kind => this switch
    {
        DirectAnswer => OutcomeKind.DirectAnswer,
        Ticket => OutcomeKind.Ticket,
        Transfer => OutcomeKind.Transfer,
        NotAccepted => OutcomeKind.NotAccepted,
        Referral => OutcomeKind.Referral,
        FollowUp { How: FollowUpKind.Supplement } => OutcomeKind.Supplement,
        FollowUp => OutcomeKind.Expedite,
        _ => throw new System.Diagnostics.UnreachableException($"{this}"),
    };

    /// <summary>The sentence that is kept with the ticket: the answer, the target, the guidance or what he said; empty for a ticket.</summary>
    public string Sentence => this switch
    {
        DirectAnswer answer => answer.Summary,
        Ticket => "",
        Transfer transfer => transfer.Target,
        NotAccepted refusal => refusal.Guidance,
        Referral referral => referral.Guidance,
        FollowUp followUp => followUp.Words,
        _ => throw new System.Diagnostics.UnreachableException($"{this}"),
    };

    /// <summary>The code of the city's reason; null for an outcome that needs none.</summary>
    public string? Reason => this switch
    {
        NotAccepted refusal => refusal.ReasonCode,
        Referral referral => referral.ReasonCode,
        _ => null,
    };

    /// <summary>The id of the ticket that the matter had already; null for a matter that is new.</summary>
    public string? EarlierTicket => this is FollowUp followUp ? followUp.Earlier : null;

    /// <summary>The outcomes that a form can choose: what was added to another ticket comes with that one, and not out of a form.</summary>
    public static IEnumerable<OutcomeKind> Chosen =>
        Enum.GetValues<OutcomeKind>().Where(kind => kind is not (OutcomeKind.Supplement or OutcomeKind.Expedite));

    /// <summary>An outcome from a form's three fields: kind, summary and reason code. Only <see cref="Chosen"/> ones come so.</summary>
    public static CallOutcome Of(OutcomeKind kind, string summary, string? reasonCode) => kind switch
    {
        OutcomeKind.DirectAnswer => new DirectAnswer(summary),
        OutcomeKind.Ticket => new Ticket(),
        OutcomeKind.Transfer => new Transfer(summary),
        OutcomeKind.NotAccepted => new NotAccepted(reasonCode, summary),
        OutcomeKind.Referral => new Referral(reasonCode, summary),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an outcome"),
    };
}
