namespace Hotline.Tickets;

/// <summary>The way a demand came in (受理渠道). The value is the digit in the ticket number: never reuse one.</summary>
public enum TicketChannel
{
    /// <summary>Not known; no ticket number has it.</summary>
    Unknown = 0,

    /// <summary>A call to the hotline or to a number merged into it.</summary>
    Phone = 1,
}
