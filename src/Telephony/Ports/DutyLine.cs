using System.Globalization;

namespace Hotline.Telephony;

/// <summary>
/// A line on which somebody on duty is rung (URG-03). Its name in Asterisk says whose it is, so that it is no citizen's and no agent's, and
/// that it is known again after a restart: <c>duty-TICKET-TASK-ATTEMPT</c>.
/// </summary>
/// <param name="Ticket">Id of the ticket.</param>
/// <param name="Task">Number of the task.</param>
/// <param name="Attempt">Number of the attempt.</param>
public sealed record DutyLine(string Ticket, int Task, int Attempt)
{
    private const string Prefix = "duty-";

    /// <summary>The channel's id.</summary>
    public string Channel => Invariant($"{Prefix}{Ticket}-{Task}-{Attempt}");

    /// <summary>The id of what is read on it; 0 for the thanks.</summary>
    public string Playback(int reading) => Invariant($"{Channel}.{reading}");

    /// <summary>True for the name of such a line, or of what is read on one.</summary>
    public static bool Is(string name) => name is not null && name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads a channel's id; null where it is none of these.</summary>
    public static DutyLine? Of(string channel)
    {
        if (!Is(channel) || channel[Prefix.Length..].Split('-') is not { Length: >= 3 } parts
            || !int.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var task)
            || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
        {
            return null;
        }
        return new DutyLine(string.Join('-', parts[..^2]), task, attempt);
    }

    /// <summary>Reads the id of what is read on one; null where it is none of these.</summary>
    public static (DutyLine Line, int Reading)? OfPlayback(string playback)
    {
        ArgumentNullException.ThrowIfNull(playback);
        var dot = playback.LastIndexOf('.');
        return dot > 0 && Of(playback[..dot]) is { } line
            && int.TryParse(playback.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var reading) ? (line, reading) : null;
    }
}
