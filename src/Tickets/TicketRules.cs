using System.Diagnostics;

namespace Hotline.Tickets;

/// <summary>What may be done with a ticket. A function: the same ticket, command and time give the same decision.</summary>
public static class TicketRules
{
    /// <summary>Decides about one command. A refusal is a value; nothing is thrown for what people may do wrong.</summary>
    public static TicketDecision Decide(Ticket ticket, TicketCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(command);
        if (command is TicketCommand.FollowUp followUp)
        {
            return FollowUpRules.Decide(ticket, followUp, now);
        }

        if (!BelongsTo(ticket, command.By))
        {
            return Refuse(TicketRefusal.NotYours);
        }

        if (command is TicketCommand.RecordOutcome wish && Holds(ticket, wish.Form, wish.Outcome))
        {
            return new TicketDecision.Already(ticket);
        }

        if (ticket.State != TicketState.Draft)
        {
            return Refuse(TicketRefusal.NotDraft);
        }

        return command switch
        {
            TicketCommand.SaveDraft save => Save(ticket, save, now),
            TicketCommand.RecordOutcome record => Record(ticket, record, now),
            _ => throw new UnreachableException($"{command}"),
        };
    }

    /// <summary>
    /// True where the ticket holds this very outcome, word for word: the same wish told again, whose first answer was lost. Another's words,
    /// or other words, are another outcome.
    /// </summary>
    public static bool Holds(Ticket ticket, TicketForm form, CallOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(outcome);
        return ticket.State != TicketState.Draft && ticket.Outcome == outcome.Kind && ticket.Form == form.Cleaned()
            && ticket.Summary == StorableText.Of(outcome.Sentence) && ticket.ReasonCode == ReasonCodeOf(outcome)
            && ticket.EarlierTicket == outcome.EarlierTicket;
    }

    /// <summary>The state an outcome leads to.</summary>
    public static TicketState StateAfter(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.DirectAnswer => TicketState.AnsweredDirect,
        OutcomeKind.Ticket => TicketState.Accepted,
        OutcomeKind.Transfer => TicketState.Transferred,
        OutcomeKind.NotAccepted => TicketState.NotAccepted,
        OutcomeKind.Referral => TicketState.Referred,
        OutcomeKind.Supplement or OutcomeKind.Expedite => TicketState.FollowedUp,
        _ => throw new UnreachableException($"{outcome}"),
    };

    /// <summary>True where a ticket of this state has a number that the citizen can ask by.</summary>
    public static bool HasNumber(TicketState state) => state == TicketState.Accepted;

    // A draft nobody has taken yet goes to the first agent who writes in it: the fact that gives it to the agent may be
    // waiting for the database while the agent types.
    private static bool BelongsTo(Ticket ticket, TicketActor by) =>
        by.Role != TicketRole.Agent || ticket.AgentId is null || ticket.AgentId == by.Id;

    private static TicketDecision Save(Ticket ticket, TicketCommand.SaveDraft command, DateTimeOffset now)
    {
        var form = command.Form.Cleaned();
        var summary = StorableText.Of(command.Outcome?.Sentence);
        var reasonCode = ReasonCodeOf(command.Outcome);
        var tooLong = TicketLimits.TooLong(form, summary, reasonCode);
        if (tooLong.Count > 0)
        {
            return new TicketDecision.Refused(TicketRefusal.FieldsTooLong, tooLong);
        }

        var saved = Next(ticket, command.By, now) with
        {
            Form = form,
            Outcome = command.Outcome?.Kind,
            Summary = summary,
            ReasonCode = reasonCode,
        };
        return new TicketDecision.Changed(saved, []);
    }

    private static TicketDecision Record(Ticket ticket, TicketCommand.RecordOutcome command, DateTimeOffset now)
    {
        var form = command.Form.Cleaned();
        var outcome = command.Outcome;
        var summary = StorableText.Of(outcome.Sentence);
        var reasonCode = ReasonCodeOf(outcome);

        var missing = Missing(form, outcome, summary, reasonCode);
        if (missing.Count > 0)
        {
            return new TicketDecision.Refused(TicketRefusal.FieldsMissing, missing);
        }

        var tooLong = TicketLimits.TooLong(form, summary, reasonCode);
        if (tooLong.Count > 0)
        {
            return new TicketDecision.Refused(TicketRefusal.FieldsTooLong, tooLong);
        }

        var state = StateAfter(outcome.Kind);
        var changed = Next(ticket, command.By, now) with
        {
            Form = form,
            Outcome = outcome.Kind,
            Summary = summary,
            ReasonCode = reasonCode,
            AcceptedAt = state == TicketState.Accepted ? now : null,
            EarlierTicket = outcome.EarlierTicket,
        };
        return Move(changed, state, command.By, now, reasonCode ?? "");
    }

    private static string? ReasonCodeOf(CallOutcome? outcome) => StorableText.OrNull(outcome?.Reason);

    private static List<TicketField> Missing(
        TicketForm form, CallOutcome outcome, string summary, string? reasonCode)
    {
        List<TicketField> fields = [];
        switch (outcome)
        {
            case CallOutcome.Ticket:
                Need(TicketField.DemandType, form.DemandType?.Code);
                Need(TicketField.Category, form.Category);
                Need(TicketField.Text, form.Text);
                Need(TicketField.Unit, form.Unit);
                break;
            case CallOutcome.DirectAnswer or CallOutcome.Transfer:
                Need(TicketField.Summary, summary);
                break;
            case CallOutcome.NotAccepted or CallOutcome.Referral:
                Need(TicketField.ReasonCode, reasonCode);
                Need(TicketField.Summary, summary);
                break;
            case CallOutcome.FollowUp followUp:
                if (followUp.How == FollowUpKind.Supplement)
                {
                    Need(TicketField.Words, summary);
                }

                break;
            default:
                throw new UnreachableException($"{outcome}");
        }

        return fields;

        void Need(TicketField field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                fields.Add(field);
            }
        }
    }

    private static Ticket Next(Ticket ticket, TicketActor by, DateTimeOffset now) => ticket with
    {
        Version = ticket.Version + 1,
        SavedAt = now,
        AgentId = ticket.AgentId ?? (by.Role == TicketRole.Agent ? by.Id : null),
    };

    private static TicketDecision.Changed Move(
        Ticket ticket, TicketState to, TicketActor by, DateTimeOffset now, string reason)
    {
        var step = new TicketStep(ticket.Id, ticket.LastStep + 1, by, ticket.State, to, now, reason);
        return new TicketDecision.Changed(ticket with { State = to, LastStep = step.Number }, [step]);
    }

    private static TicketDecision.Refused Refuse(TicketRefusal code) => new(code, []);
}
