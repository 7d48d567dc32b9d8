namespace Hotline.Tickets;

/// <summary>The fields a refusal may name; in camel case they are the names of the desk's form.</summary>
public enum TicketField
{
    DemandType,
    Category,
    Title,
    Text,
    Place,
    RequesterName,
    ContactNumber,
    Unit,
    Summary,
    ReasonCode,
    RequesterKind,
    Urgency,
    Outcome,
    Words,
    AccusedUnit,
}
