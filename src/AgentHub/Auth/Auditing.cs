using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;

namespace Hotline.AgentHub.Auth;

/// <summary>Who saw or did what, to whom, and why (SEC-02). Written behind, so that no desk waits for it.</summary>
public sealed class Auditing(WriteBehind writes, CityConfiguration city, SteadyClock clock)
{
    public void Of(HttpContext http, AgentId who, string what, string subject, string purpose) =>
        writes.TryWrite(new WriteItem.Audit(new AuditEntry(
            clock.Now, city.Tenant.Value, who.Value, what, subject, purpose, http.Connection.RemoteIpAddress?.ToString() ?? "")));
}
