namespace Hotline.Persistence;

/// <summary>An attachment of a case; its bytes lie elsewhere.</summary>
public sealed record AttachmentRow
{
    public string TicketId { get; init; } = "";

    /// <summary>From 1 without a gap.</summary>
    public int AttachmentNo { get; init; }

    public string Tenant { get; init; } = "";

    /// <summary>Of the file.</summary>
    public string Name { get; init; } = "";

    /// <summary>pdf, jpeg or png.</summary>
    public string FileKind { get; init; } = "";

    /// <summary>Bytes of what is kept.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of what is kept, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where its bytes lie.</summary>
    public string Place { get; init; } = "";

    /// <summary>Agent number.</summary>
    public string AddedBy { get; init; } = "";

    /// <summary>Code of his unit; null for the hotline's.</summary>
    public string? Unit { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}
