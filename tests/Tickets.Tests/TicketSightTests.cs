namespace Hotline.Tickets.Tests;

/// <summary>Whose tickets somebody sees.</summary>
public sealed class TicketSightTests
{
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
        var ticket = Given.Draft() with { AgentId = "1001", Form = Given.WholeForm with { Confidential = true, Unit = "kf-water" } };

        new TicketSight(who, unit, open, confidential).Sees(ticket).ShouldBe(sees);
    }

    [Fact]
    public void Sees_without_unit_nothing_of_tickets_without_unit() =>
        new TicketSight("7001", null, Open: false, Confidential: false).Sees(Given.Draft() with { AgentId = "1001", Form = TicketForm.Empty })
            .ShouldBeFalse();
}
