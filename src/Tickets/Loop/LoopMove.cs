using System.Diagnostics;
using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>One command on its way through its rule: what it starts from, and how it ends.</summary>
internal sealed class LoopMove(TicketCase before, LoopCommand command, CaseContext context, DateTimeOffset now)
{
    public TicketCase Before { get; } = before;
    public CaseContext Context { get; } = context;
    public DateTimeOffset Now { get; } = now;

    /// <summary>What the unit of who wishes is to the ticket.</summary>
    public LoopRelation Relation { get; } = LoopRelations.Of(before, command.By.Unit);

    /// <summary>The task of his unit; null where it has none.</summary>
    public Assignment? Mine { get; } = LoopRelations.TaskOf(before, command.By.Unit);

    public static LoopDecision.Refused Refuse(LoopRefusal code, params ReadOnlySpan<LoopField> fields) => new(code, [.. fields]);

    /// <summary>Refuses a moment that lies in the future.</summary>
    public LoopDecision.Refused? Behind(LoopField field, DateTimeOffset at) => at > Now ? Refuse(LoopRefusal.WrongTime, field) : null;

    /// <summary>The case with a mark where a clock of a task has run out (part D, guard 2).</summary>
    public TicketCase MarkedIfLate(TicketCase subject, Assignment task, DeadlineTimer timer, OverdueCause cause) =>
        CaseTimers.DueOf(Context.Clock, Before, task, timer) is { } due && Now > due ? OverdueMarks.With(subject, task, cause, due, Now) : subject;

    /// <summary>The case with the hotline's own mark, where it leaves the hotline after the time to dispatch (T1).</summary>
    private TicketCase MarkedIfDispatchIsLate(TicketCase subject) => Before.State == TicketState.Accepted
        && CaseTimers.DueOf(Context.Clock, Before, null, DeadlineTimer.Dispatch) is { } due && Now > due
            ? OverdueMarks.WithDispatch(subject, due, Now)
            : subject;

    /// <summary>The case where it was, changed.</summary>
    public LoopDecision.Changed Stay(TicketCase after, string reason = "") => To(after, reason, Before.State);

    /// <summary>The case where it was, with clocks that were due at another time before.</summary>
    public LoopDecision.Changed Recounted(IReadOnlyList<CaseTimer> before, string reason)
    {
        var changed = Stay(Before, reason);
        return changed with { Steps = [changed.Steps[0] with { Before = before }] };
    }

    /// <summary>The case on its way: one step for each state that it comes to.</summary>
    public LoopDecision.Changed To(TicketCase after, string reason, params ReadOnlySpan<TicketState> path)
    {
        List<LoopStep> steps = [];
        after = path is [.., not TicketState.Accepted] ? MarkedIfDispatchIsLate(after) : after;
        var running = CaseTimers.Running(Before, Context.Clock);
        var ticket = after.Ticket with { Version = Before.Ticket.Version + 1, SavedAt = Now };
        foreach (var state in path)
        {
            if (!LoopTable.Leads(command.Verb, ticket.State, state))
            {
                throw new UnreachableException($"{command.Verb} leads from {ticket.State} to {state}, which the table does not say");
            }

            var step = new TicketStep(ticket.Id, ticket.LastStep + 1, command.By, ticket.State, state, Now, StorableText.Of(reason));
            ticket = ticket with { State = state, LastStep = step.Number };
            after = after with { Ticket = ticket };
            var then = CaseTimers.Running(after, Context.Clock);
            steps.Add(new LoopStep(step, command.Verb, running, then));
            running = then;
        }

        return new LoopDecision.Changed(
            after with { Wishes = [.. after.Wishes, new GrantedWish(command.Wish, command.By.Id, command.Verb)] }, steps);
    }
}
