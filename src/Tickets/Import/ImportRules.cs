using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Import;

/// <summary>How a ticket of before becomes one of here. Functions: the same ticket and words give the same result.</summary>
public static class ImportRules
{
    /// <summary>The draft accepted, at the time of before.</summary>
    /// <param name="draft">As it was just made.</param>
    /// <param name="imported">What the table says.</param>
    /// <param name="by">Who imports it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="reason">Where it is from; stands in its first step.</param>
    public static (Ticket Ticket, TicketStep Step) Accept(
        Ticket draft, ImportedTicket imported, TicketActor by, DateTimeOffset now, string reason)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(imported);
        var step = new TicketStep(draft.Id, draft.LastStep + 1, by, draft.State, TicketState.Accepted, imported.AcceptedAt, StorableText.Of(reason));
        return (draft with
        {
            Version = draft.Version + 1, LastStep = step.Number, State = TicketState.Accepted, Form = imported.Form, Outcome = OutcomeKind.Ticket,
            AcceptedAt = imported.AcceptedAt, SavedAt = now,
        }, step);
    }

    /// <summary>The case where it stood before, with the times of before: its clocks run from there.</summary>
    /// <param name="accepted">The ticket, with its number.</param>
    /// <param name="imported">What the table says.</param>
    /// <param name="ruleSet">Id of the set that held when it was accepted.</param>
    /// <param name="by">Who imports it.</param>
    /// <param name="now">Now, UTC.</param>
    public static (TicketCase Case, IReadOnlyList<TicketStep> Steps) Place(
        Ticket accepted, ImportedTicket imported, string ruleSet, TicketActor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(imported);
        List<TicketStep> steps = [];
        var ticket = accepted;
        Go(TicketState.Dispatched, imported.DispatchedAt);
        Go(TicketState.Handling, imported.DispatchedAt is null ? null : imported.SignedAt);
        Go(TicketState.Archived, imported.ClosedAt);
        if (steps.Count > 0)
        {
            ticket = ticket with { Version = accepted.Version + 1, SavedAt = now };
        }

        return (TicketCase.Of(ticket, ruleSet) with { Assignments = imported.DispatchedAt is { } at ? [TaskOf(imported, at)] : [] }, steps);

        void Go(TicketState to, DateTimeOffset? when)
        {
            if (when is { } moment)
            {
                var step = new TicketStep(ticket.Id, ticket.LastStep + 1, by, ticket.State, to, moment, "");
                steps.Add(step);
                ticket = ticket with { State = to, LastStep = step.Number };
            }
        }
    }

    private static Assignment TaskOf(ImportedTicket imported, DateTimeOffset dispatched) => new()
    {
        No = 1,
        Kind = AssignmentKind.Lead,
        Unit = imported.Form.Unit!,
        State = imported.ClosedAt is not null ? AssignmentState.Done
            : imported.SignedAt is not null ? AssignmentState.SignedFor
            : AssignmentState.Open,
        DispatchedAt = dispatched,
        SignedAt = imported.SignedAt,
    };
}
