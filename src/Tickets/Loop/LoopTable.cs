using System.Collections.Frozen;
using static Hotline.Tickets.Loop.LoopRelation;
using static Hotline.Tickets.TicketRole;
using static Hotline.Tickets.TicketState;

namespace Hotline.Tickets.Loop;

/// <summary>
/// Who may do what in which state, and where it leads: the one table that the rules ask and that docs/ticket-loop.md prints. What has no row is
/// refused. The rules of the commands refuse more, by what the ticket holds; they never allow more.
/// </summary>
public static class LoopTable
{
    /// <summary>A ticket that can still move by its units' work.</summary>
    public static readonly IReadOnlyList<TicketState> Open = OpenStates.All;

    /// <summary>Units work on it.</summary>
    public static readonly IReadOnlyList<TicketState> AtUnits =
        [Dispatched, ReturnReview, Handling, ExtensionReview, TemporaryClosureReview, TemporarilyClosed, TicketState.Redo];

    // The hotline's own people: what their unit is says nothing, but that it is not accused.
    private static readonly LoopRelation[] Hotline = [None, Lead, Station, Nested, CoHandler];
    private static readonly LoopRelation[] Leading = [Lead, Station];
    private static readonly LoopRelation[] Answering = [Lead, Station, Nested];
    private static readonly TicketRole[] OfUnits = [UnitHandler, UnitReviewer, CountyStation];
    private static readonly TicketRole[] Handlers = [UnitHandler, CountyStation];
    private static readonly TicketRole[] Desk = [Agent, ShiftLeader, Dispatcher];
    private static readonly TicketState[] RatedAtOnce = [AnsweredDirect, AnsweredByWording];

