using System.Diagnostics.Tracing;

namespace Hotline.AgentHub.Health;

/// <summary>The longest time for which the garbage collector stopped the process, from the runtime's own events (two per collection).</summary>
public sealed class GcPauses : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Collector = (EventKeywords)1;
    private const int SuspendBegins = 9, RestartEnds = 3;
    private DateTime _since;

    public TimeSpan Longest { get; private set; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Informational, Collector);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == SuspendBegins)
        {
            _since = eventData.TimeStamp;
        }
        else if (eventData.EventId == RestartEnds && _since != default)
        {
            var pause = eventData.TimeStamp - _since;
            Longest = pause > Longest ? pause : Longest;
        }
    }
}
