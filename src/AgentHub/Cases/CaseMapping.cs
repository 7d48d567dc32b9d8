using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>A case as the contract spells it.</summary>
internal static class CaseMapping
{
    public static CaseMovedView Moved(TicketCase subject) =>
        new(subject.Ticket.Id, subject.Ticket.Version, Code.Of(subject.State), subject.RuleSet);
}
