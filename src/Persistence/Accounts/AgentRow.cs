namespace Hotline.Persistence;

/// <summary>An account as its row says it; lists are codes with a space between.</summary>
internal sealed class AgentRow
{
    public string Tenant { get; init; } = "";
    public string AgentId { get; init; } = "";
    public string AgentName { get; init; } = "";
    public string PasswordHash { get; init; } = "";
    public string Roles { get; init; } = "";
    public string Skills { get; init; } = "";
    public string? Unit { get; init; }
    public bool Enabled { get; init; }
    public int Failures { get; init; }
    public string Stamp { get; init; } = "";
    public DateTimeOffset? PasswordSetAt { get; init; }
    public string FormerPasswords { get; init; } = "";
    public string? TotpSecret { get; init; }
    public long? TotpStep { get; init; }
    public DateTimeOffset? LastSignedInAt { get; init; }

    public static AgentRow Of(AgentAccount account) => new()
    {
        Tenant = account.Tenant,
        AgentId = account.Id,
        AgentName = account.Name,
        PasswordHash = account.PasswordHash,
        Roles = string.Join(' ', account.Roles),
        Skills = string.Join(' ', account.Skills),
        Unit = account.Unit,
        Enabled = account.Enabled,
        Stamp = account.Stamp,
        PasswordSetAt = account.PasswordSetAt,
        FormerPasswords = string.Join(' ', account.FormerPasswords),
        TotpSecret = account.TotpSecret,
    };

    public AgentAccount ToAccount() => new()
    {
        Tenant = Tenant,
        Id = AgentId,
        Name = AgentName,
        PasswordHash = PasswordHash,
        Roles = Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Skills = Skills.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Unit = Unit,
        Enabled = Enabled,
        Failures = Failures,
        Stamp = Stamp,
        PasswordSetAt = PasswordSetAt,
        FormerPasswords = FormerPasswords.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        TotpSecret = TotpSecret,
        TotpStep = TotpStep,
        LastSignedInAt = LastSignedInAt,
    };
}
