using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

/// <summary>Calls, drafts and decisions to store.</summary>
internal static class Given
{
    internal const string Caller = "13800006021";
    internal static readonly TenantId Kaifeng = new("410200");
    internal static readonly TenantId Ziyang = new("512000");
    internal static readonly DateTimeOffset Start = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
    internal static readonly DateOnly Today = new(2026, 4, 1);
    internal static readonly TicketActor Agent = new("1001", TicketRole.Agent);

    internal static readonly TicketForm WholeForm = new()
    {
        DemandType = DemandType.Complaint,
        Category = "0102",
        Title = "小区停水",
        Text = "某小区自昨晚起停水，物业没有通知。",
        Place = "鼓楼区中山路",
        RequesterName = "王女士",
        RequesterKind = RequesterKind.LegalPerson,
        ContactNumber = "037112345678",
        Unit = "water-group",
        Confidential = true,
        Urgency = Urgency.SpecialUrgent,
    };

    internal static TicketOpening Opening(string id = "t1", string? agent = "1001", DateTimeOffset? at = null, TenantId? tenant = null,
        string caller = Caller) => new()
    {
        TicketId = id,
        Tenant = (tenant ?? Kaifeng).Value,
        CallId = "c-" + id,
        Caller = caller,
        Dialled = "12345",
        AgentId = agent,
        At = at ?? Start,
    };

    internal static TicketWish SaveDraft(Ticket ticket, TicketForm form) => Wish(ticket, new TicketCommand.SaveDraft(TicketActor.System, form));

    internal static TicketWish Accept(Ticket ticket, TicketForm? form = null) =>
        Wish(ticket, new TicketCommand.RecordOutcome(TicketActor.System, form ?? WholeForm, new CallOutcome.Ticket()));

    internal static TicketWish Answer(Ticket ticket, string answer) =>
        Wish(ticket, new TicketCommand.RecordOutcome(TicketActor.System, WholeForm, new CallOutcome.DirectAnswer(answer)));

    internal static TicketWish Wish(Ticket ticket, TicketCommand command) =>
        new(ticket.Id, ticket.Version, command, TicketSight.Everything, ticket.SavedAt.AddSeconds(30), Today, "");

    /// <summary>What the rules make of a wish.</summary>
    internal static TicketDecision.Changed Decided(this TicketWish wish, Ticket ticket) =>
        (TicketDecision.Changed)TicketRules.Decide(ticket, wish.Command, wish.At);

    /// <summary>The ticket as it stands after a wish that was done.</summary>
    internal static async Task<Ticket> KeptAsync(this TicketCommands commands, TicketWish wish) =>
        (await commands.DoAsync(wish, TestContext.Current.CancellationToken)).ShouldBeOfType<TicketAnswer.Done>().Ticket;

    internal static CallRecord Call(string id = "c1", long revision = 1, DateTimeOffset? at = null, string caller = Caller) => new()
    {
        Call = new CallId(id),
        Revision = revision,
        Leg = new LegId(new NodeId("ast1"), "channel-" + id),
        Ticket = new TicketId("t-" + id),
        Trunk = "trunk1",
        Dialled = "12329",
        NumberName = "住房公积金热线",
        Mode = MergeMode.DualNumber,
        Caller = caller,
        SipCallId = "sip-" + id,
        Agent = null,
        InvitedAt = at ?? Start,
        AnsweredBySystemAt = null,
        HumanAskedAt = at ?? Start,
        QueuedAt = at ?? Start,
        AgentAnsweredAt = null,
        AnnouncementEndedAt = null,
        PartyAnsweredAt = null,
        PartyTarget = null,
        EndedAt = null,
        EndedBy = null,
        Terminal = null,
        Recorded = false,
        Rings = [],
    };

    internal static CallRecord Ended(this CallRecord call) => call with
    {
        Revision = call.Revision + 1,
        Agent = new AgentId("1001"),
        AnsweredBySystemAt = call.InvitedAt.AddMilliseconds(120),
        AgentAnsweredAt = call.InvitedAt.AddSeconds(8),
        AnnouncementEndedAt = call.InvitedAt.AddSeconds(11),
        PartyTarget = "110",
        PartyAnsweredAt = call.InvitedAt.AddSeconds(60),
        EndedAt = call.InvitedAt.AddSeconds(150),
        EndedBy = EndedBy.Caller,
        Terminal = TerminalState.Answered,
        Recorded = true,
        Rings =
        [
            new Ring(1, new AgentId("1002"), call.InvitedAt.AddSeconds(1), call.InvitedAt.AddSeconds(5), RingResult.Missed),
            new Ring(2, new AgentId("1001"), call.InvitedAt.AddSeconds(5), call.InvitedAt.AddSeconds(8), RingResult.Answered),
        ],
        Legs =
        [
            Leg(call, call.Leg.Channel, LegRole.Citizen, call.Caller, "trunk1", 0, 0.12, 150),
            Leg(call, "a1", LegRole.Agent, "a1002", "", 1, null, 5) with { Agent = new AgentId("1002"), Cause = HangupCause.NoAnswer },
            Leg(call, "a2", LegRole.Agent, "a1001", "", 5, 8, 150) with { Agent = new AgentId("1001") },
            Leg(call, "p1", LegRole.Party, "110", "police", 50, 60, 150) with { RangAt = call.InvitedAt.AddSeconds(52) },
        ],
    };

    private static CallLeg Leg(CallRecord call, string channel, LegRole role, string number, string trunk, double starts, double? answered,
        double ended) => new()
    {
        Id = new LegId(call.Leg.Node, channel), Role = role, Number = number, Trunk = trunk, StartedAt = call.InvitedAt.AddSeconds(starts),
        AnsweredAt = answered is { } at ? call.InvitedAt.AddSeconds(at) : null, EndedAt = call.InvitedAt.AddSeconds(ended),
        Cause = HangupCause.NormalClearing,
    };
}
