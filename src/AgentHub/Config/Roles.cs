namespace Hotline.AgentHub.Config;

/// <summary>What people may be. More come with the authority.</summary>
public static class Roles
{
    public const string Agent = "agent";
    public const string ShiftLeader = "shiftLeader";

    /// <summary>The system's administrator (系统管理员): makes accounts, and sees no citizen's data.</summary>
    public const string Administrator = "administrator";

    /// <summary>Works for a handling unit (承办单位): sees its tickets, handles and answers them.</summary>
    public const string Unit = "unit";

    /// <summary>Gates what leaves a handling unit (TKT-12).</summary>
    public const string UnitReviewer = "unitReviewer";

    /// <summary>A county's work station (县级工作站), which passes on what it gets (JUR-05).</summary>
    public const string CountyStation = "countyStation";

    /// <summary>派单员 of the hotline.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>退单审核.</summary>
    public const string ReturnReviewer = "returnReviewer";

    /// <summary>延期审核.</summary>
    public const string ExtensionReviewer = "extensionReviewer";

    /// <summary>办结审核.</summary>
    public const string CloseReviewer = "closeReviewer";

    /// <summary>Speaks for the coordination group (会商协调).</summary>
    public const string Coordinator = "coordinator";

    /// <summary>回访员.</summary>
    public const string RevisitOfficer = "revisitOfficer";

    /// <summary>督办.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Decides who the administrators are, opens locked accounts, ends sessions (安全管理员).</summary>
    public const string SecurityAdministrator = "securityAdministrator";

    /// <summary>Reads the audit (审计管理员), and nothing else.</summary>
    public const string Auditor = "auditor";

    /// <summary>The three that watch one another (三员): nobody is two of them, or one of them and anything besides.</summary>
    internal static IReadOnlyList<string> OfAdministrators { get; } = [Administrator, SecurityAdministrator, Auditor];

    /// <summary>The hotline's own people.</summary>
    internal static IReadOnlyList<string> OfTheHotline { get; } =
    [
        Agent, ShiftLeader, Dispatcher, ReturnReviewer, ExtensionReviewer, CloseReviewer, Coordinator, RevisitOfficer, Supervisor,
    ];

    /// <summary>Those who work for a handling unit, which their account names.</summary>
    internal static IReadOnlyList<string> OfUnits { get; } = [Unit, UnitReviewer, CountyStation];

    /// <summary>Whether somebody may be all of these at once.</summary>
    internal static bool GoTogether(IReadOnlyCollection<string> roles) => roles.Count < 2 || !roles.Intersect(OfAdministrators).Any();
}
