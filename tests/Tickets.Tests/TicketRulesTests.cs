using Hotline.Testkit;

namespace Hotline.Tickets.Tests;

public sealed class TicketRulesTests
{
    [Theory]
    [InlineData(OutcomeKind.DirectAnswer, TicketState.AnsweredDirect)]
    [InlineData(OutcomeKind.Ticket, TicketState.Accepted)]
    [InlineData(OutcomeKind.Transfer, TicketState.Transferred)]
    [InlineData(OutcomeKind.NotAccepted, TicketState.NotAccepted)]
    [InlineData(OutcomeKind.Referral, TicketState.Referred)]
    [InlineData(OutcomeKind.Supplement, TicketState.FollowedUp)]
    [InlineData(OutcomeKind.Expedite, TicketState.FollowedUp)]
    [Requirement("CALL-07", Shows = "each of the outcomes ends the draft, with one step on record")]
    public void Record_outcome_complete_ends_the_draft_with_one_step(OutcomeKind kind, TicketState expected)
    {
        var outcome = Given.Outcome(kind);

        var changed = Decide(Given.Draft(), new TicketCommand.RecordOutcome(Given.Owner, Given.WholeForm, outcome))
            .ShouldBeOfType<TicketDecision.Changed>();

        changed.Ticket.State.ShouldBe(expected);
        changed.Ticket.Outcome.ShouldBe(kind);
        changed.Ticket.Summary.ShouldBe(outcome.Sentence);
        changed.Ticket.Form.ShouldBe(Given.WholeForm);
        changed.Ticket.Version.ShouldBe(2);
        changed.Ticket.AcceptedAt.ShouldBe(expected == TicketState.Accepted ? Given.Now : null);
        changed.Steps.ShouldBe([new TicketStep(
            "t1", 2, Given.Owner, TicketState.Draft, expected, Given.Now, Given.HasReason(kind) ? "litigation" : "")]);
    }

