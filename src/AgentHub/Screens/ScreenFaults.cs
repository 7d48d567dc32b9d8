namespace Hotline.AgentHub.Screens;

/// <summary>Counts pictures that could not be drawn or sent; /healthz and the metrics show it.</summary>
public sealed partial class ScreenFaults(ILogger<ScreenFaults> log)
{
    private long _notDrawn, _notSent;

    /// <summary>A fault of ours (a missing word, a value nobody thought of).</summary>
    public long NotDrawnCount => Interlocked.Read(ref _notDrawn);

    /// <summary>Connections that broke under a picture.</summary>
    public long NotSentCount => Interlocked.Read(ref _notSent);

    public void NotDrawn(string picture, Exception e)
    {
        Interlocked.Increment(ref _notDrawn);
        LogNotDrawn(picture, e);
    }

    public void NotSent(string picture, Exception e)
    {
        Interlocked.Increment(ref _notSent);
        LogNotSent(picture, e.Message);
    }

    [LoggerMessage(1, LogLevel.Error, "A picture ({Picture}) cannot be drawn: its viewer keeps the one before")]
    private partial void LogNotDrawn(string picture, Exception e);

    [LoggerMessage(2, LogLevel.Information, "A picture ({Picture}) did not arrive: {Reason}")]
    private partial void LogNotSent(string picture, string reason);
}
