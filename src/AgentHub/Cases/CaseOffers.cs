using Hotline.AgentHub.Auth;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>What somebody may try on a case as it stands: what the table gives him, without what the case itself rules out.</summary>
internal static class CaseOffers
{
    private static readonly LoopVerb[] OfTheProgram = [LoopVerb.RateByDefault, LoopVerb.NoteOverdue, LoopVerb.RecountDeadlines];

    public static IReadOnlyList<LoopVerb> Of(TicketCase subject, Person person)
    {
        var offered = CaseRoles.Of(person.RoleNames)
            .SelectMany(role => LoopRules.Offered(subject, new TicketActor(person.Id.Value, role, person.Unit))).ToHashSet();
        return
        [
            .. Enum.GetValues<LoopVerb>().Except(OfTheProgram)
                .Where(verb => offered.Contains(verb) && person.May(CaseRoles.Needed(verb)) && Works(verb, subject, person)),
        ];
    }

    private static bool Works(LoopVerb verb, TicketCase subject, Person person)
    {
        var mine = LoopRelations.TaskOf(subject, person.Unit);
        return verb switch
        {
            LoopVerb.Sign => mine?.State == AssignmentState.Open,
            LoopVerb.RequestReturn => mine is { ReturnForbidden: false, State: AssignmentState.Open or AssignmentState.SignedFor }
                && subject.Round == 0
                && !subject.Returns.Any(sent => sent.Task == mine.No && sent.Verdict is null),
            LoopVerb.DecideReturn => subject.Returns.Any(sent => sent.Verdict is null),
            LoopVerb.RespondFirst => subject.Ticket.Form.Urgency != Urgency.Normal && subject.Lead is { FirstResponse: null },
            LoopVerb.GiveOpinion => mine is { Opinion: null },
            LoopVerb.SubmitReply or LoopVerb.SubAssign => subject.Reply is null,
            LoopVerb.ReviewReply => subject.Reply is { Review: null } reply && reply.Author != person.Id.Value,
            LoopVerb.DeclareFinal => subject.End is { Kind: not CaseEndKind.Withdrawn } && subject.FinalDeclarations.All(d => d.Decision is not null),
            LoopVerb.AcceptFinal => subject.FinalDeclarations.Any(d => d.Decision is null),
            LoopVerb.Archive => subject.FinalDeclarations.All(d => d.Decision is not null),
            _ => true,
        };
    }
}
