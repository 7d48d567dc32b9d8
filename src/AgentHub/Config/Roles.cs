namespace Hotline.AgentHub.Config;

/// <summary>What people may be. More come with the units and the authority.</summary>
public static class Roles
{
    public const string Agent = "agent";
    public const string ShiftLeader = "shiftLeader";
    public const string Administrator = "administrator";
}
