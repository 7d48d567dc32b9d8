using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>What came of saving a ticket. A lost race is a value, not an exception.</summary>
public abstract record SaveResult
{
    private SaveResult() { }

    /// <summary>Kept, with its steps, as it stands in <paramref name="Ticket"/>.</summary>
    public sealed record Saved(Ticket Ticket) : SaveResult;

    /// <summary>Somebody saved in between; nothing was written. <paramref name="Current"/> is what stands there now.</summary>
    public sealed record Conflict(Ticket Current) : SaveResult;
}
