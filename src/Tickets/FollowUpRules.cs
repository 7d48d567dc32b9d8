namespace Hotline.Tickets;

/// <summary>
/// What a later call adds to a ticket (补充, 催办): the state stays, and a step says who called on and with what words. Whose ticket it is does
/// not matter: whoever takes the citizen's call does it.
/// </summary>
internal static class FollowUpRules
{
    public static bool IsOpen(TicketState state) => OpenStates.All.Contains(state);

    public static TicketDecision Decide(Ticket ticket, TicketCommand.FollowUp command, DateTimeOffset now)
    {
        var words = StorableText.Of(command.Words).Trim();
        if (!IsOpen(ticket.State))
        {
            return new TicketDecision.Refused(TicketRefusal.NotOpen, []);
        }

        if (command.Kind == FollowUpKind.Supplement && words.Length == 0)
        {
            return new TicketDecision.Refused(TicketRefusal.FieldsMissing, [TicketField.Words]);
        }

        if (words.Length > TicketLimits.SummaryMax)
        {
            return new TicketDecision.Refused(TicketRefusal.FieldsTooLong, [TicketField.Words]);
        }

        var step = new TicketStep(
            ticket.Id, ticket.LastStep + 1, command.By, ticket.State, ticket.State, now, words, command.Kind, command.CallId);
        var expedited = command.Kind == FollowUpKind.Expedite;
        var changed = ticket with
        {
            Version = ticket.Version + 1,
            LastStep = step.Number,
            SavedAt = now,
            Expedited = ticket.Expedited + (expedited ? 1 : 0),
            ExpeditedAt = expedited ? now : ticket.ExpeditedAt,
        };
        return new TicketDecision.Changed(changed, [step]);
    }
}
