using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Watchdog;

/// <summary>A channel as Asterisk lists it (AMI CoreShowChannels).</summary>
/// <param name="Name">For example PJSIP/carrier-00000001.</param>
/// <param name="Id">Asterisk's unique id.</param>
/// <param name="Context">Where in the dialplan.</param>
/// <param name="Number">The number dialled (the extension).</param>
/// <param name="Application">What it executes: "Stasis" where Hotline had it in hand.</param>
/// <param name="Bridge">The bridge that it is in; empty where in none.</param>
/// <param name="Mark">The variable HOTLINE_CALL; empty where it was never written.</param>
/// <param name="Began">When the call came in.</param>
internal sealed record SeenChannel(
    string Name, string Id, string Context, string Number, string Application, string Bridge, string Mark, DateTimeOffset Began);

/// <summary>One caller to be moved into the fallback queue.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Number">The extension in the fallback context: the number dialled.</param>
/// <param name="Priority">QUEUE_PRIO: the higher, the earlier; newcomers have 0.</param>
/// <param name="Rings">Agents' channels that ring, or were answered into silence, for this caller: to be hung up first, so that they are free for the
/// queue.</param>
internal sealed record Move(string Channel, string Number, int Priority, IReadOnlyList<string> Rings);

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
    public static IReadOnlyList<Move> Of(IReadOnlyList<SeenChannel> seen, DateTimeOffset goneSince)
    {
        var agents = seen.Where(c => LegNames.AgentOf(c.Id) is not null).ToLookup(c => LegNames.CallOf(c.Id)!.Value);
        return [.. seen.Select(channel => MoveOf(channel, agents, goneSince)).OfType<Move>()
            .OrderByDescending(m => m.Priority).ThenBy(m => m.Channel, StringComparer.Ordinal).Take(MovesMax)];
    }

    private static Move? MoveOf(SeenChannel channel, ILookup<CallId, SeenChannel> agents, DateTimeOffset goneSince)
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
        IReadOnlyList<SeenChannel> his = mark is null ? [] : [.. agents[mark.Call]];
        if (channel.Bridge.Length > 0 && his.Any(a => a.Bridge == channel.Bridge))
        {
            return null; // they talk; the mark was not written yet
        }
        Move To(int start, DateTimeOffset since) => new(channel.Name, number, Rank(start, since, goneSince), [.. his.Select(a => a.Name)]);
        return mark?.Step switch
        {
            CallStep.Queued or CallStep.Offered => To(WaitingBase, mark.QueuedAt),
            CallStep.Lost => To(LostBase, mark.QueuedAt),
            // With an agent, on hold, or with a third party: the talk goes on without Hotline.
            CallStep.Talking or CallStep.Held or CallStep.HandedOver or CallStep.WithParty => null,
            // Hotline fell before it could write anything down.
            _ => channel.Bridge.Length > 0 ? null : To(WaitingBase, channel.Began),
        };
    }

    private static int Rank(int start, DateTimeOffset since, DateTimeOffset goneSince) =>
        start + (int)Math.Clamp((goneSince - since).TotalMilliseconds, -SpreadMs, SpreadMs);

    private static string? Digits(string? text) => text is not null && DialledDigits.IsDialled(text) ? text : null;
}
