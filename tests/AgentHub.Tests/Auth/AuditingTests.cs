using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Tests.Services;
using Hotline.Persistence;
using Hotline.Routing;
using Microsoft.AspNetCore.Http;

namespace Hotline.AgentHub.Tests.Auth;

/// <summary>What is written down of what people see and do.</summary>
public sealed class AuditingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_audit_entry_says_who_did_what_to_whom_why_and_from_where()
    {
        await using var room = await Room.OpenAsync();
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = System.Net.IPAddress.Parse("10.1.2.3") } };

        new Auditing(room.Writes, room.City, room.Clock).Of(http, new AgentId("1001"), "reveal", "c1", "回访");

        await room.WrittenAsync();
        var entry = (await new AuditLog(room.Database).OfSubjectAsync(room.City.Tenant, "c1", 10, Cancel)).ShouldHaveSingleItem();
        (entry.Who, entry.Action, entry.Purpose, entry.Address).ShouldBe(("1001", "reveal", "回访", "10.1.2.3"));
    }
}
