namespace Hotline.Persistence;

/// <summary>An audit entry as its row says it.</summary>
internal sealed record AuditRow
{
    public string EntryId { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Tenant { get; init; } = "";
    public string Who { get; init; } = "";
    public string Action { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string Address { get; init; } = "";
    public string Result { get; init; } = "";
    public string Detail { get; init; } = "";

    /// <summary>Its place in the chain; null for one of before there was a chain.</summary>
    public long? Seq { get; init; }

    /// <summary>See <see cref="AuditChain"/>.</summary>
    public string? Hash { get; init; }

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
        Result = Clip.To(Clip.IdMax, entry.Result),
        Detail = Clip.To(Clip.DetailMax, entry.Detail),
    };

    public AuditEntry ToEntry() => new(At, Tenant, Who, Action, Subject, Purpose, Address, Result, Detail);
}
