using Hotline.Testkit;
using Hotline.Testkit.Running;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>The one table of who may do what.</summary>
public sealed class LoopTableTests
{
    [Fact]
    public void The_page_says_what_the_table_says()
    {
        var place = Path.Combine(SourceTree.Root, LoopPage.Place);
        if (Environment.GetEnvironmentVariable("HOTLINE_WRITE_PAGES") is not null)
        {
            File.WriteAllText(place, LoopPage.Text());
        }

        File.ReadAllText(place).ShouldBe(LoopPage.Text(), $"{LoopPage.Place} is stale: write it anew with HOTLINE_WRITE_PAGES=1");
    }

    [Fact]
    public void Every_command_is_in_some_row() =>
        Enum.GetValues<LoopVerb>().Except(LoopTable.Rows.Select(row => row.Verb)).ShouldBeEmpty();

    [Fact]
    [Requirement("ACC-13", Shows = "whatever his role, nobody of the accused unit does anything with the ticket")]
    public void Nobody_of_the_accused_unit_does_anything()
    {
        foreach (var verb in Enum.GetValues<LoopVerb>())
        {
            foreach (var role in Enum.GetValues<TicketRole>())
            {
                foreach (var state in Enum.GetValues<TicketState>())
                {
                    LoopTable.Find(verb, role, LoopRelation.Accused, state).ShouldBeNull();
                }
            }
        }
    }

    [Theory]
    [InlineData(TicketState.Archived)]
    [InlineData(TicketState.FinalCase)]
    [InlineData(TicketState.Draft)]
    public void Nothing_moves_in_a_state_without_rows(TicketState state)
    {
        foreach (var verb in Enum.GetValues<LoopVerb>())
        {
            foreach (var role in Enum.GetValues<TicketRole>())
            {
                foreach (var relation in Enum.GetValues<LoopRelation>())
                {
                    LoopTable.Refusal(verb, role, relation, state).ShouldNotBeNull();
                }
            }
        }
    }

    [Fact]
    public void Open_is_what_a_later_call_can_still_add_to() =>
        Enum.GetValues<TicketState>().Where(state => TicketRules.Decide(
                Given.In(state), new TicketCommand.FollowUp(Given.Owner, FollowUpKind.Expedite, "c9", "请尽快"), Given.Now) is TicketDecision.Changed)
            .ShouldBe(LoopTable.Open, ignoreOrder: true);

    [Fact]
    public void Two_rows_never_allow_the_same_thing()
    {
        foreach (var (index, row) in LoopTable.Rows.Index())
        {
            LoopTable.Rows.Skip(index + 1).Where(other => other.Verb == row.Verb && other.Roles.Intersect(row.Roles).Any()
                && other.Relations.Intersect(row.Relations).Any() && other.From.Intersect(row.From).Any()).ShouldBeEmpty($"{row.Verb}");
        }
    }

    [Fact]
    public void Every_open_state_can_be_left_towards_the_archive()
    {
        HashSet<TicketState> reached = [TicketState.Archived, TicketState.FinalCase];
        int before;
        do
        {
            before = reached.Count;
            reached.UnionWith(LoopTable.Rows.Where(row => row.To.Any(reached.Contains)).SelectMany(row => row.From));
        }
        while (reached.Count > before);
        LoopTable.Open.ShouldBeSubsetOf(reached);
    }

    [Theory]
    [InlineData(LoopVerb.Dispatch, TicketRole.UnitHandler, LoopRelation.Lead, TicketState.Accepted, LoopRefusal.NotYourRole)]
    [InlineData(LoopVerb.SubmitReply, TicketRole.UnitHandler, LoopRelation.CoHandler, TicketState.Handling, LoopRefusal.NotYourUnit)]
    [InlineData(LoopVerb.SubmitReply, TicketRole.UnitHandler, LoopRelation.Accused, TicketState.Handling, LoopRefusal.AccusedUnit)]
    [InlineData(LoopVerb.SubmitReply, TicketRole.UnitHandler, LoopRelation.Lead, TicketState.Dispatched, LoopRefusal.NotInThisState)]
    [InlineData(LoopVerb.SubmitReply, TicketRole.UnitHandler, LoopRelation.Lead, TicketState.Handling, null)]
    public void Refusal_says_what_is_in_the_way(LoopVerb verb, TicketRole role, LoopRelation relation, TicketState state, LoopRefusal? refusal) =>
        LoopTable.Refusal(verb, role, relation, state).ShouldBe(refusal);
}
