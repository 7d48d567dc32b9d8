using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Calls;

/// <summary>A call, live or of the ledger, and whether a person may see who called.</summary>
internal sealed class CallAccess(FloorLoop loop, CallLedger ledger, LastWrites writes)
{
    /// <summary>What both have of a call: who rang, on which node, and who talked with him.</summary>
    public sealed record Known(CallId Id, string Caller, NodeId Node, AgentId? Agent);

    private static AgentId? AgentOf(CallRow row) => row.AgentId is { } agent ? new AgentId(agent) : null;

    /// <summary>An agent sees his own calls; shift leaders all.</summary>
    public async Task<(Known? Call, bool Mine)> FindAsync(CallId id, Person person, CancellationToken cancellationToken)
    {
        var live = await loop.ReadAsync(f => f.Calls.TryGetValue(id, out var c)
            ? ((Known, bool)?)(new Known(id, c.Caller, c.Leg.Node, c.Agent), person.SeesCall(c.Agent, c.Offer?.Agent)) : null, cancellationToken);
        if (live is var (call, own))
        {
            return (call, own);
        }
        await writes.SettleAsync(cancellationToken);
        return await ledger.FindAsync(id, cancellationToken) is { } row
            ? (new Known(id, row.CallerNumber, new NodeId(row.Node), AgentOf(row)), person.SeesCall(AgentOf(row)))
            : (null, false);
    }
}