    public static TheoryData<OutcomeKind, string, string?, TicketField[]> Incomplete => new()
    {
        { OutcomeKind.DirectAnswer, "", null, [TicketField.Summary] },
        { OutcomeKind.DirectAnswer, " \t\n", null, [TicketField.Summary] },
        { OutcomeKind.DirectAnswer, "\0", null, [TicketField.Summary] },
        { OutcomeKind.Transfer, "　", null, [TicketField.Summary] },
        { OutcomeKind.NotAccepted, "", null, [TicketField.ReasonCode, TicketField.Summary] },
        { OutcomeKind.NotAccepted, "请向法院反映", " ", [TicketField.ReasonCode] },
        { OutcomeKind.NotAccepted, "", "litigation", [TicketField.Summary] },
        { OutcomeKind.Referral, "", null, [TicketField.ReasonCode, TicketField.Summary] },
        { OutcomeKind.Referral, "请向法院提出", " ", [TicketField.ReasonCode] },
        { OutcomeKind.Ticket, "", null, [TicketField.DemandType, TicketField.Category, TicketField.Text, TicketField.Unit] },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    [Requirement("CALL-07", Shows = "a record that is not whole is refused, and every missing field named")]
    [Requirement("ACC-10", Shows = "a refusal without a reason, or without what the caller is told, is not recorded")]
    public void Record_outcome_incomplete_names_every_missing_field(
        OutcomeKind kind, string summary, string? reasonCode, TicketField[] missing)
    {
        var command = new TicketCommand.RecordOutcome(Given.Owner, TicketForm.Empty, CallOutcome.Of(kind, summary, reasonCode));

        var refused = Decide(Given.Draft(), command).ShouldBeOfType<TicketDecision.Refused>();

        refused.Code.ShouldBe(TicketRefusal.FieldsMissing);
        refused.Fields.ShouldBe(missing);
    }

    [Theory]
    [InlineData(TicketField.DemandType)]
    [InlineData(TicketField.Category)]
    [InlineData(TicketField.Text)]
    [InlineData(TicketField.Unit)]
    [Requirement("CALL-07", Shows = "a record that is not whole is refused, and every missing field named")]
    public void Record_outcome_ticket_with_one_field_missing_names_that_one(TicketField field)
    {
        var form = field switch
        {
            TicketField.DemandType => Given.WholeForm with { DemandType = new DemandType(" ") },
            TicketField.Category => Given.WholeForm with { Category = null },
            TicketField.Text => Given.WholeForm with { Text = " " },
            _ => Given.WholeForm with { Unit = "" },
        };

        Decide(Given.Draft(), new TicketCommand.RecordOutcome(Given.Owner, form, new CallOutcome.Ticket()))
            .ShouldBeOfType<TicketDecision.Refused>().Fields.ShouldBe([field]);
    }

    public static TheoryData<TicketState, string> EveryEndAndCommand()
    {
        var pairs = new TheoryData<TicketState, string>();
        foreach (var state in Enum.GetValues<TicketState>().Where(state => state != TicketState.Draft))
        {
            foreach (var command in new[] { "save", "outcome" })
            {
                pairs.Add(state, command);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryEndAndCommand))]
    public void Decide_after_the_draft_refuses_everything(TicketState state, string name)
    {
        TicketCommand command = name switch
        {
            "save" => new TicketCommand.SaveDraft(Given.Owner, Given.WholeForm),
            _ => new TicketCommand.RecordOutcome(Given.Owner, Given.WholeForm with { Title = "另一件事" }, new CallOutcome.Ticket()),
        };

        Decide(Given.In(state), command).ShouldBeOfType<TicketDecision.Refused>().Code.ShouldBe(TicketRefusal.NotDraft);
    }

    [Fact]
    public void Save_draft_incomplete_is_kept_without_a_step()
    {
        var changed = Decide(Given.Draft(), new TicketCommand.SaveDraft(Given.Owner, TicketForm.Empty with { Title = "停水" }))
            .ShouldBeOfType<TicketDecision.Changed>();

        changed.Ticket.State.ShouldBe(TicketState.Draft);
        changed.Ticket.Form.Title.ShouldBe("停水");
        changed.Ticket.Version.ShouldBe(2);
        changed.Ticket.SavedAt.ShouldBe(Given.Now);
        changed.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void Save_draft_with_an_outcome_begun_keeps_it_and_records_nothing()
    {
        var begun = new CallOutcome.NotAccepted("R01", "请向法院");
        var changed = Decide(Given.Draft(), new TicketCommand.SaveDraft(Given.Owner, TicketForm.Empty, begun))
            .ShouldBeOfType<TicketDecision.Changed>();

        changed.Ticket.State.ShouldBe(TicketState.Draft);
        (changed.Ticket.Outcome, changed.Ticket.Summary, changed.Ticket.ReasonCode).ShouldBe((OutcomeKind.NotAccepted, "请向法院", "R01"));
        changed.Ticket.AcceptedAt.ShouldBeNull();
        changed.Steps.ShouldBeEmpty();
        Decide(changed.Ticket, new TicketCommand.SaveDraft(Given.Owner, TicketForm.Empty))
            .ShouldBeOfType<TicketDecision.Changed>().Ticket.Outcome.ShouldBeNull();
    }

    [Fact]
    public void Save_draft_text_too_long_is_refused_with_the_field()
    {
        var form = TicketForm.Empty with { Title = new string('水', TicketLimits.TitleMax + 1), Text = new string('水', TicketLimits.TextMax) };

        var refused = Decide(Given.Draft(), new TicketCommand.SaveDraft(Given.Owner, form)).ShouldBeOfType<TicketDecision.Refused>();

        refused.Code.ShouldBe(TicketRefusal.FieldsTooLong);
        refused.Fields.ShouldBe([TicketField.Title]);
    }

    [Fact]
    public void Decide_another_agents_draft_is_refused() =>
        Decide(Given.Draft(), new TicketCommand.SaveDraft(Given.Neighbour, Given.WholeForm))
            .ShouldBeOfType<TicketDecision.Refused>().Code.ShouldBe(TicketRefusal.NotYours);

    [Fact]
    public void Decide_shift_leader_may_finish_an_agents_draft_without_taking_it() =>
        Decide(Given.Draft(), new TicketCommand.RecordOutcome(Given.Leader, Given.WholeForm, new CallOutcome.Ticket()))
            .ShouldBeOfType<TicketDecision.Changed>().Ticket.AgentId.ShouldBe("1001");

    [Fact]
    public void Save_draft_nobodys_draft_becomes_the_writers() =>
        Decide(Given.Draft(agent: null), new TicketCommand.SaveDraft(Given.Neighbour, Given.WholeForm))
            .ShouldBeOfType<TicketDecision.Changed>().Ticket.AgentId.ShouldBe("1002");

    [Fact]
    public void Holds_the_same_words_again_and_no_others()
    {
        var said = Given.Outcome(OutcomeKind.NotAccepted);
        var recorded = Given.In(TicketState.NotAccepted);

        TicketRules.Holds(recorded, Given.WholeForm, said).ShouldBeTrue();
        TicketRules.Holds(recorded, Given.WholeForm with { Title = "另一件事" }, said).ShouldBeFalse();
        TicketRules.Holds(recorded, Given.WholeForm, new CallOutcome.NotAccepted("litigation", "别的引导")).ShouldBeFalse();
        TicketRules.Holds(recorded, Given.WholeForm, new CallOutcome.NotAccepted("secrecy", said.Sentence)).ShouldBeFalse();
        TicketRules.Holds(recorded, Given.WholeForm, new CallOutcome.DirectAnswer(said.Sentence)).ShouldBeFalse();
    }

    [Fact]
    public void Record_outcome_the_same_words_again_is_already_done()
    {
        var recorded = Given.In(TicketState.Accepted);

        Decide(recorded, new TicketCommand.RecordOutcome(Given.Owner, Given.WholeForm, new CallOutcome.Ticket()))
            .ShouldBe(new TicketDecision.Already(recorded));
    }

    [Fact]
    public void Holds_a_draft_holds_nothing_yet()
    {
        var begun = new CallOutcome.DirectAnswer("已答复");
        var saved = Decide(Given.Draft(), new TicketCommand.SaveDraft(Given.Owner, Given.WholeForm, begun)).ShouldBeOfType<TicketDecision.Changed>();

        TicketRules.Holds(saved.Ticket, Given.WholeForm, begun).ShouldBeFalse();
    }

    private static TicketDecision Decide(Ticket ticket, TicketCommand command) => TicketRules.Decide(ticket, command, Given.Now);
}
