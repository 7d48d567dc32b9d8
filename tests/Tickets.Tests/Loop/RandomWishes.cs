using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>Wishes by chance: mostly what somebody may try on the ticket as it stands, with forms that are mostly right.</summary>
internal sealed class RandomWishes(Random chance)
{
    private static readonly string[] Units = [Water, Roads, Power, County, Town];
    private static readonly LoopVerb[] Verbs = Enum.GetValues<LoopVerb>();

    // What ends a ticket early, or leaves it where it is: were it frequent, nothing would be seen of the ticket's way.
    private static readonly LoopVerb[] Rare =
    [
        LoopVerb.Withdraw, LoopVerb.MergeInto, LoopVerb.AnswerByWording, LoopVerb.Archive, LoopVerb.Urge, LoopVerb.Supervise, LoopVerb.MoveRuleSet,
        LoopVerb.MarkUrgent, LoopVerb.AskScope,
    ];

    private int _count;

    internal string Wish() => $"w{++_count}";

    internal LoopCommand Next(TicketCase subject, DateTimeOffset now)
    {
        if (chance.Next(10) > 0)
        {
            for (var tries = 0; tries < 40; tries++)
            {
                var verb = One(Verbs);
                List<TicketActor> able = Rare.Contains(verb) && chance.Next(12) > 0 ? [] : [.. All.Where(who => LoopTable.Find(
                    verb, who.Role, LoopRelations.Of(subject, who.Unit), subject.State) is not null)];
                if (able.Count > 0)
                {
                    return Of(verb, One(able), subject, now);
                }
            }
        }

        return Of(One(Verbs), One(All), subject, now);
    }

    internal LoopCommand Of(LoopVerb verb, TicketActor by, TicketCase subject, DateTimeOffset now) => verb switch
    {
        LoopVerb.Dispatch => new Dispatch(by, Wish(), Unit(), [.. Some()], Text()),
        LoopVerb.Sign => new Sign(by, Wish()),
        LoopVerb.RequestReturn => new RequestReturn(by, Wish(), Text(), "依据", Unit(), Paper()),
        LoopVerb.DecideReturn => new DecideReturn(by, Wish(), Last(subject.Returns.Count), Any<ReturnVerdict>(), Text(), chance.Next(4) == 0),
        LoopVerb.RespondFirst => new RespondFirst(by, Wish(), Text()),
        LoopVerb.RequestExtension =>
            new RequestExtension(by, Wish(), chance.Next(8), Text(), now.AddMinutes(chance.Next(-60, 2)), Any<ContactWay>(), Paper()),
        LoopVerb.DecideExtension =>
            new DecideExtension(by, Wish(), Last(subject.Extensions.Count), chance.Next(4) == 0 ? null : chance.Next(1, 6), Text()),
        LoopVerb.RequestTemporaryClosure => new RequestTemporaryClosure(
            by, Wish(), Any<ClosureGround>(), Text(), "下步", DateOnly.FromDateTime(now.DateTime).AddDays(chance.Next(-2, 60)), Paper()),
        LoopVerb.DecideTemporaryClosure => new DecideTemporaryClosure(by, Wish(), Last(subject.Closures.Count), chance.Next(3) > 0, Text()),
        LoopVerb.ReportProgress => new ReportProgress(by, Wish(), Text()),
        LoopVerb.SubAssign => new SubAssign(by, Wish(), chance.Next(3) > 0 ? Town : Unit()),
        LoopVerb.GiveOpinion => new GiveOpinion(by, Wish(), Text()),
        LoopVerb.SubmitReply => new SubmitReply(
            by, Wish(), Text(), Any<ContactWay>(), now.AddMinutes(chance.Next(-60, 2)), chance.Next(2) == 0, Paper(), chance.Next(2) == 0, Paper(),
                Paper()),
        LoopVerb.ReviewReply => new ReviewReply(by, Wish(), chance.Next(4) > 0, Text()),
        LoopVerb.ReviewClosing => new ReviewClosing(by, Wish(), chance.Next(4) == 0 ? [Any<ReplyElement>()] : [], Text()),
        LoopVerb.RecordRevisit => Visit(by),
        _ => OfHotline(verb, by, subject, now),
    };