    /// <summary>The rows, in the order of a ticket's way.</summary>
    public static readonly IReadOnlyList<LoopRow> Rows =
    [
        new(LoopVerb.AskScope, Desk, Hotline, [Accepted], [ScopeCheck]),
        new(LoopVerb.CheckScope, Desk, Hotline, [ScopeCheck], [Accepted, NotAccepted, Referred]),
        new(LoopVerb.MergeInto, [Dispatcher, ShiftLeader], Hotline, [Accepted], [Merged]),
        new(LoopVerb.AnswerByWording, Desk, Hotline, [Accepted], [AnsweredByWording]),
        new(LoopVerb.MarkUrgent, [.. Desk, Supervisor], Hotline,
            [Accepted, ScopeCheck, CoordinationPending, Dispatched, ReturnReview, Handling, ExtensionReview], []),
        new(LoopVerb.Dispatch, [Dispatcher, ShiftLeader], Hotline, [Accepted], [Dispatched]),
        new(LoopVerb.SendToCoordination, [Dispatcher, ShiftLeader, Supervisor], Hotline, [Accepted, Dispatched, Handling], [CoordinationPending]),
        new(LoopVerb.DecideCoordination, [Coordinator], Hotline, [CoordinationPending], [Dispatched, Handling]),

        new(LoopVerb.Sign, OfUnits, Leading, [Dispatched, TicketState.Redo], [Handling]),
        new(LoopVerb.Sign, OfUnits, [Nested, CoHandler], AtUnits, []),
        new(LoopVerb.RespondFirst, Handlers, Answering,
            [Dispatched, ReturnReview, Handling, ExtensionReview, TemporaryClosureReview, TicketState.Redo], []),
        new(LoopVerb.RequestReturn, Handlers, Leading, [Dispatched, Handling], [ReturnReview]),
        new(LoopVerb.RequestReturn, Handlers, [CoHandler], AtUnits, []),
        new(LoopVerb.DecideReturn, [ReturnReviewer], Hotline, [ReturnReview],
            [Accepted, Dispatched, Handling, CoordinationPending]) { MayStay = true },
        new(LoopVerb.DecideReturn, [ReturnReviewer], Hotline, [.. AtUnits.Except([ReturnReview])], []),
        new(LoopVerb.SubAssign, [CountyStation], Leading, [Handling, TemporarilyClosed], []),
        new(LoopVerb.GiveOpinion, Handlers, [CoHandler], AtUnits, []),
        new(LoopVerb.RequestExtension, Handlers, Leading, [Handling], [ExtensionReview]),
        new(LoopVerb.RequestExtension, [Supervisor], Hotline, [Handling], [ExtensionReview]),
        new(LoopVerb.DecideExtension, [ExtensionReviewer, Supervisor], Hotline, [ExtensionReview], [Handling]),
        new(LoopVerb.RequestTemporaryClosure, Handlers, Leading, [Handling, TemporarilyClosed], [TemporaryClosureReview]),
        new(LoopVerb.DecideTemporaryClosure, [CloseReviewer, Supervisor], Hotline, [TemporaryClosureReview], [TemporarilyClosed, Handling]),
        new(LoopVerb.ReportProgress, Handlers, Answering, [Dispatched, Handling, ExtensionReview, TemporaryClosureReview, TemporarilyClosed], []),
        new(LoopVerb.SubmitReply, Handlers, Answering, [Handling, TemporarilyClosed], []),
        new(LoopVerb.ReviewReply, [UnitReviewer, CountyStation], Leading, [Handling, TemporarilyClosed], [Replied]) { MayStay = true },
        new(LoopVerb.NoteOverdue, [TicketRole.System], [None], [Accepted, .. AtUnits, CoordinationPending], []),

        new(LoopVerb.ReviewClosing, [CloseReviewer], Hotline, [Replied], [TicketState.Revisit, TicketState.Redo, CoordinationPending]),
        new(LoopVerb.RecordRevisit, [RevisitOfficer, TicketRole.System], Hotline, [TicketState.Revisit],
            [Closed, TicketState.Redo, TicketState.Screening, CoordinationPending]) { MayStay = true },
        new(LoopVerb.RecordRevisit, [RevisitOfficer, TicketRole.System], Hotline, RatedAtOnce, [Closed]) { MayStay = true },
        new(LoopVerb.RateByDefault, [TicketRole.System], [None], [TicketState.Revisit, .. RatedAtOnce], [Closed]) { Then = Archived },
        new(LoopVerb.Screen, [CloseReviewer, Supervisor], Hotline, [TicketState.Screening], [Closed, TicketState.Redo, CoordinationPending]),
        new(LoopVerb.Redo, [CloseReviewer, Supervisor], Hotline, [Replied, TicketState.Revisit, TicketState.Screening],
            [TicketState.Redo, CoordinationPending]),
        new(LoopVerb.DeclareFinal, Handlers, Leading, [Closed], []),
        new(LoopVerb.AcceptFinal, [CloseReviewer], Hotline, [Closed], [FinalCase]) { MayStay = true },
        new(LoopVerb.Archive, [CloseReviewer, Dispatcher, TicketRole.System], Hotline,
            [Closed, NotAccepted, Referred, Transferred, Merged, FollowedUp], [Archived]),

        new(LoopVerb.Withdraw, [.. Desk, RevisitOfficer], Hotline, Open, [Closed]),
        new(LoopVerb.Urge, [.. Desk, RevisitOfficer, Supervisor, TicketRole.System], Hotline, Open, []),
        new(LoopVerb.Supervise, [Supervisor], Hotline, Open, []),
        new(LoopVerb.MoveRuleSet, [Administrator], Hotline, Open, []),
        new(LoopVerb.RecountDeadlines, [TicketRole.System], [None], [.. Open, .. RatedAtOnce], []),
    ];

    private static readonly ILookup<LoopVerb, LoopRow> RowsOf = Rows.ToLookup(row => row.Verb);

    private static readonly FrozenDictionary<(LoopVerb, TicketRole, LoopRelation, TicketState), LoopRow> Index = (
        from row in Rows
        from role in row.Roles
        from relation in row.Relations
        from state in row.From
        select KeyValuePair.Create((row.Verb, role, relation, state), row)).ToFrozenDictionary();

    /// <summary>The row that allows a command; null where none does.</summary>
    public static LoopRow? Find(LoopVerb verb, TicketRole role, LoopRelation relation, TicketState state) =>
        Index.GetValueOrDefault((verb, role, relation, state));

    /// <summary>Why the table refuses a command: the first of role, unit and state that no row fits; null where it allows it.</summary>
    public static LoopRefusal? Refusal(LoopVerb verb, TicketRole role, LoopRelation relation, TicketState state)
    {
        if (Find(verb, role, relation, state) is not null)
        {
            return null;
        }

        var ofRole = RowsOf[verb].Where(row => row.Roles.Contains(role)).ToList();
        return ofRole.Count == 0 ? LoopRefusal.NotYourRole
            : relation == Accused ? LoopRefusal.AccusedUnit
            : ofRole.TrueForAll(row => !row.Relations.Contains(relation)) ? LoopRefusal.NotYourUnit
            : LoopRefusal.NotInThisState;
    }

    /// <summary>True where some row leads a command from one state to another.</summary>
    public static bool Leads(LoopVerb verb, TicketState from, TicketState to) => RowsOf[verb].Any(row => row.Leads(from, to));
}
