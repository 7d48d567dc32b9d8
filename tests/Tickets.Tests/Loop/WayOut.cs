using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>The shortest way from any state to the archive, by whoever's turn it is.</summary>
internal static class WayOut
{
    internal static LoopCommand Of(TicketCase subject, string wish, DateTimeOffset now) => subject.State switch
    {
        TicketState.ScopeCheck => new CheckScope(Agent, wish, ScopeVerdict.Accept, null, null),
        TicketState.Accepted => new Dispatch(Dispatcher, wish, Water, [], "特殊情况"),
        TicketState.CoordinationPending => new DecideCoordination(
            Coordinator, wish, Enum.GetValues<CoordinationOrderKind>().First(kind => Follows(subject.Coordinations[^1].Reason, kind)), "市长", "文号",
                ["甲"],
            subject.Lead?.Unit ?? Water, []),
        TicketState.Dispatched or TicketState.Redo => new Sign(Of(subject.Lead!.Unit, 0), wish),
        TicketState.ReturnReview => new DecideReturn(
            ReturnReviewer, wish, subject.Returns.Last(sent => sent.Task == subject.Lead!.No).No, ReturnVerdict.Reject, "不成立", false),
        TicketState.ExtensionReview => new DecideExtension(ExtensionReviewer, wish, subject.Extensions.Count, null, "不同意"),
        TicketState.TemporaryClosureReview => new DecideTemporaryClosure(CloseReviewer, wish, subject.Closures.Count, false, "不同意"),
        TicketState.Handling or TicketState.TemporarilyClosed when subject.Reply is { } reply =>
            new ReviewReply(All.First(who => who.Unit == subject.Lead!.Unit && who.Id != reply.Author
                && who.Role is TicketRole.UnitReviewer or TicketRole.CountyStation && who.Unit == subject.Lead!.Unit && who.Id != reply.Author),
                    wish, true, ""),
        TicketState.Handling or TicketState.TemporarilyClosed => new SubmitReply(
            Of(subject.Lead!.Unit, 0), wish, "已办", ContactWay.Phone, now, true, null, false, "不再等待", "扫描件"),
        TicketState.Replied => new ReviewClosing(CloseReviewer, wish, [], ""),
        TicketState.Revisit or TicketState.AnsweredByWording => Flow.Visit(wish, Satisfaction.Satisfied),
        TicketState.Screening => new Screen(CloseReviewer, wish, true, "政策所限"),
        TicketState.Closed when subject.FinalDeclarations is [.., { Decision: null }] => new AcceptFinal(CloseReviewer, wish, false, "不成立"),
        _ => new Archive(TicketActor.System, wish),
    };

    private static TicketActor Of(string unit, int skip) =>
        All.Where(who => who.Unit == unit && who.Role is TicketRole.UnitHandler or TicketRole.CountyStation && who.Unit == unit).Skip(skip).First();

    private static bool Follows(CoordinationReason reason, CoordinationOrderKind kind) => reason switch
    {
        CoordinationReason.UnitUnknown => kind == CoordinationOrderKind.AssignmentOrder,
        CoordinationReason.AbnormalRisk => kind == CoordinationOrderKind.SpecialPiece,
        CoordinationReason.StrongReaction => kind == CoordinationOrderKind.SupervisionOrder,
        _ => kind == CoordinationOrderKind.Meeting,
    };
}
