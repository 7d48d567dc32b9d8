using System.Security.Cryptography;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Attachments;

/// <summary>A file that is to be attached.</summary>
/// <param name="Name">Its name; .pdf, .jpg, .jpeg or .png.</param>
/// <param name="Content">Its bytes, as Base64.</param>
/// <param name="Note">What it is, as a signed order; may be empty.</param>
public sealed record AttachmentForm(string Name, string Content, string Note = "");

/// <summary>What is attached to a case.</summary>
/// <param name="MayAdd">Whether one may attach something.</param>
/// <param name="MegabytesMax">How large a file may be.</param>
/// <param name="Items">In the order in which they came.</param>
public sealed record AttachmentsView(bool MayAdd, int MegabytesMax, IReadOnlyList<AttachmentView> Items);

/// <summary>An attachment.</summary>
/// <param name="No">Its number in the case.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256 of what is kept, in hexadecimal.</param>
/// <param name="Note">What it is.</param>
/// <param name="By">Number of who attached it.</param>
/// <param name="ByName">His name; empty where nobody has the number.</param>
/// <param name="Unit">Code of his unit; null for the hotline's.</param>
/// <param name="At">When.</param>
public sealed record AttachmentView(
    int No, string Name, long Size, string Hash, string Note, string By, string ByName, string? Unit, DateTimeOffset At);

/// <summary>
/// Files of a case (signed scans, pictures). Whoever sees the case sees them, but those of a special piece, which may say who asked; whoever may do
/// something with the case may attach.
/// </summary>
internal sealed class AttachmentDesk(
    AttachmentStore store, AttachmentFiles files, CaseStore cases, CityLoop rules, CaseSights sights, AgentDirectory people,
    SecuritySettings settings, SteadyClock clock)
{
    private const int CountMax = 50;
    private const int NameMax = 120;
    private const int NoteMax = 200;

    /// <summary>What is attached; null where there is no such case for him.</summary>
    public async Task<AttachmentsView?> ListAsync(string id, Person person, CancellationToken cancellationToken) =>
        await CaseAsync(id, person, cancellationToken) is not { } subject ? null : new AttachmentsView(
            MayAdd(subject, person), settings.AttachmentMegabytes,
            [
                .. (await store.OfAsync(id, cancellationToken)).Where(row => Sees(subject, row, person)).Select(row => new AttachmentView(
                    row.AttachmentNo, row.Name, row.Size, row.Hash, row.Note, row.AddedBy, NameOf(row.AddedBy), row.Unit, row.AddedAt)),
            ]);

    /// <summary>One file, as it was kept; no row where there is none for him, and no bytes where they are gone or not what they were.</summary>
    public async Task<(AttachmentRow? Row, byte[]? Bytes)> ReadAsync(string id, int no, Person person, CancellationToken cancellationToken)
    {
        if (await CaseAsync(id, person, cancellationToken) is not { } subject
            || (await store.OfAsync(id, cancellationToken)).FirstOrDefault(row => row.AttachmentNo == no) is not { } row
            || !Sees(subject, row, person))
        {
            return (null, null);
        }
        var bytes = await files.ReadAsync(row.Place, cancellationToken);
        return (row, bytes is not null && HashOf(bytes) == row.Hash ? bytes : null);
    }

    /// <summary>Attaches a file.</summary>
    /// <returns>Why not, a code of refusal; empty where it is attached, null where there is no such case for him.</returns>
    public async Task<string?> AddAsync(string id, AttachmentForm form, Person person, string address, CancellationToken cancellationToken)
    {
        if (await CaseAsync(id, person, cancellationToken) is not { } subject)
        {
            return null;
        }
        if (!MayAdd(subject, person))
        {
            return "attachment-not-yours";
        }
        if (Understand(form, out var kind, out var bytes) is { Length: > 0 } refused)
        {
            return refused;
        }
        var place = await files.KeepAsync(bytes, cancellationToken);
        AttachmentRow row = new()
        {
            TicketId = id, Tenant = subject.Ticket.Tenant, Name = NameOf(form), FileKind = kind, Size = bytes.Length, Hash = HashOf(bytes),
            Note = StorableText.Of(form.Note).Trim(), Place = place, AddedBy = person.Id.Value, Unit = person.Unit, AddedAt = clock.Now,
        };
        AuditEntry audit = new(
            row.AddedAt, row.Tenant, row.AddedBy, "add-attachment", id, $"{row.Name} {row.Hash}", address, Detail: row.Note.Length == 0 ? ""
                : Auditing.Changes(("note", null, row.Note)));
        if (await store.AddAsync(row, CountMax, audit, cancellationToken))
        {
            return "";
        }
        files.Forget(place);
        return "attachment-count";
    }

    private string Understand(AttachmentForm form, out string kind, out byte[] bytes)
    {
        (kind, bytes) = ("", []);
        var (length, max) = (form.Content?.Length ?? 0, settings.AttachmentMegabytes * 1024 * 1024);
        if (length == 0 || length > ((max / 3) + 1) * 4)
        {
            return "attachment-size";
        }
        if ((form.Note?.Length ?? 0) > NoteMax)
        {
            return "attachment-note";
        }
        var read = new byte[length];
        if (!Convert.TryFromBase64String(form.Content!, read, out var written)
            || AttachmentKinds.Of(form.Name ?? "", read.AsSpan(0, written)) is not { } known)
        {
            return "attachment-type";
        }
        kind = known;
        bytes = AttachmentKinds.Cleaned(known, read[..written]) ?? [];
        return bytes.Length == 0 ? "attachment-torn" : "";
    }

    private async Task<TicketCase?> CaseAsync(string id, Person person, CancellationToken cancellationToken) =>
        await cases.LoadAsync(new TicketId(id), rules, cancellationToken) is { } subject
        && (await sights.OfAsync(person, null, cancellationToken)).Sees(subject) ? subject : null;

    // Of a special piece who asked stays with a few; what somebody attached himself he has seen.
    private static bool Sees(TicketCase subject, AttachmentRow row, Person person) =>
        !subject.Restricted || CaseMapping.SeesRestricted(person) || row.AddedBy == person.Id.Value;

    private static bool MayAdd(TicketCase subject, Person person) => CaseOffers.Of(subject, person).Count > 0;

    private string NameOf(string who) => people.All.FirstOrDefault(account => account.Id == who)?.Name ?? "";

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // No folders, nothing that a shell or a header could stumble over; the ending stays.
    private static string NameOf(AttachmentForm form)
    {
        var name = string.Concat(StorableText.Of(form.Name).Where(c => !char.IsControl(c) && !"\\/:*?\"<>|;".Contains(c, StringComparison.Ordinal)));
        return name.Length <= NameMax ? name : name[^NameMax..];
    }
}
