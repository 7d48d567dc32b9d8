using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>What is true of every ticket after every granted wish, whatever was wished.</summary>
internal static class CaseLaws
{
    internal static bool IsStill(TicketState state) => state is TicketState.Archived or TicketState.FinalCase;

    internal static void Law(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>The same, with words that are made only where they are needed.</summary>
    internal static void Law(bool holds, Func<string> otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise());
        }
    }

    internal static void Hold(TicketCase before, LoopDecision.Changed changed, LoopCommand command, DateTimeOffset now)
    {
        var after = changed.Case;
        Steps(before, changed, command, now);
        Growing(before, after);
        Law(command is not RequestExtension || before.Extensions.All(
            asked => asked.GrantedDays == 0 || asked.Task != before.Lead!.No || asked.Round != before.Round), "a second extension is on its way");
        OneLead(after);
        Ends(after);
        Units(after);
    }

    private static void Steps(TicketCase before, LoopDecision.Changed changed, LoopCommand command, DateTimeOffset now)
    {
        Law(changed.Case.Ticket.Version == before.Ticket.Version + 1, "the version did not grow by one");
        Law(changed.Case.Ticket.SavedAt == now, "saved at another time");
        Law(changed.Steps.Count > 0, "no step was written");
        var (number, state) = (before.Ticket.LastStep, before.State);
        foreach (var step in changed.Steps)
        {
            Law(step.Step.Number == ++number, "the numbers of the steps have a gap");
            Law(step.Step.From == state && step.Step.By == command.By && step.Verb == command.Verb
                && step.Step.At == now, "a step says something else");
            state = step.Step.To;
        }

        Law(changed.Case.State == state && changed.Case.Ticket.LastStep == number, "the case is not where its steps lead");
    }

    private static void Growing(TicketCase before, TicketCase after)
    {
        Law(after.Wishes.Count == before.Wishes.Count + 1, "a wish is lost");
        Law(after.OverdueMarks.Take(before.OverdueMarks.Count).SequenceEqual(before.OverdueMarks), "a mark of overdue is lost");
        Law(after.Rounds.Count - before.Rounds.Count is 0 or 1, "rounds jump");
        Law(after.Revisits.Take(before.Revisits.Count).SequenceEqual(before.Revisits), "a revisit is lost");
        Law(after.Assignments.Count >= before.Assignments.Count && after.Replies.Count >= before.Replies.Count, "a task or a reply is lost");
        Law(before.Assignments.Where(task => task.IsOver).All(task => after.Assignments[task.No - 1] == task), "a task that is over changed");
        Law(after.OverdueMarks.Distinct().Count() == after.OverdueMarks.Count, "a mark stands twice");
    }

    private static void OneLead(TicketCase after)
    {
        var leads = after.Assignments.Where(task => task is { Kind: AssignmentKind.Lead, IsOver: false }).ToList();
        var working = after.State switch
        {
            TicketState.Dispatched or TicketState.Redo => (AssignmentState?)AssignmentState.Open,
            TicketState.Handling or TicketState.ExtensionReview or TicketState.TemporaryClosureReview or TicketState.TemporarilyClosed =>
                AssignmentState.SignedFor,
            TicketState.Replied or TicketState.Revisit or TicketState.Screening => AssignmentState.Done,
            _ => null,
        };
        Law(leads.Count <= 1, "two leads");
        Law(working is null || (leads.Count == 1 && leads[0].State == working),
            () => $"in {after.State} the lead is {(leads.Count == 0 ? "none" : leads[0].State)}");
        Law(after.State is not (TicketState.Accepted or TicketState.ScopeCheck) || leads.Count == 0, "a lead before the dispatch");
    }

    private static void Ends(TicketCase after)
    {
        Law(!LoopTable.Open.Contains(after.State) || after.End is null, "open with an end");
        if (after.End is not { } end)
        {
            Law(after.State is not (TicketState.Closed or TicketState.FinalCase), "closed without an end");
            return;
        }

        var last = after.Revisits is [.., var newest] ? newest : null;
        Law(end.Kind switch
        {
            CaseEndKind.Rated => last is { Connected: true } && (after.AnsweredAt is not null || last.Ratings.Satisfied)
                && last.Ratings == end.Ratings,
            CaseEndKind.Lawful => last?.Finding == RevisitFinding.LawfulAnswer,
            CaseEndKind.Screened => after.Screenings is [.., { Objective: true }] && end.ExcludedFromRate,
            CaseEndKind.Defaulted => !end.Ratings.Dissatisfied && (after.AnsweredAt is not null || last is not null),
            CaseEndKind.Withdrawn => end.Source is null,
            _ => false,
        }, () => $"ended as {end.Kind}, which it is not");
        Law(end.Kind == CaseEndKind.Withdrawn || after.AnsweredAt is not null || last?.Round == after.Round, "a redo was not revisited");
        Law(end.Kind == CaseEndKind.Withdrawn || after.AnsweredAt is not null || after.Reply?.Review is { Approved: true },
            "closed without a reviewed reply");
    }

    private static void Units(TicketCase after)
    {
        Law(after.Assignments.All(task => task.Unit != after.AccusedUnit), "the accused unit has a task");
        Law(after.Replies.All(reply => reply.Review is null || reply.Review.By != reply.Author), "a reply reviewed by its author");
        Law(after.Extensions.Where(asked => asked.GrantedDays > 0).GroupBy(asked => (asked.Task, asked.Round)).All(group => group.Count() == 1),
            "extended twice");
        var live = after.Assignments.Where(task => !task.IsOver).Select(task => task.Unit).ToList();
        Law(live.Distinct().Count() == live.Count, "a unit has two tasks");
        Law(after.Assignments.All(
                task => task.Kind != AssignmentKind.Nested || after.Assignments[task.Parent!.Value - 1].Kind == AssignmentKind.Lead),
            "a nested task without its station");
    }
}
