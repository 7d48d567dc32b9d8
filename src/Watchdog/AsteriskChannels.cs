using System.Globalization;
using Hotline.Telephony.Ami;

namespace Hotline.Watchdog;

/// <summary>Sees and moves channels through the manager interface, as the user "watchdog", who may do no more than that.</summary>
internal sealed class AsteriskChannels(AmiConnection ami, TimeProvider time)
{
    private const string MarkPrefix = "HOTLINE_CALL=";

    public async Task<IReadOnlyList<SeenChannel>> ListAsync(CancellationToken cancellationToken)
    {
        var answer = await ami.SendAsync(AmiMessage.Action("CoreShowChannels"), cancellationToken);
        var now = time.GetUtcNow();
        return [.. answer.Items.Where(i => i["Event"] == "CoreShowChannel").Select(i => Read(i, now))];
    }

    /// <summary>Puts a caller into the fallback queue. False where he is gone meanwhile.</summary>
    public async Task<bool> MoveAsync(Move move, CancellationToken cancellationToken)
    {
        foreach (var ring in move.Rings)
        {
            await ami.SendAsync(AmiMessage.Action("Hangup", ("Channel", ring)), cancellationToken); // gone meanwhile is as well
        }
        await ami.SendAsync(AmiMessage.Action("Setvar", ("Channel", move.Channel), ("Variable", "QUEUE_PRIO"),
            ("Value", move.Priority.ToString(CultureInfo.InvariantCulture))), cancellationToken);
        var answer = await ami.SendAsync(AmiMessage.Action("Redirect", ("Channel", move.Channel), ("Context", "fallback"),
            ("Exten", move.Number), ("Priority", "queue")), cancellationToken);
        return answer.Response.Ok;
    }

    internal static SeenChannel Read(AmiMessage item, DateTimeOffset now) => new(
        item["Channel"], item["Uniqueid"], item["Context"], item["Exten"], item["Application"],
        Bridge: item["BridgeId"], Mark: MarkOf(item),
        Began: now - (TimeSpan.TryParse(item["Duration"], CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero));

    // manager.conf's channelvars: one line "ChanVariable: NAME=VALUE" for each.
    private static string MarkOf(AmiMessage item)
    {
        foreach (var (key, value) in item.Lines)
        {
            if (key.StartsWith("ChanVariable", StringComparison.OrdinalIgnoreCase) && value.StartsWith(MarkPrefix, StringComparison.Ordinal))
            {
                return value[MarkPrefix.Length..];
            }
        }
        return "";
    }
}
