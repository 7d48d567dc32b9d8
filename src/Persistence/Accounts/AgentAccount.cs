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

    /// <summary>
    /// Changes with the password, the roles, the unit, and when the account is closed or opened: a session that was begun under another one
    /// is over.
    /// </summary>
    public string Stamp { get; init; } = "";

    /// <summary>When the password was set; null for one of before that was written down.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>Hashes of the passwords before this one, the newest first.</summary>
    public IReadOnlyList<string> FormerPasswords { get; init; } = [];

    /// <summary>The sealed secret of the codes that change every 30 seconds (TOTP); null for an account without.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>Wrong passwords since the last sign-in.</summary>
    public int Failures { get; init; }

    /// <summary>The last code that opened; it does not open again.</summary>
    public long? TotpStep { get; init; }

    public DateTimeOffset? LastSignedInAt { get; init; }
}
