namespace Hotline.Tickets.Tests;

/// <summary>Whose tickets somebody sees.</summary>
public sealed class TicketSightTests
{
    private const string Caller = "13800006021";

    [Theory]
    [InlineData("1001", null, false, false, true)] // his own
    [InlineData("1009", null, true, false, false)] // another's, which is confidential
    [InlineData("1009", null, true, true, true)]
    [InlineData("1009", null, false, false, false)]
    [InlineData("1009", null, false, true, false)] // as the search has it
    [InlineData("7001", "kf-water", false, false, true)] // his unit's
    [InlineData("7001", "kf-office", false, false, false)]
    public void Sees_a_confidential_ticket_of_1001_for_kf_water(string who, string? unit, bool open, bool confidential, bool sees)
    {
        var ticket = Given.Draft() with { AgentId = "1001", State = TicketState.Accepted, Form = Given.WholeForm with { Confidential = true, Unit = "kf-water" } };

        new TicketSight(who, unit, open, confidential).Sees(ticket).ShouldBe(sees);
    }

    [Theory]
    [InlineData("1001", null, false, null, null, "own")]
    [InlineData("1009", null, true, null, null, "")]
    [InlineData("1009", "kf-water", false, null, null, "")]
    [InlineData("1009", null, false, Caller, null, "")]
    [InlineData("1009", null, false, null, "t1", "own")] // the call that writes it is his now
    public void Through_draft_of_1001_for_kf_water(string who, string? unit, bool open, string? caller, string? writing, string through)
    {
        var ticket = Given.Draft() with { Id = "t1", AgentId = "1001", Caller = Caller, Form = Given.WholeForm with { Unit = "kf-water" } };

        new TicketSight(who, unit, open, Confidential: false, caller, writing).Through(ticket).ShouldBe(through);
        TicketSight.Everything.Through(ticket).ShouldBe("all");
    }

    [Theory]
    [InlineData(Caller, false, "caller")]
    [InlineData(Caller, true, "")]
    [InlineData("13900000000", false, "")]
    [InlineData("", false, "")]
    public void Through_the_citizen_he_talks_with_what_is_submitted_and_not_confidential(string caller, bool confidential, string through)
    {
        var ticket = Given.Draft() with
        {
            AgentId = "1001", State = TicketState.Accepted, Caller = Caller, Form = Given.WholeForm with { Confidential = confidential },
        };

        new TicketSight("1009", null, Open: false, Confidential: false, caller).Through(ticket).ShouldBe(through);
        new TicketSight("1009", null, Open: false, Confidential: false, caller).Through(ticket with { Caller = "" }).ShouldBe("");
    }

    [Theory]
    [InlineData("kf-water", null, "unit")] // no unit has had a task: as the agent proposed
    [InlineData("kf-water", true, "unit")]
    [InlineData("kf-water", false, "")] // it gave it back
    [InlineData("kf-roads", true, "unit")] // it was dispatched to another
    [InlineData("kf-office", true, "")] // the accused
    public void Through_the_unit_by_its_task_and_never_the_accused(string unit, bool? ofUnit, string through)
    {
        var ticket = Given.Draft() with
        {
            AgentId = "1001", State = TicketState.Accepted, Form = Given.WholeForm with { Unit = "kf-water", AccusedUnit = "kf-office" },
        };

        new TicketSight("7001", unit, Open: false, Confidential: false).Through(ticket, ofUnit).ShouldBe(through);
    }

    [Fact]
    public void Sees_without_unit_nothing_of_tickets_without_unit() =>
        new TicketSight("7001", null, Open: false, Confidential: false).Sees(Given.Draft() with { AgentId = "1001", Form = TicketForm.Empty })
            .ShouldBeFalse();
}
