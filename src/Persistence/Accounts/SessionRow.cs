namespace Hotline.Persistence;

/// <summary>A sign-in, from its beginning to its end.</summary>
public sealed record SessionRow
{
    /// <summary>Random; stands sealed in the browser's cookie.</summary>
    public string SessionId { get; init; } = "";
    public string Tenant { get; init; } = "";
    public string AgentId { get; init; } = "";

    /// <summary>The telephone of this sign-in, as Asterisk knows it; empty for whoever has none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Address of the browser.</summary>
    public string Address { get; init; } = "";

    /// <summary>What the browser calls itself.</summary>
    public string Browser { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>About when its last request came.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Code of why it ended; empty while it is open.</summary>
    public string Because { get; init; } = "";
}
