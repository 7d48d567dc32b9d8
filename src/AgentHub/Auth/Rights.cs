using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Auth;

/// <summary>The one table of rights: role × permission. API, hub and pages ask it, each by a permission's name.</summary>
public static class Rights
{
    private static readonly Dictionary<string, Permission[]> Table = new(StringComparer.Ordinal)
    {
        [Roles.Agent] =
        [
            Permission.SignIn, Permission.ReadReference, Permission.ReadOwnCalls, Permission.ReadTickets, Permission.WriteTickets,
            Permission.TakeCalls,
        ],
        [Roles.ShiftLeader] =
        [
            Permission.SignIn, Permission.ReadReference, Permission.ReadOwnCalls, Permission.ReadTickets, Permission.WriteTickets,
            Permission.ReadAllCalls, Permission.WatchFloor, Permission.CallBack,
        ],
        [Roles.Administrator] =
        [
            Permission.SignIn, Permission.ReadReference, Permission.ReadOwnCalls, Permission.ReadTickets, Permission.WriteTickets,
            Permission.ReadAllCalls, Permission.WatchFloor, Permission.CallBack, Permission.ManagePeople,
        ],
    };

    /// <summary>All roles that there are.</summary>
    public static IReadOnlyCollection<string> RoleNames => Table.Keys;

    /// <summary>What somebody with these roles may do; a role that the table does not know may nothing.</summary>
    public static bool May(IEnumerable<string> roles, Permission permission) =>
        roles.Any(role => Table.TryGetValue(role, out var has) && has.Contains(permission));
}
