namespace Hotline.Persistence;

/// <summary>An audit entry as its row says it.</summary>
internal sealed class AuditRow
{
    public string EntryId { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Tenant { get; init; } = "";
    public string Who { get; init; } = "";
    public string Action { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string Address { get; init; } = "";

    public static AuditRow Of(string id, AuditEntry entry) => new()
    {
        EntryId = id,
        At = entry.At,
        Tenant = entry.Tenant,
        Who = Clip.To(Clip.IdMax, entry.Who),
        Action = Clip.To(Clip.IdMax, entry.Action),
        Subject = Clip.To(Clip.SubjectMax, entry.Subject),
        Purpose = Clip.To(Clip.PurposeMax, entry.Purpose),
        Address = Clip.To(Clip.IdMax, entry.Address),
    };

    public AuditEntry ToEntry() => new(At, Tenant, Who, Action, Subject, Purpose, Address);
}
