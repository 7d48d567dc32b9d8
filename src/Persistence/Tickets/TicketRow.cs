using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>A ticket as its row says it.</summary>
internal class TicketRow
{
    public string TicketId { get; init; } = "";
    public string Tenant { get; init; } = "";
    public int Version { get; init; }
    public int LastStep { get; init; }
    public string State { get; init; } = "";
    public string? TicketNumber { get; init; }
    public int Channel { get; init; }
    public string? CallId { get; init; }
    public string CallerNumber { get; init; } = "";
    public string Dialled { get; init; } = "";
    public string? AgentId { get; init; }
    public DateTimeOffset? AgentSince { get; init; }
    public string? DemandType { get; init; }
    public string? Category { get; init; }
    public string? Unit { get; init; }
    public string? AccusedUnit { get; init; }
    public string RequesterKind { get; init; } = "";
    public string Urgency { get; init; } = "";
    public bool Confidential { get; init; }
    public string ContactNumber { get; init; } = "";
    public string? Outcome { get; init; }
    public string? ReasonCode { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public string Title { get; init; } = "";
    public string Place { get; init; } = "";
    public string RequesterName { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Body { get; init; } = "";
    public string? EarlierTicket { get; init; }
    public int Expedited { get; init; }
    public DateTimeOffset? ExpeditedAt { get; init; }

    /// <summary>Compared before an update.</summary>
    public int ExpectedVersion { get; init; }

    public string SearchText { get; init; } = "";

    /// <summary>Written with the first step of a draft.</summary>
    public string Who { get; init; } = "";

    public string Role { get; init; } = "";

    public static TicketRow Of(Ticket ticket) => new()
    {
        TicketId = ticket.Id,
        Tenant = ticket.Tenant,
        Version = ticket.Version,
        ExpectedVersion = ticket.Version - 1,
        LastStep = ticket.LastStep,
        State = Code.Of(ticket.State),
        TicketNumber = ticket.Number,
        Channel = (int)ticket.Channel,
        CallId = ticket.CallId,
        CallerNumber = Clip.To(Clip.IdMax, ticket.Caller),
        Dialled = Clip.To(Clip.IdMax, ticket.Dialled),
        AgentId = ticket.AgentId,
        AgentSince = ticket.AgentId is null ? null : ticket.CreatedAt,
        DemandType = ticket.Form.DemandType?.Code,
        Category = ticket.Form.Category,
        Unit = ticket.Form.Unit,
        AccusedUnit = ticket.Form.AccusedUnit,
        RequesterKind = Code.Of(ticket.Form.RequesterKind),
        Urgency = Code.Of(ticket.Form.Urgency),
        Confidential = ticket.Form.Confidential,
        ContactNumber = ticket.Form.ContactNumber,
        Outcome = Code.Of(ticket.Outcome),
        ReasonCode = ticket.ReasonCode,
        CreatedAt = ticket.CreatedAt,
        SavedAt = ticket.SavedAt,
        AcceptedAt = ticket.AcceptedAt,
        Title = ticket.Form.Title,
        Place = ticket.Form.Place,
        RequesterName = ticket.Form.RequesterName,
        Summary = ticket.Summary,
        Body = ticket.Form.Text,
        EarlierTicket = ticket.EarlierTicket,
        Expedited = ticket.Expedited,
        ExpeditedAt = ticket.ExpeditedAt,
        SearchText = Persistence.SearchText.Of(ticket),
        Who = TicketActor.System.Id,
        Role = Code.Of(TicketActor.System.Role),
    };

    public Ticket ToTicket() => new()
    {
        Id = TicketId,
        Tenant = Tenant,
        Version = Version,
        LastStep = LastStep,
        State = Code.Parse<TicketState>(State),
        Number = TicketNumber,
        Channel = (TicketChannel)Channel,
        CallId = CallId,
        Caller = CallerNumber,
        Dialled = Dialled,
        AgentId = AgentId,
        Form = new TicketForm
        {
            DemandType = DemandType is null ? null : new DemandType(DemandType),
            Category = Category,
            Title = Title,
            Text = Body,
            Place = Place,
            RequesterName = RequesterName,
            RequesterKind = Code.Parse<RequesterKind>(RequesterKind),
            ContactNumber = ContactNumber,
            Unit = Unit,
            AccusedUnit = AccusedUnit,
            Confidential = Confidential,
            Urgency = Code.Parse<Urgency>(Urgency),
        },
        Outcome = Outcome is null ? null : Code.Parse<OutcomeKind>(Outcome),
        Summary = Summary,
        ReasonCode = ReasonCode,
        CreatedAt = CreatedAt,
        SavedAt = SavedAt,
        AcceptedAt = AcceptedAt,
        EarlierTicket = EarlierTicket,
        Expedited = Expedited,
        ExpeditedAt = ExpeditedAt,
    };
}
