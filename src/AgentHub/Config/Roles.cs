namespace Hotline.AgentHub.Config;

/// <summary>What people may be. More come with the units and the authority.</summary>
public static class Roles
{
    public const string Agent = "agent";
    public const string ShiftLeader = "shiftLeader";
    public const string Administrator = "administrator";

    /// <summary>Works for a handling unit (承办单位) and sees its tickets.</summary>
    public const string Unit = "unit";
}
