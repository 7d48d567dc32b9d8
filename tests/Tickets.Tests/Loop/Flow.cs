using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>One ticket on its way, and the hand on its clock.</summary>
internal sealed class Flow
{
    private static int _wishes;

    internal Flow(DemandType? demand = null, Urgency urgency = Urgency.Normal, string? accused = Accused)
    {
        var ticket = Given.In(TicketState.Accepted);
        var form = ticket.Form with { DemandType = demand ?? DemandType.Complaint, Urgency = urgency, AccusedUnit = accused };
        Case = TicketCase.Of(ticket with { Form = form }, "ziyang-2022");
        Now = ticket.AcceptedAt!.Value;
    }

    internal TicketCase Case { get; set; }
    internal DateTimeOffset Now { get; set; }
    internal List<LoopStep> Steps { get; } = [];

    internal CaseContext Context { get; set; } = new()
    {
        Clock = new RoundClock(),
        Units = new Dictionary<string, UnitFacts>
        {
            [Water] = new(), [Roads] = new(), [Power] = new(), [County] = new(IsStation: true), [Town] = new(Station: County), [Accused] = new(),
            ["closed"] = new(IsActive: false), ["silent"] = new(HasContact: false), ["village"] = new(LevelIsAllowed: false),
        },
    };

    internal TicketState State => Case.State;

    internal string Wish() => $"wish-{Interlocked.Increment(ref _wishes)}";

    internal LoopDecision Decide(LoopCommand command) => LoopRules.Decide(Case, command, Context, Now);

    /// <summary>It must be granted.</summary>
    internal Flow Do(Func<string, LoopCommand> command)
    {
        var decision = Decide(command(Wish()));
        var changed = decision.ShouldBeOfType<LoopDecision.Changed>(decision.ToString());
        Case = changed.Case;
        Steps.AddRange(changed.Steps);
        return this;
    }

    /// <summary>It must be refused, and for this reason.</summary>
    internal Flow No(LoopRefusal code, Func<string, LoopCommand> command)
    {
        Decide(command(Wish())).ShouldBeOfType<LoopDecision.Refused>().Code.ShouldBe(code);
        return this;
    }

    internal Flow After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    internal Flow Is(TicketState state)
    {
        State.ShouldBe(state);
        return this;
    }

    internal Flow Dispatched(string lead = Water, params string[] coHandlers) =>
        Do(w => new Dispatch(Dispatcher, w, lead, coHandlers, null)).Is(TicketState.Dispatched);

    internal Flow InHandling(params string[] coHandlers) =>
        Dispatched(Water, coHandlers).Do(w => new Sign(Handler, w)).Is(TicketState.Handling);

    internal Flow AtCounty() => Dispatched(County).Do(w => new Sign(Station, w)).Do(w => new SubAssign(Station, w, Town));

    internal SubmitReply Answer(string wish, bool solved = true) =>
        new(Handler, wish, "已恢复供水", ContactWay.Phone, Now, solved, solved ? null : "产权不清", false, null, null);

    internal Flow Answered() => Do(w => Answer(w)).Do(w => new ReviewReply(Reviewer, w, true, "")).Is(TicketState.Replied);

    internal Flow InRevisit() => Answered().Do(w => new ReviewClosing(CloseReviewer, w, [], "")).Is(TicketState.Revisit);

    internal static RecordRevisit Visit(string wish, Satisfaction? all, RevisitFinding? finding = null, bool connected = true) =>
        new(RevisitOfficer, wish, RevisitWay.Phone, connected, new Ratings(all, all, all), null, finding, "已核实");

    internal Flow Closed() => InRevisit().Do(w => Visit(w, Satisfaction.Satisfied)).Is(TicketState.Closed);
}
