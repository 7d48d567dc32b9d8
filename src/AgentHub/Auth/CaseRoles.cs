using System.Collections.Frozen;
using Hotline.AgentHub.Config;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Auth;

/// <summary>What the roles of accounts are to the rules of a ticket, and which permission stands before which command.</summary>
internal static class CaseRoles
{
    private static readonly FrozenDictionary<string, TicketRole> ByName = new Dictionary<string, TicketRole>(StringComparer.Ordinal)
    {
        [Roles.Agent] = TicketRole.Agent,
        [Roles.ShiftLeader] = TicketRole.ShiftLeader,
        [Roles.Administrator] = TicketRole.Administrator,
        [Roles.Unit] = TicketRole.UnitHandler,
        [Roles.UnitReviewer] = TicketRole.UnitReviewer,
        [Roles.CountyStation] = TicketRole.CountyStation,
        [Roles.Dispatcher] = TicketRole.Dispatcher,
        [Roles.ReturnReviewer] = TicketRole.ReturnReviewer,
        [Roles.ExtensionReviewer] = TicketRole.ExtensionReviewer,
        [Roles.CloseReviewer] = TicketRole.CloseReviewer,
        [Roles.Coordinator] = TicketRole.Coordinator,
        [Roles.RevisitOfficer] = TicketRole.RevisitOfficer,
        [Roles.Supervisor] = TicketRole.Supervisor,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>As the rules know somebody; empty for whoever has nothing to do with tickets.</summary>
    public static IReadOnlyList<TicketRole> Of(IEnumerable<string> roles) => [.. roles.Where(ByName.ContainsKey).Select(role => ByName[role])];

    /// <summary>As the rules know him when he does something: in the role that may do it; else in one whose refusal says the most.</summary>
    public static TicketActor ActorFor(Person person, LoopVerb verb, TicketCase subject)
    {
        var relation = LoopRelations.Of(subject, person.Unit);
        var role = Of(person.RoleNames).DefaultIfEmpty(TicketRole.Agent).MinBy(role => LoopTable.Refusal(verb, role, relation, subject.State) switch
        {
            null => 0,
            LoopRefusal.NotYourRole => 2,
            _ => 1,
        });
        return new TicketActor(person.Id.Value, role, person.Unit);
    }

    /// <summary>
    /// The permission that a command needs before the table of the loop is asked: both say the same of every role, which a test holds.
    /// </summary>
    public static Permission Needed(LoopVerb verb) => verb switch
    {
        LoopVerb.AskScope or LoopVerb.CheckScope or LoopVerb.AnswerByWording => Permission.SettleScope,
        LoopVerb.Dispatch or LoopVerb.MergeInto => Permission.DispatchCases,
        LoopVerb.MarkUrgent => Permission.MarkUrgency,
        LoopVerb.SendToCoordination => Permission.SendToCoordination,
        LoopVerb.DecideCoordination => Permission.DecideCoordination,
        LoopVerb.Sign => Permission.SignTasks,
        LoopVerb.RespondFirst or LoopVerb.RequestReturn or LoopVerb.GiveOpinion or LoopVerb.RequestTemporaryClosure or LoopVerb.ReportProgress
            or LoopVerb.SubmitReply or LoopVerb.DeclareFinal => Permission.HandleTasks,
        LoopVerb.RequestExtension => Permission.RequestExtensions,
        LoopVerb.DecideReturn => Permission.DecideReturns,
        LoopVerb.SubAssign => Permission.PassOnTasks,
        LoopVerb.DecideExtension => Permission.DecideExtensions,
        LoopVerb.DecideTemporaryClosure or LoopVerb.Screen or LoopVerb.Redo => Permission.DecideClosures,
        LoopVerb.ReviewReply => Permission.ReviewReplies,
        LoopVerb.ReviewClosing or LoopVerb.AcceptFinal => Permission.ReviewClosings,
        LoopVerb.RecordRevisit => Permission.RecordRevisits,
        LoopVerb.Archive => Permission.ArchiveCases,
        LoopVerb.Withdraw => Permission.WithdrawCases,
        LoopVerb.Urge => Permission.UrgeCases,
        LoopVerb.Supervise => Permission.SuperviseCases,
        LoopVerb.MoveRuleSet => Permission.MoveRuleSets,
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "only the program itself does that"),
    };
}
