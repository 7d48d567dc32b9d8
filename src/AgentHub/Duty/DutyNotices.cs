using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Duty;

namespace Hotline.AgentHub.Duty;

/// <summary>What the desks of the hotline are told of ringing duty phones.</summary>
internal static class DutyNotices
{
    /// <summary>A notice for whoever leads the shift or supervises; units are told by their telephones.</summary>
    public static CaseNoticeRow Of(TenantId tenant, DutyCall call, DutyNotice what, DateTimeOffset at) => new()
    {
        TicketId = call.Ticket, Tenant = tenant.Value, Unit = "", Topic = "duty", What = Code.Of(what), At = at,
    };
}
