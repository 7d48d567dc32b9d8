using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>The answer to a <see cref="LoopCommand"/>.</summary>
public abstract record LoopDecision
{
    private LoopDecision() { }

    /// <summary>The case as it is to be saved, one version further, and the steps to write with it: at least one.</summary>
    public sealed record Changed(TicketCase Case, IReadOnlyList<LoopStep> Steps) : LoopDecision;

    /// <summary>The same wish told again, whose first answer was lost.</summary>
    public sealed record Already(TicketCase Case) : LoopDecision;

    /// <summary>Nothing changes. <paramref name="Fields"/> names the fields to blame; empty where no field is.</summary>
    public sealed record Refused(LoopRefusal Code, IReadOnlyList<LoopField> Fields) : LoopDecision;
}

/// <summary>One step of the loop: a step of the ticket, and what the loop adds to it.</summary>
/// <param name="Step">Who, in which role and unit, from where to where, when and why.</param>
/// <param name="Verb">By which command.</param>
/// <param name="Before">The clocks that ran before, with what they were due.</param>
/// <param name="After">Those that run after.</param>
public sealed record LoopStep(TicketStep Step, LoopVerb Verb, IReadOnlyList<CaseTimer> Before, IReadOnlyList<CaseTimer> After);

/// <summary>A clock that runs.</summary>
/// <param name="Timer">Which.</param>
/// <param name="Task">Number of the task it runs for; null where it is the hotline's.</param>
/// <param name="Due">Until when; null where nobody can know, or no rule says.</param>
public sealed record CaseTimer(DeadlineTimer Timer, int? Task, DateTimeOffset? Due);
