using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Auth;

/// <summary>The one table of rights: role × permission, and how far it goes. API, hub and pages ask it, each by a permission's name.</summary>
public static class Rights
{
    private static readonly Dictionary<string, Dictionary<Permission, Reach>> Table = new(StringComparer.Ordinal)
    {
        [Roles.Agent] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.TakeCalls] = Reach.Mine,
            [Permission.ReadCalls] = Reach.Mine,
            [Permission.ReadTickets] = Reach.MyCaller,
            [Permission.ReadConfidential] = Reach.Mine,
            [Permission.WriteTickets] = Reach.Mine,
        },
        [Roles.ShiftLeader] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadCalls] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.WriteTickets] = Reach.All,
            [Permission.WatchFloor] = Reach.All,
            [Permission.CallBack] = Reach.All,
        },
        [Roles.Administrator] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ManageNumbers] = Reach.All,
            [Permission.ManagePeople] = Reach.All,
        },
        [Roles.SecurityAdministrator] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ManagePeople] = Reach.All,
            [Permission.ManageSecurity] = Reach.All,
        },
        [Roles.Auditor] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadAudit] = Reach.All,
        },
        [Roles.Unit] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.MyUnit,
            [Permission.ReadConfidential] = Reach.MyUnit,
        },
    };

    /// <summary>All roles that there are.</summary>
    public static IReadOnlyCollection<string> RoleNames => Table.Keys;

    /// <summary>How far a permission goes for somebody with these roles; a role that the table does not know may nothing.</summary>
    public static Reach Of(IEnumerable<string> roles, Permission permission) =>
        roles.Select(role => Table.GetValueOrDefault(role)?.GetValueOrDefault(permission) ?? Reach.None).Append(Reach.None).Max();

    /// <summary>Whether somebody with these roles may do it at all, if only with what is his own.</summary>
    public static bool May(IEnumerable<string> roles, Permission permission) => Of(roles, permission) != Reach.None;
}
