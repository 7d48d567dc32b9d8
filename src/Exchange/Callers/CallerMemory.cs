using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>
/// What the city knows of a caller when he calls: who had him last (a repeat matter), and the place that he gave up a moment ago. The
/// floor gets it with the arrival, as a fact of the journal: it remembers nobody itself. Used by the loop's thread only.
/// </summary>
public sealed class CallerMemory(RoutingSettings settings)
{
    private readonly CallerHandlers _handlers = new(settings.RepeatMatterSpan);
    private readonly KeptPlaces _places = new(settings.PlaceKeptFor);

    public void Note(CallRecord record)
    {
        if (record is { Terminal: TerminalState.Answered, Agent: { } agent, EndedAt: { } ended })
        {
            _handlers.Note(record.Caller, agent, ended);
        }
        else if (record is { Terminal: TerminalState.Abandoned, EndedAt: { } gone })
        {
            _places.Keep(record.Caller, record.QueuedAt, gone);
        }
    }

    /// <summary>What was known before the start, the oldest first. Newer knowledge stays.</summary>
    /// <param name="handlers">Who had whom, until when.</param>
    /// <param name="gaveUp">Who gave up his place, since when he waited and when he went.</param>
    public void Load(
        IEnumerable<(string Caller, AgentId Agent, DateTimeOffset At)> handlers,
        IEnumerable<(string Caller, DateTimeOffset QueuedAt, DateTimeOffset GoneAt)> gaveUp)
    {
        foreach (var (caller, agent, at) in handlers)
        {
            _handlers.Recall(caller, agent, at);
        }
        foreach (var (caller, queuedAt, goneAt) in gaveUp)
        {
            _places.Recall(caller, queuedAt, goneAt);
        }
    }

    /// <summary>The arrival with what is known; others as they are.</summary>
    public Input Complete(Input input, DateTimeOffset now) => input is Input.CallArrived { QueuedAt: null } arrival
        ? arrival with { PreviousHandler = _handlers.Find(arrival.Caller, now), KeptPlace = _places.Take(arrival.Caller, now) }
        : input;
}
