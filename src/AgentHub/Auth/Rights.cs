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
            [Permission.ReadCases] = Reach.MyCaller,
            [Permission.SettleScope] = Reach.MyCaller,
            [Permission.MarkUrgency] = Reach.MyCaller,
            [Permission.WithdrawCases] = Reach.MyCaller,
            [Permission.UrgeCases] = Reach.MyCaller,
            [Permission.NoteRefusals] = Reach.MyCaller,
        },
        [Roles.ShiftLeader] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadCalls] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.WriteTickets] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.WatchCases] = Reach.All,
            [Permission.RevealCallers] = Reach.All,
            [Permission.SettleScope] = Reach.All,
            [Permission.DispatchCases] = Reach.All,
            [Permission.ImportTickets] = Reach.All,
            [Permission.MarkUrgency] = Reach.All,
            [Permission.DirectDutyCalls] = Reach.All,
            [Permission.SendToCoordination] = Reach.All,
            [Permission.WithdrawCases] = Reach.All,
            [Permission.UrgeCases] = Reach.All,
            [Permission.NoteRefusals] = Reach.All,
            [Permission.ManageNotices] = Reach.All,
            [Permission.WatchFloor] = Reach.All,
            [Permission.CallBack] = Reach.All,
        },
        [Roles.Administrator] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ManageNumbers] = Reach.All,
            [Permission.ManageCalendar] = Reach.All,
            [Permission.ManagePeople] = Reach.All,
            [Permission.MoveRuleSets] = Reach.All,
            [Permission.ManageNotices] = Reach.All,
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
            [Permission.ReadCases] = Reach.MyUnit,
            [Permission.ListCases] = Reach.MyUnit,
            [Permission.RevealCallers] = Reach.MyUnit,
            [Permission.SignTasks] = Reach.MyUnit,
            [Permission.HandleTasks] = Reach.MyUnit,
            [Permission.RequestExtensions] = Reach.MyUnit,
        },
        [Roles.UnitReviewer] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.MyUnit,
            [Permission.ReadConfidential] = Reach.MyUnit,
            [Permission.ReadCases] = Reach.MyUnit,
            [Permission.ListCases] = Reach.MyUnit,
            [Permission.SignTasks] = Reach.MyUnit,
            [Permission.ReviewReplies] = Reach.MyUnit,
        },
        [Roles.CountyStation] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.MyUnit,
            [Permission.ReadConfidential] = Reach.MyUnit,
            [Permission.ReadCases] = Reach.MyUnit,
            [Permission.ListCases] = Reach.MyUnit,
            [Permission.RevealCallers] = Reach.MyUnit,
            [Permission.SignTasks] = Reach.MyUnit,
            [Permission.HandleTasks] = Reach.MyUnit,
            [Permission.RequestExtensions] = Reach.MyUnit,
            [Permission.PassOnTasks] = Reach.MyUnit,
            [Permission.ReviewReplies] = Reach.MyUnit,
        },
        [Roles.Dispatcher] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.SettleScope] = Reach.All,
            [Permission.DispatchCases] = Reach.All,
            [Permission.ImportTickets] = Reach.All,
            [Permission.MarkUrgency] = Reach.All,
            [Permission.DirectDutyCalls] = Reach.All,
            [Permission.SendToCoordination] = Reach.All,
            [Permission.ArchiveCases] = Reach.All,
            [Permission.WithdrawCases] = Reach.All,
            [Permission.UrgeCases] = Reach.All,
        },
        [Roles.ReturnReviewer] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.DecideReturns] = Reach.All,
        },
        [Roles.ExtensionReviewer] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.DecideExtensions] = Reach.All,
        },
        [Roles.CloseReviewer] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.DecideClosures] = Reach.All,
            [Permission.ReviewClosings] = Reach.All,
            [Permission.ArchiveCases] = Reach.All,
        },
        [Roles.Coordinator] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.DecideCoordination] = Reach.All,
        },
        [Roles.RevisitOfficer] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.RevealCallers] = Reach.All,
            [Permission.RecordRevisits] = Reach.All,
            [Permission.WithdrawCases] = Reach.All,
            [Permission.UrgeCases] = Reach.All,
            [Permission.NoteRefusals] = Reach.All,
        },
        [Roles.Supervisor] = new()
        {
            [Permission.SignIn] = Reach.All,
            [Permission.ReadReference] = Reach.All,
            [Permission.ReadTickets] = Reach.All,
            [Permission.ReadConfidential] = Reach.All,
            [Permission.ReadCases] = Reach.All,
            [Permission.ListCases] = Reach.All,
            [Permission.WatchCases] = Reach.All,
            [Permission.RevealCallers] = Reach.All,
            [Permission.MarkUrgency] = Reach.All,
            [Permission.DirectDutyCalls] = Reach.All,
            [Permission.SendToCoordination] = Reach.All,
            [Permission.RequestExtensions] = Reach.All,
            [Permission.DecideExtensions] = Reach.All,
            [Permission.DecideClosures] = Reach.All,
            [Permission.UrgeCases] = Reach.All,
            [Permission.SuperviseCases] = Reach.All,
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
