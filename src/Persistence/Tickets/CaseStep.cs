using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>A step of a ticket with what the loop adds to it.</summary>
/// <param name="Step">Who, from where to where, when and why.</param>
/// <param name="Verb">By which command; null for what happened before the loop.</param>
/// <param name="Before">The clocks that ran before.</param>
/// <param name="After">Those that ran after.</param>
public sealed record CaseStep(TicketStep Step, LoopVerb? Verb, IReadOnlyList<CaseTimer> Before, IReadOnlyList<CaseTimer> After);
