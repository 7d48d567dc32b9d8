using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>
/// When things are due: the rules of a ticket's rule set, on the calendars of hotline and unit. The loop asks; it never counts a day itself.
/// Answers depend on the arguments alone.
/// </summary>
public interface ICaseClock
{
    /// <summary>Until when; null where the clock does not run for this matter, or where nobody can know.</summary>
    /// <param name="subject">The ticket. What a clock starts from is told by <see cref="CaseTimers.StartOf"/>.</param>
    /// <param name="task">The task whose clock it is; null for a clock of the hotline.</param>
    /// <param name="timer">Which.</param>
    DateTimeOffset? Due(TicketCase subject, Assignment? task, DeadlineTimer timer);

    /// <summary>What an extension of the lead's task may be.</summary>
    ExtensionTerms ExtensionOf(TicketCase subject, Assignment task);
}

/// <summary>What the rules say of an extension.</summary>
/// <param name="CountMax">How often; 0: in principle not at all (EXT-04).</param>
/// <param name="CapDays">The most working days at once as a rule; null where there is no bound (EXT-05, EXT-06).</param>
/// <param name="LastMoment">Until when it may be asked for (EXT-01); null where nobody can know.</param>
/// <param name="MayOverride">The supervisor may go past the count of 0 and past the cap; false: the bounds are hard.</param>
public sealed record ExtensionTerms(int CountMax, int? CapDays, DateTimeOffset? LastMoment, bool MayOverride = true);
