namespace Hotline.Tickets.Tests;

/// <summary>The draft, the people and the forms that the rules are tried with.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Opened = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset Now = Opened.AddMinutes(3);
    internal static readonly TicketActor Owner = new("1001", TicketRole.Agent);
    internal static readonly TicketActor Neighbour = new("1002", TicketRole.Agent);
    internal static readonly TicketActor Leader = new("9001", TicketRole.ShiftLeader);

    internal static readonly TicketForm WholeForm = new()
    {
        DemandType = DemandType.Complaint,
        Category = "0102",
        Title = "小区停水",
        Text = "某小区自昨晚起停水，无通知。",
        Place = "鼓楼区中山路",
        RequesterName = "王女士",
        ContactNumber = "13800006021",
        Unit = "water-group",
    };

    internal static Ticket Draft(string? agent = "1001") => Ticket.Open(new TicketOpening
    {
        TicketId = "t1", Tenant = "410200", CallId = "c1", Caller = "13800006021", Dialled = "12345", AgentId = agent, At = Opened,
    }).Ticket;

    internal static CallOutcome Outcome(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Supplement => new CallOutcome.FollowUp(FollowUpKind.Supplement, "t0", "又停水了"),
        OutcomeKind.Expedite => new CallOutcome.FollowUp(FollowUpKind.Expedite, "t0", "请尽快"),
        _ => CallOutcome.Of(kind, kind == OutcomeKind.Ticket ? "" : "已告知办理流程", HasReason(kind) ? "litigation" : null),
    };

    internal static bool HasReason(OutcomeKind kind) => kind is OutcomeKind.NotAccepted or OutcomeKind.Referral;

    internal static Ticket In(TicketState state) => state == TicketState.Draft
        ? Draft()
        : Enum.GetValues<OutcomeKind>().All(kind => TicketRules.StateAfter(kind) != state) ? In(TicketState.Accepted) with { State = state }
        : ((TicketDecision.Changed)TicketRules.Decide(Draft(), Ending(state), Now)).Ticket;

    private static TicketCommand.RecordOutcome Ending(TicketState state) => new(
        Owner, WholeForm, Outcome(Enum.GetValues<OutcomeKind>().First(kind => TicketRules.StateAfter(kind) == state)));
}
