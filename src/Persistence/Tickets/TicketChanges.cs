using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>What a command changed of a ticket, for the audit: each field that is another now, before and after.</summary>
internal static class TicketChanges
{
    /// <summary>Enough to know which text is meant; the whole stands in the ticket.</summary>
    private const int TextMax = 120;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Ticket before, Ticket after)
    {
        var (was, now) = (Fields(before), Fields(after));
        var changed = was.Keys.Where(name => was[name] != now[name]).ToDictionary(name => name, name => new[] { Cut(was[name]), Cut(now[name]) });
        return changed.Count == 0 ? "" : JsonSerializer.Serialize(changed, Readable);
    }

    private static Dictionary<string, string?> Fields(Ticket ticket) => new()
    {
        ["state"] = Code.Of(ticket.State),
        ["demandType"] = ticket.Form.DemandType?.Code,
        ["category"] = ticket.Form.Category,
        ["title"] = ticket.Form.Title,
        ["text"] = ticket.Form.Text,
        ["place"] = ticket.Form.Place,
        ["requesterName"] = ticket.Form.RequesterName,
        ["requesterKind"] = Code.Of(ticket.Form.RequesterKind),
        ["contactNumber"] = Hidden(ticket.Form.ContactNumber),
        ["unit"] = ticket.Form.Unit,
        ["accusedUnit"] = ticket.Form.AccusedUnit,
        ["confidential"] = ticket.Form.Confidential ? "yes" : "no",
        ["urgency"] = Code.Of(ticket.Form.Urgency),
        ["outcome"] = Code.Of(ticket.Outcome),
        ["summary"] = ticket.Summary,
        ["reasonCode"] = ticket.ReasonCode,
        ["earlierTicket"] = ticket.EarlierTicket,
        ["expedited"] = Invariant($"{ticket.Expedited}"),
    };

    // Whoever reads the audit reads no citizen's number there.
    private static string Hidden(string number) => number.Length <= 4 ? number : new string('*', number.Length - 4) + number[^4..];

    private static string? Cut(string? text) =>
        text is null || text.Length <= TextMax ? text : Invariant($"{Clip.To(TextMax, text)}… ({text.Length})");
}
