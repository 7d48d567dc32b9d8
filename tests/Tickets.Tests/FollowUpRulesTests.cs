using Hotline.Testkit;

namespace Hotline.Tickets.Tests;

/// <summary>补充 and 催办: a later call adds to the ticket that its matter has already.</summary>
public sealed class FollowUpRulesTests
{
    [Fact]
    public void Supplement_is_a_step_with_the_words_and_the_call_and_changes_nothing_else()
    {
        var open = Given.In(TicketState.Accepted);

        var changed = Decide(open, Supplement(" 又停水了 ")).ShouldBeOfType<TicketDecision.Changed>();

        changed.Ticket.ShouldBe(open with { Version = 3, LastStep = 3, SavedAt = Given.Now });
        changed.Steps.ShouldBe([new TicketStep(
            "t1", 3, Given.Neighbour, TicketState.Accepted, TicketState.Accepted, Given.Now, "又停水了", FollowUpKind.Supplement, "c2")]);
    }

    [Fact]
    public void Expedite_is_counted_with_its_time_and_needs_no_words()
    {
        var once = Decide(Given.In(TicketState.Accepted), Expedite()).ShouldBeOfType<TicketDecision.Changed>();
        var later = Given.Now.AddDays(1);
        var twice = TicketRules.Decide(once.Ticket, Expedite("还没有来"), later).ShouldBeOfType<TicketDecision.Changed>();

        (once.Ticket.Expedited, once.Ticket.ExpeditedAt).ShouldBe((1, Given.Now));
        (twice.Ticket.Expedited, twice.Ticket.ExpeditedAt).ShouldBe((2, later));
        twice.Steps.ShouldHaveSingleItem().Reason.ShouldBe("还没有来");
    }

    [Fact]
    public void Supplement_leaves_the_count_of_those_who_asked()
    {
        var once = Decide(Given.In(TicketState.Accepted), Expedite()).ShouldBeOfType<TicketDecision.Changed>();

        var more = TicketRules.Decide(once.Ticket, Supplement("又停水了"), Given.Now.AddDays(1)).ShouldBeOfType<TicketDecision.Changed>();

        (more.Ticket.Expedited, more.Ticket.ExpeditedAt).ShouldBe((1, Given.Now));
    }

    public static TheoryData<TicketState> NotOpen() => [.. Enum.GetValues<TicketState>().Except(OpenStates.All)];

    [Fact]
    public void Whatever_stands_in_the_loop_can_be_added_to()
    {
        foreach (var state in OpenStates.All)
        {
            Decide(Given.In(state), Supplement("又停水了")).ShouldBeOfType<TicketDecision.Changed>().Ticket.State.ShouldBe(state);
        }
    }

    [Theory]
    [MemberData(nameof(NotOpen))]
    public void Only_an_open_ticket_can_be_added_to_or_asked_for(TicketState state)
    {
        foreach (var command in new TicketCommand[] { Supplement("又停水了"), Expedite() })
        {
            Decide(Given.In(state), command).ShouldBeOfType<TicketDecision.Refused>().Code.ShouldBe(TicketRefusal.NotOpen);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("\0")]
    public void Supplement_without_words_is_none(string words)
    {
        var refused = Decide(Given.In(TicketState.Accepted), Supplement(words)).ShouldBeOfType<TicketDecision.Refused>();

        (refused.Code, refused.Fields.ShouldHaveSingleItem()).ShouldBe((TicketRefusal.FieldsMissing, TicketField.Words));
    }

    [Fact]
    public void Words_longer_than_a_step_holds_are_refused()
    {
        var refused = Decide(Given.In(TicketState.Accepted), Expedite(new string('水', TicketLimits.SummaryMax + 1)))
            .ShouldBeOfType<TicketDecision.Refused>();

        (refused.Code, refused.Fields.ShouldHaveSingleItem()).ShouldBe((TicketRefusal.FieldsTooLong, TicketField.Words));
    }

    [Fact]
    [Requirement("CALL-07", Shows = "a call about a matter that has a ticket ends with that ticket's id, and no second one arises")]
    public void Draft_that_ends_so_points_to_the_earlier_ticket_and_has_no_number()
    {
        var ended = Given.In(TicketState.FollowedUp);

        (ended.EarlierTicket, ended.Outcome, ended.Summary).ShouldBe(("t0", OutcomeKind.Supplement, "又停水了"));
        TicketRules.HasNumber(ended.State).ShouldBeFalse();
        TicketRules.Holds(ended, Given.WholeForm, new CallOutcome.FollowUp(FollowUpKind.Supplement, "t0", "又停水了")).ShouldBeTrue();
        TicketRules.Holds(ended, Given.WholeForm, new CallOutcome.FollowUp(FollowUpKind.Supplement, "t9", "又停水了")).ShouldBeFalse();
        TicketRules.Holds(ended, Given.WholeForm, new CallOutcome.FollowUp(FollowUpKind.Expedite, "t0", "又停水了")).ShouldBeFalse();
    }

    [Fact]
    public void Draft_that_adds_nothing_is_not_ended_so() =>
        Decide(Given.Draft(), new TicketCommand.RecordOutcome(
            Given.Owner, TicketForm.Empty, new CallOutcome.FollowUp(FollowUpKind.Supplement, "t0", " ")))
            .ShouldBeOfType<TicketDecision.Refused>().Fields.ShouldBe([TicketField.Words]);

    private static TicketCommand.FollowUp Supplement(string words) => new(Given.Neighbour, FollowUpKind.Supplement, "c2", words);

    private static TicketCommand.FollowUp Expedite(string words = "") => new(Given.Neighbour, FollowUpKind.Expedite, "c2", words);

    private static TicketDecision Decide(Ticket ticket, TicketCommand command) => TicketRules.Decide(ticket, command, Given.Now);
}
