using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>One ring of a call at one agent, once it is over.</summary>
public sealed class CallRingRow
{
    public string CallId { get; init; } = "";
    public int RingNo { get; init; }
    public string AgentId { get; init; } = "";
    public DateTimeOffset OfferedAt { get; init; }
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>Code of <see cref="RingResult"/>.</summary>
    public string Result { get; init; } = "";

    internal static CallRingRow Of(CallId call, Ring ring) => new()
    {
        CallId = call.Value,
        RingNo = ring.Number,
        AgentId = ring.Agent.Value,
        OfferedAt = ring.At,
        EndedAt = ring.EndedAt,
        Result = Code.Of(ring.Result),
    };
}
