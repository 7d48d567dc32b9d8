namespace Hotline.Persistence;

/// <summary>An import of old tickets, and how far it came.</summary>
public sealed record ImportRow
{
    /// <summary>Its number in the city, from 1 without a gap.</summary>
    public int ImportNo { get; init; }

    public string Tenant { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Agent number.</summary>
    public string MadeBy { get; init; } = "";

    public string FileName { get; init; } = "";

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string FileHash { get; init; } = "";

    /// <summary>How many rows were understood.</summary>
    public int RowsInAll { get; init; }

    /// <summary>The tickets to import; empty where they were not read with it.</summary>
    public string Content { get; init; } = "";

    /// <summary>What was not understood, as its maker writes it.</summary>
    public string Report { get; init; } = "";

    /// <summary>The first ticket, from 0, that is not yet imported.</summary>
    public int NextRow { get; init; }

    /// <summary>How many became tickets.</summary>
    public int Added { get; init; }

    /// <summary>How many were here already.</summary>
    public int Known { get; init; }

    /// <summary>How many could not be kept.</summary>
    public int Failed { get; init; }

    /// <summary>When it was done; null while it is not.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
