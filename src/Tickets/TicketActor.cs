namespace Hotline.Tickets;

/// <summary>Who does it and in which role, as it is written into the steps of a ticket.</summary>
/// <param name="Id">Agent number (工号), or the name of a part of the system.</param>
/// <param name="Role">The role used for this act, where a person has several.</param>
public sealed record TicketActor(string Id, TicketRole Role)
{
    /// <summary>Hotline itself, for example for the draft of a caller who hung up while waiting.</summary>
    public static readonly TicketActor System = new("system", TicketRole.System);
}

/// <summary>The roles that the rules of a ticket tell apart.</summary>
public enum TicketRole
{
    Agent,
    ShiftLeader,
    Administrator,
    System,
}
