using Hotline.AgentHub.Contract;
using Hotline.AgentHub.Screens;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>The desk's contract.ts is what the server's types say, and its words are spelled as the server spells them.</summary>
public sealed class ContractTests
{
    private const string Place = "src/AgentHub/desk/src/shared/contract.ts";

    [Fact]
    public void The_desk_has_the_types_of_the_server() =>
        File.ReadAllText(InTree(Place))
            .ShouldBe(DeskContract.Text, $"the types changed: write {Place} anew with \"Hotline.AgentHub contract {Place}\"");

    [Fact]
    public void Members_are_spelled_as_the_server_sends_them()
    {
        var text = DeskContract.Text;
        text.ShouldContain("export interface DeskView {");
        text.ShouldContain("  call: DeskCall | null;");
        text.ShouldContain("  queues: readonly QueueFigure[];");
        text.ShouldContain("  longestSince: string | null;");
        text.ShouldContain("  roles: readonly Role[];");
        text.ShouldContain("  deskPhone?: boolean;");
        text.ShouldContain("export interface TicketView extends TicketSummary {");
        text.ShouldContain("export interface FollowUpForm extends DraftForm {");
        text.ShouldContain("export interface CaseView extends CaseSummary {");
        text.ShouldContain("export interface DispatchForm extends CaseForm {");
        text.ShouldContain("  may: readonly LoopVerb[];");
    }

    [Fact]
    public void Words_are_spelled_as_the_ledger_and_the_tickets_spell_them()
    {
        Values("TicketState").ShouldBe(Enum.GetValues<TicketState>().Select(Code.Of));
        Values("OutcomeKind").ShouldBe(Enum.GetValues<OutcomeKind>().Select(Code.Of));
        Values("RequesterKind").ShouldBe(Enum.GetValues<RequesterKind>().Select(Code.Of));
        Values("Urgency").ShouldBe(Enum.GetValues<Urgency>().Select(Code.Of));
        Values("AgentState").ShouldBe(Enum.GetValues<Routing.AgentState>().Select(DeskWords.Of));
    }

    [Fact]
    public void A_type_that_has_no_form_in_the_desk_is_refused()
    {
        var none = Docstrings.Beside(typeof(DeskContract).Assembly);
        Should.Throw<NotSupportedException>(() => new TypeScript([typeof(Uri)], [], none).Write());
        Should.Throw<InvalidOperationException>(() => new TypeScript([typeof(DeskView)], [new Words("Gone", ["a"], (typeof(DeskView), "Gone"))], none)
            .Write());
    }

    private static IReadOnlyList<string> Values(string name) => DeskContract.Vocabulary.Single(w => w.Name == name).Values;

    private static string InTree(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, path);
            if (File.Exists(file))
            {
                return file;
            }
        }
        throw new FileNotFoundException(path);
    }
}
