using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>
/// One inbound call in the ledger. Times are UTC and kept apart, since every KPI formula is a choice among them. Codes are
/// the names of Routing's enums in camel case.
/// </summary>
public sealed class CallRow
{
    public string CallId { get; init; } = "";
    public string Tenant { get; init; } = "";

    /// <summary>Asterisk's system name; with <see cref="LinkedId"/> unique.</summary>
    public string Node { get; init; } = "";

    /// <summary>The unique id of the caller's channel, which links all legs of the call.</summary>
    public string LinkedId { get; init; } = "";

    public string Trunk { get; init; } = "";
    public string Dialled { get; init; } = "";
    public string NumberName { get; init; } = "";
    public string MergeMode { get; init; } = "";

    /// <summary>Empty when withheld.</summary>
    public string CallerNumber { get; init; } = "";

    /// <summary>What the network said, where that is not <see cref="CallerNumber"/>; null else.</summary>
    public string? CallerSent { get; init; }

    public string SipCallId { get; init; } = "";
    public string? AgentId { get; init; }
    public string? TicketId { get; init; }
    public DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset? AnsweredBySystemAt { get; init; }
    public DateTimeOffset? HumanAskedAt { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? AgentAnsweredAt { get; init; }
    public DateTimeOffset? AnnouncementEndedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndedBy { get; init; }

    /// <summary>The one end of the call; null while it lives.</summary>
    public string? TerminalState { get; init; }

    public bool Recorded { get; init; }
    public string? PartyTarget { get; init; }
    public DateTimeOffset? PartyAnsweredAt { get; init; }
    public long Revision { get; init; }

    /// <summary>Code of the outcome (CALL-07), once somebody recorded it.</summary>
    public string? Outcome { get; init; }

    internal static CallRow Of(TenantId tenant, CallRecord record) => new()
    {
        CallId = record.Call.Value,
        Tenant = tenant.Value,
        Node = record.Leg.Node.Value,
        LinkedId = Clip.To(Clip.LinkedIdMax, record.Leg.Channel),
        Trunk = Clip.To(Clip.IdMax, record.Trunk),
        Dialled = Clip.To(Clip.IdMax, record.Dialled),
        NumberName = Clip.To(Clip.NameMax, record.NumberName),
        MergeMode = Code.Of(record.Mode),
        CallerNumber = Clip.To(Clip.IdMax, record.Caller),
        CallerSent = Clip.ToOrNull(Clip.IdMax, record.CallerSent),
        SipCallId = Clip.To(Clip.SipCallIdMax, record.SipCallId),
        AgentId = record.Agent?.Value,
        TicketId = record.Ticket.Value,
        InvitedAt = record.InvitedAt,
        AnsweredBySystemAt = record.AnsweredBySystemAt,
        HumanAskedAt = record.HumanAskedAt,
        QueuedAt = record.QueuedAt,
        AgentAnsweredAt = record.AgentAnsweredAt,
        AnnouncementEndedAt = record.AnnouncementEndedAt,
        EndedAt = record.EndedAt,
        EndedBy = Code.Of(record.EndedBy),
        TerminalState = Code.Of(record.Terminal),
        Recorded = record.Recorded,
        PartyTarget = Clip.ToOrNull(Clip.IdMax, record.PartyTarget),
        PartyAnsweredAt = record.PartyAnsweredAt,
        Revision = record.Revision,
    };
}
