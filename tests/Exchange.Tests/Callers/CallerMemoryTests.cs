using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Exchange.Tests;

/// <summary>What an arrival brings with it of the caller's earlier calls.</summary>
public sealed class CallerMemoryTests
{
    private const string Caller = "13800006021";
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly LegId Leg = new(new NodeId("n1"), "x");
    private readonly CallerMemory _memory =
        new(new RoutingSettings { RepeatMatterSpan = TimeSpan.FromDays(5), PlaceKeptFor = TimeSpan.FromMinutes(2) });

    private static CallRecord Record(TerminalState terminal, DateTimeOffset ended, string agent = "1001", string caller = Caller) => new()
    {
        Call = new CallId("c1"), Revision = 1, Leg = Leg, Ticket = new TicketId("t1"), Trunk = "carrier", Dialled = "12345", NumberName = "",
        Mode = MergeMode.Main,
        Caller = caller, SipCallId = "", Agent = new AgentId(agent), InvitedAt = ended.AddMinutes(-3), AnsweredBySystemAt = null,
        HumanAskedAt = ended.AddMinutes(-3),
        QueuedAt = ended.AddMinutes(-3), AgentAnsweredAt = null, AnnouncementEndedAt = null, PartyAnsweredAt = null, PartyTarget = null,
        EndedAt = ended,
        EndedBy = EndedBy.Caller, Terminal = terminal, Recorded = false, Rings = [],
    };

    private Input.CallArrived Arrival(DateTimeOffset at, string caller = Caller) => (Input.CallArrived)_memory.Complete(
        new Input.CallArrived(new CallId("c2"), new TicketId("t2"), Leg, "carrier", "12345", caller, "", at), at);

    [Fact]
    public void A_repeat_matter_knows_its_last_handler_for_as_long_as_the_city_says()
    {
        _memory.Note(Record(TerminalState.Answered, Now, "1001"));
        _memory.Note(Record(TerminalState.Answered, Now.AddHours(1), "1002"));
        Arrival(Now.AddHours(2)).PreviousHandler.ShouldBe(new AgentId("1002"));
        Arrival(Now.AddHours(2), "13900000000").PreviousHandler.ShouldBeNull();
        Arrival(Now.AddDays(6)).PreviousHandler.ShouldBeNull();
    }

    [Fact]
    public void The_latest_handler_of_before_the_start_counts_and_those_since_count_more()
    {
        _memory.Load([(Caller, new AgentId("1001"), Now.AddDays(-2)), (Caller, new AgentId("1002"), Now.AddDays(-1))], []);
        Arrival(Now).PreviousHandler.ShouldBe(new AgentId("1002"));
        _memory.Note(Record(TerminalState.Answered, Now, "1003"));
        _memory.Load([(Caller, new AgentId("1002"), Now.AddDays(-1))], []);
        Arrival(Now).PreviousHandler.ShouldBe(new AgentId("1003"));
    }

    [Fact]
    public void Who_gave_up_keeps_his_place_for_a_while_and_takes_it_once()
    {
        _memory.Note(Record(TerminalState.Abandoned, Now));
        Arrival(Now.AddSeconds(90)).KeptPlace.ShouldBe(Now.AddMinutes(-3));
        Arrival(Now.AddSeconds(91)).KeptPlace.ShouldBeNull();
        _memory.Note(Record(TerminalState.Abandoned, Now));
        Arrival(Now.AddSeconds(121)).KeptPlace.ShouldBeNull();
    }

    [Fact]
    public void A_place_given_up_before_the_start_is_kept_as_long_and_what_was_kept_since_counts_more()
    {
        _memory.Load([], [(Caller, Now.AddMinutes(-9), Now.AddSeconds(-60)), ("13900000000", Now.AddMinutes(-8), Now.AddSeconds(-60))]);
        Arrival(Now).KeptPlace.ShouldBe(Now.AddMinutes(-9));
        Arrival(Now.AddSeconds(61), "13900000000").KeptPlace.ShouldBeNull();
        _memory.Note(Record(TerminalState.Abandoned, Now));
        _memory.Load([], [(Caller, Now.AddMinutes(-9), Now.AddSeconds(-60))]);
        Arrival(Now.AddSeconds(1)).KeptPlace.ShouldBe(Now.AddMinutes(-3));
    }

    [Fact]
    public void A_withheld_number_is_nobody()
    {
        _memory.Note(Record(TerminalState.Abandoned, Now, caller: ""));
        _memory.Note(Record(TerminalState.Answered, Now, caller: ""));
        var arrival = Arrival(Now.AddSeconds(1), "");
        (arrival.PreviousHandler, arrival.KeptPlace).ShouldBe((null, null));
    }
}
