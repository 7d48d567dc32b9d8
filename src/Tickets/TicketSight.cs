namespace Hotline.Tickets;

/// <summary>
/// Whose tickets somebody sees. His own he always sees; of the others, drafts are nobody's but their agent's and of those who see everything.
/// </summary>
/// <param name="Who">Agent number.</param>
/// <param name="Unit">Code of his handling unit, whose tickets he sees; null for whoever belongs to none.</param>
/// <param name="Open">Also everybody else's that are not confidential.</param>
/// <param name="Confidential">And of those also the confidential (保密), and others' drafts; nothing without <paramref name="Open"/>.</param>
/// <param name="Caller">The number of the citizen whom he talks with now: his earlier tickets, too, unless they are confidential.</param>
/// <param name="Ticket">The one that the call writes which he has now.</param>
public sealed record TicketSight(string Who, string? Unit, bool Open, bool Confidential, string? Caller = null, string? Ticket = null)
{
    /// <summary>What the program itself sees: everything.</summary>
    public static readonly TicketSight Everything = new("", null, Open: true, Confidential: true);

    /// <summary>By what he sees a ticket, for the audit: own, unit, caller or all; empty where he does not.</summary>
    /// <param name="ticket">Which.</param>
    /// <param name="ofUnit">
    /// Whether his unit has a task of it that is not over; null where no unit has had one yet, and the agent's proposal stands for it. Who
    /// gave it back sees it no longer.
    /// </param>
    public string Through(Ticket ticket, bool? ofUnit = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var submitted = ticket.State != TicketState.Draft;
        return ticket.AgentId == Who || ticket.Id == Ticket ? "own"
            : submitted && Unit is not null && ticket.Form.AccusedUnit != Unit && (ofUnit ?? ticket.Form.Unit == Unit) ? "unit"
            : submitted && !ticket.Form.Confidential && Caller is { Length: > 0 } && ticket.Caller == Caller ? "caller"
            : Open && (Confidential || (submitted && !ticket.Form.Confidential)) ? "all"
            : "";
    }

    /// <summary>True where he may know that the ticket is there.</summary>
    public bool Sees(Ticket ticket) => Through(ticket).Length > 0;
}
