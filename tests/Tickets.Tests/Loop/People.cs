namespace Hotline.Tickets.Tests.Loop;

/// <summary>Who acts in the scenarios: of the hotline, of a lead, a co-handler, a county's station and its department, and of the accused.</summary>
internal static class People
{
    internal const string Water = "water", Roads = "roads", County = "county", Town = "town", Accused = "accused", Power = "power";

    internal static readonly TicketActor Agent = new("1001", TicketRole.Agent);
    internal static readonly TicketActor Leader = new("9001", TicketRole.ShiftLeader);
    internal static readonly TicketActor Dispatcher = new("2001", TicketRole.Dispatcher);
    internal static readonly TicketActor ReturnReviewer = new("2002", TicketRole.ReturnReviewer);
    internal static readonly TicketActor ExtensionReviewer = new("2003", TicketRole.ExtensionReviewer);
    internal static readonly TicketActor CloseReviewer = new("2004", TicketRole.CloseReviewer);
    internal static readonly TicketActor RevisitOfficer = new("2005", TicketRole.RevisitOfficer);
    internal static readonly TicketActor Supervisor = new("2006", TicketRole.Supervisor);
    internal static readonly TicketActor Coordinator = new("3001", TicketRole.Coordinator);
    internal static readonly TicketActor Administrator = new("4001", TicketRole.Administrator);
    internal static readonly TicketActor Handler = new("w1", TicketRole.UnitHandler, Water);
    internal static readonly TicketActor Reviewer = new("w2", TicketRole.UnitReviewer, Water);
    internal static readonly TicketActor CoHandler = new("r1", TicketRole.UnitHandler, Roads);
    internal static readonly TicketActor PowerHandler = new("p1", TicketRole.UnitHandler, Power);
    internal static readonly TicketActor Station = new("c1", TicketRole.CountyStation, County);
    internal static readonly TicketActor StationReviewer = new("c2", TicketRole.CountyStation, County);
    internal static readonly TicketActor Townsman = new("t1", TicketRole.UnitHandler, Town);
    internal static readonly TicketActor AccusedHandler = new("a1", TicketRole.UnitHandler, Accused);

    internal static readonly IReadOnlyList<TicketActor> All =
    [
        Agent, Leader, Dispatcher, ReturnReviewer, ExtensionReviewer, CloseReviewer, RevisitOfficer, Supervisor, Coordinator, Administrator, Handler,
        Reviewer, CoHandler, PowerHandler, Station, StationReviewer, Townsman, AccusedHandler, TicketActor.System,
        new("p2", TicketRole.UnitReviewer, Power), new("r2", TicketRole.UnitReviewer, Roads), new("t2", TicketRole.UnitReviewer, Town),

        // One person in two roles, as in a small unit.
        new("w1", TicketRole.UnitReviewer, Water),
    ];
}
