namespace Hotline.Persistence;

/// <summary>Who may sign in, as what, and with which skills.</summary>
public sealed record AgentAccount
{
    public required string Tenant { get; init; }

    /// <summary>Agent number (工号), unique within the city.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As the sign-in made it; never the password.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Codes without spaces.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Codes without spaces.</summary>
    public required IReadOnlyList<string> Skills { get; init; }

    /// <summary>Code of the handling unit whose tickets somebody sees; null for whoever belongs to none.</summary>
    public string? Unit { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Wrong passwords in a row.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
    public DateTimeOffset? LastSignedInAt { get; init; }
}
