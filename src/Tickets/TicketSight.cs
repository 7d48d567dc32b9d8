namespace Hotline.Tickets;

/// <summary>Whose tickets somebody sees. His own he always sees, and those of the unit that he works for.</summary>
/// <param name="Who">Agent number.</param>
/// <param name="Unit">Code of his handling unit; null for whoever belongs to none.</param>
/// <param name="Open">Also everybody else's that are not confidential.</param>
/// <param name="Confidential">And of those also the confidential (保密); nothing without <paramref name="Open"/>.</param>
public sealed record TicketSight(string Who, string? Unit, bool Open, bool Confidential)
{
    /// <summary>What the program itself sees: everything.</summary>
    public static readonly TicketSight Everything = new("", null, Open: true, Confidential: true);

    /// <summary>By what he sees a ticket, for the audit: own, unit, or all; empty where he does not.</summary>
    public string Through(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.AgentId == Who ? "own" : Unit is not null && ticket.Form.Unit == Unit ? "unit" : Sees(ticket) ? "all" : "";
    }

    /// <summary>True where he may know that the ticket is there.</summary>
    public bool Sees(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.AgentId == Who || (Unit is not null && ticket.Form.Unit == Unit) || (Open && (Confidential || !ticket.Form.Confidential));
    }
}
