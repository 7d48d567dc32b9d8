using Hotline.Routing;

namespace Hotline.Watchdog;

/// <summary>A channel as Asterisk lists it (AMI CoreShowChannels).</summary>
/// <param name="Name">For example PJSIP/carrier-00000001.</param>
/// <param name="Id">Asterisk's unique id.</param>
/// <param name="Context">Where in the dialplan.</param>
/// <param name="Number">The number dialled (the extension).</param>
/// <param name="Application">What it executes: "Stasis" where Hotline had it in hand.</param>
/// <param name="Bridged">It is in a bridge with somebody or something.</param>
/// <param name="Mark">The variable HOTLINE_CALL; empty where it was never written.</param>
/// <param name="Began">When the call came in.</param>
internal sealed record SeenChannel(
    string Name, string Id, string Context, string Number, string Application, bool Bridged, string Mark, DateTimeOffset Began);

/// <summary>One caller to be moved into the fallback queue.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Number">The extension in the fallback context: the number dialled.</param>
/// <param name="Priority">QUEUE_PRIO: the higher, the earlier; newcomers have 0.</param>
internal sealed record Move(string Channel, string Number, int Priority);

/// <summary>Who is moved when Hotline is gone, and in which order. Pure: a function of what is seen.</summary>
internal static class FallbackPlan
{
    /// <summary>Callers move at most in this number a second, so that Asterisk is never flooded; the rest follows at the next look.</summary>
    public const int MovesMax = 200;

    // app_queue keeps its callers by priority, so the order does not hang on which redirect is served first. Those whose
    // agent was lost come before all, then those who waited, then newcomers (0). Within a class a millisecond of waiting
    // counts one; the spread of 27 hours is far above the four hours that a call may last.
    private const int LostBase = 2_000_000_000;
    private const int WaitingBase = 1_000_000_000;
    private const long SpreadMs = 100_000_000;

    // Contexts through which a citizen comes to Hotline (asterisk-config/extensions.conf).
    private static readonly string[] Contexts = ["hotline", "adopt"];

    /// <param name="seen">All channels.</param>
    /// <param name="goneSince">When Hotline was first missed: the fixed point from which waiting is measured.</param>
    public static IReadOnlyList<Move> Of(IEnumerable<SeenChannel> seen, DateTimeOffset goneSince) =>
        [.. seen.Select(channel => MoveOf(channel, goneSince)).OfType<Move>().OrderByDescending(m => m.Priority).ThenBy(m => m.Channel, StringComparer.Ordinal).Take(MovesMax)];

    private static Move? MoveOf(SeenChannel channel, DateTimeOffset goneSince)
    {
        if (!Contexts.Contains(channel.Context, StringComparer.Ordinal) || channel.Application != "Stasis")
        {
            return null;
        }
        // A mark that names another channel is a copy, and says nothing of this one.
        var mark = CallMark.Decode(channel.Mark, channel.Id);
        var number = Digits(mark?.Dialled) ?? Digits(channel.Number);
        if (number is null)
        {
            return null;
        }
        return mark?.Step switch
        {
            CallStep.Queued or CallStep.Offered => new Move(channel.Name, number, Rank(WaitingBase, mark.QueuedAt, goneSince)),
            CallStep.Lost => new Move(channel.Name, number, Rank(LostBase, mark.QueuedAt, goneSince)),
            // With an agent, on hold, or with a third party: the talk goes on without Hotline.
            CallStep.Talking or CallStep.Held or CallStep.HandedOver => null,
            // Hotline fell before it could write anything down.
            _ => channel.Bridged ? null : new Move(channel.Name, number, Rank(WaitingBase, channel.Began, goneSince)),
        };
    }

    private static int Rank(int start, DateTimeOffset since, DateTimeOffset goneSince) =>
        start + (int)Math.Clamp((goneSince - since).TotalMilliseconds, -SpreadMs, SpreadMs);

    private static string? Digits(string? text) => text is { Length: > 0 and <= 32 } && text.All(char.IsAsciiDigit) ? text : null;
}
