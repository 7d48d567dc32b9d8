using System.Globalization;

namespace Hotline.Routing;

/// <summary>
/// What a call says of itself: the channel variable HOTLINE_CALL on the citizen's channel. It comes back in every
/// listing of channels and dies with the call, so it survives any crash of ours.
/// </summary>
/// <remarks>
/// ASCII, fields separated by '|', at most 600 bytes:
/// <c>1|channel|call|tenant|queuedAt(unix ms)|step|ticket|epoch|dialled</c>.
/// It names its own channel, so that a copy on another channel is recognised and ignored.
/// </remarks>
public sealed record CallMark(
    string Channel, CallId Call, TenantId Tenant, DateTimeOffset QueuedAt, CallStep Step, TicketId Ticket, long Epoch, string Dialled)
{
    private const string Version = "1";
    private const int FieldCount = 9;

    /// <summary>The text of the variable.</summary>
    public string Encode() => string.Join('|',
        Version, Channel, Call.Value, Tenant.Value, QueuedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        StepName(Step), Ticket.Value, Epoch.ToString(CultureInfo.InvariantCulture), Dialled);

    /// <summary>Reads a mark; null where it is missing, torn, of another version, or of another channel.</summary>
    public static CallMark? Decode(string? text, string channel)
    {
        var fields = text?.Split('|');
        if (fields is not { Length: FieldCount } || fields[0] != Version || fields[1] != channel)
        {
            return null;
        }
        if (!long.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var queuedAt) || queuedAt > 253_402_300_799_999
            || !long.TryParse(fields[7], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            || StepOf(fields[5]) is not { } step || fields[2].Length == 0)
        {
            return null;
        }
        return new CallMark(channel, new CallId(fields[2]), new TenantId(fields[3]),
            DateTimeOffset.FromUnixTimeMilliseconds(queuedAt), step, new TicketId(fields[6]), epoch, fields[8]);
    }

    private static string StepName(CallStep step) => step switch
    {
        CallStep.Queued => "queued",
        CallStep.Offered => "offered",
        CallStep.Talking => "talking",
        CallStep.Held => "held",
        CallStep.Lost => "lost",
        CallStep.HandedOver => "handed",
        CallStep.WithParty => "party",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static CallStep? StepOf(string name) => name switch
    {
        "queued" => CallStep.Queued,
        "offered" => CallStep.Offered,
        "talking" => CallStep.Talking,
        "held" => CallStep.Held,
        "lost" => CallStep.Lost,
        "handed" => CallStep.HandedOver,
        "party" => CallStep.WithParty,
        _ => null,
    };
}

/// <summary>Where a call stands, as far as a stranger (watchdog, a later start) must know it.</summary>
public enum CallStep
{
    Queued,
    Offered,
    Talking,
    Held,
    Lost,

    /// <summary>With a third party whom an agent brought in and left with him.</summary>
    HandedOver,

    /// <summary>With the sub-centre at the end of his plan; no agent had him.</summary>
    WithParty,
}