    private LoopCommand OfHotline(LoopVerb verb, TicketActor by, TicketCase subject, DateTimeOffset now) => verb switch
    {
        LoopVerb.AnswerByWording => new AnswerByWording(by, Wish(), Text()),
        LoopVerb.RateByDefault => new RateByDefault(by, Wish()),
        LoopVerb.Screen => new Screen(by, Wish(), chance.Next(2) == 0, Text()),
        LoopVerb.Redo => new Redo(by, Wish(), Any<RevisitFinding>(), Text()),
        LoopVerb.Archive => new Archive(by, Wish()),
        LoopVerb.Withdraw => new Withdraw(by, Wish(), Text()),
        LoopVerb.Urge => new Urge(by, Wish(), Text()),
        LoopVerb.Supervise => new Supervise(by, Wish(), Text()),
        LoopVerb.SendToCoordination => new SendToCoordination(by, Wish(), Any<CoordinationReason>(), Text()),
        LoopVerb.DecideCoordination => new DecideCoordination(
            by, Wish(), Any<CoordinationOrderKind>(), "副市长", "文号", chance.Next(2) == 0 ? ["甲"] : [],
            chance.Next(2) == 0 && subject.Lead is { } lead ? lead.Unit : Unit(), [.. Some()]),
        LoopVerb.DeclareFinal => new DeclareFinal(by, Wish(), Text(), "口径", "附件", now),
        LoopVerb.AcceptFinal => new AcceptFinal(by, Wish(), chance.Next(2) == 0, Text()),
        LoopVerb.AskScope => new AskScope(by, Wish(), Unit(), Text()),
        LoopVerb.CheckScope => new CheckScope(by, Wish(), Any<ScopeVerdict>(), "litigation", "请向法院反映"),
        LoopVerb.MarkUrgent => new MarkUrgent(by, Wish(), Any<Urgency>(), Text()),
        LoopVerb.MergeInto => new MergeInto(by, Wish(), "t9", Text()),
        LoopVerb.MoveRuleSet => new MoveRuleSet(by, Wish(), $"set-{chance.Next(3)}", Text()),
        LoopVerb.NoteOverdue => new NoteOverdue(by, Wish(), Any<DeadlineTimer>(), Last(subject.Assignments.Count)),
        LoopVerb.RecountDeadlines => new RecountDeadlines(
            by, Wish(), [new CaseTimer(Any<DeadlineTimer>(), Last(subject.Assignments.Count), now)], Text()),
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    private RecordRevisit Visit(TicketActor by)
    {
        var byMessage = by.Role == TicketRole.System;
        var connected = byMessage || chance.Next(3) > 0;
        Satisfaction? Rate() => connected && chance.Next(4) > 0 ? Any<Satisfaction>() : null;
        return new RecordRevisit(
            by, Wish(), Any<RevisitWay>(), connected, new Ratings(Rate(), Rate(), Rate()), connected ? chance.Next(2) == 0 : null,
            byMessage || chance.Next(2) == 0 ? null : Any<RevisitFinding>(), Text());
    }

    private T One<T>(IReadOnlyList<T> list) => list[chance.Next(list.Count)];

    private T Any<T>()
        where T : struct, Enum => One(Enum.GetValues<T>());

    private string Unit() => chance.Next(20) == 0 ? Accused : One(Units);

    private IEnumerable<string> Some() => chance.Next(3) > 0 ? [] : Units.Where(_ => chance.Next(3) == 0);

    private string Text() => chance.Next(20) == 0 ? " " : "说明";

    private string? Paper() => chance.Next(3) == 0 ? null : "附件";

    private int Last(int count) => chance.Next(10) == 0 ? chance.Next(0, count + 2) : count;
}
