namespace Hotline.AgentHub.Config;

/// <summary>What people may be. More come with the authority.</summary>
public static class Roles
{
    public const string Agent = "agent";
    public const string ShiftLeader = "shiftLeader";

    /// <summary>The system's administrator (系统管理员): makes accounts, and sees no citizen's data.</summary>
    public const string Administrator = "administrator";

    /// <summary>Works for a handling unit (承办单位) and sees its tickets.</summary>
    public const string Unit = "unit";

    /// <summary>Decides who the administrators are, opens locked accounts, ends sessions (安全管理员).</summary>
    public const string SecurityAdministrator = "securityAdministrator";

    /// <summary>Reads the audit (审计管理员), and nothing else.</summary>
    public const string Auditor = "auditor";

    /// <summary>The three that watch one another (三员): nobody is two of them, or one of them and anything besides.</summary>
    internal static IReadOnlyList<string> OfAdministrators { get; } = [Administrator, SecurityAdministrator, Auditor];

    /// <summary>Whether somebody may be all of these at once.</summary>
    internal static bool GoTogether(IReadOnlyCollection<string> roles) => roles.Count < 2 || !roles.Intersect(OfAdministrators).Any();
}
