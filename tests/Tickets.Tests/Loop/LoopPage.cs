using System.Globalization;
using System.Text;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>docs/ticket-loop.md: the table of the loop as people read it.</summary>
internal static class LoopPage
{
    internal const string Place = "docs/ticket-loop.md";

    private static readonly TicketRole[] Roles = Enum.GetValues<TicketRole>();
    private static readonly LoopRelation[] Relations = Enum.GetValues<LoopRelation>();
    private static readonly LoopVerb[] Verbs = Enum.GetValues<LoopVerb>();

    internal static string Text()
    {
        var text = new StringBuilder($"""
            # Who may do what with a ticket

            Printed from `src/Tickets/Loop/LoopTable.cs` by a test; do not write here. After a change there:
            `HOTLINE_WRITE_PAGES=1 dotnet run --project tests/Tickets.Tests -c Release -- --filter-class '*LoopTableTests'`.

            A command is asked of the table first, then of its own rule in `src/Tickets/Loop/Commands`, which may refuse it by what the ticket holds,
            with one code of `LoopRefusal` per reason, and never allows more. Of {Count(_ => true)} combinations of state, command,
            role and relation the
            table allows {Count(allowed => allowed)}; the others are refused,
            by the first that holds: `notYourRole` (the role has no row for the command),
            `accusedUnit` (his unit is accused), `notYourUnit` (no row for what his unit is to the ticket), `notInThisState`.

            Relation: what somebody's unit is to the ticket. `any` is everything but accused.

            In the desk: 办理 has a form for each of these, of whoever may give it, but for `moveRuleSet`, which the system's administrator
            gives on the page 时限 by the ticket's number, and those of the program. An agent comes to a case from its ticket (工单, 办理情况). A unit
            sees a ticket by a task that is not over; before any unit has had one, by the agent's proposal; the accused unit never, and
            whoever gave it back no longer.

            Dispatch: `config/<city>/dispatch-catalogue.csv` proposes units by category and area, territory first; the dispatcher decides.
            What the coordination group fixed for a category in an area binds its units there: they cannot give the next one back (RET-04). A
            dispatch after its time leaves the hotline's own mark, which makes no ticket of a unit overdue. What was answered on the spot is a
            case from then on, rated by default and filed like the others.

            Not in this table, and so never moving: {string.Join(", ", Enum.GetValues<TicketState>().Where(IsStill).Select(s => $"`{Code.Of(s)}`"))}.

            """.ReplaceLineEndings("\n"));
        foreach (var state in Enum.GetValues<TicketState>().Where(state => !IsStill(state)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Code.Of(state)}\n\n| command | role | relation | leads to |\n|---|---|---|---|\n");
            foreach (var verb in Verbs)
            {
                foreach (var row in LoopTable.Rows.Where(row => row.Verb == verb && row.From.Contains(state)))
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"| {Code.Of(verb)} | {Names(row.Roles)} | {RelationsOf(row)} | {ResultOf(row, state)} |\n");
                }
            }
        }

        return text.ToString();
    }

    private static bool IsStill(TicketState state) => LoopTable.Rows.All(row => !row.From.Contains(state));

    private static int Count(Func<bool, bool> counts) =>
        (from state in Enum.GetValues<TicketState>()
         from verb in Verbs
         from role in Roles
         from relation in Relations
         where counts(LoopTable.Find(verb, role, relation, state) is not null)
         select state).Count();

    private static string RelationsOf(LoopRow row) =>
        Relations.All(relation => relation == LoopRelation.Accused || row.Relations.Contains(relation)) ? "any" : Names(row.Relations);

    private static string ResultOf(LoopRow row, TicketState state)
    {
        List<string> results = [.. row.To.Select(to => Code.Of(to))];
        if (row.MayStay || row.To.Count == 0)
        {
            results.Insert(0, "stays");
        }

        var then = row.Then is { } next ? $", at once {Code.Of(next)}" : "";
        return string.Join(" / ", results) + then;
    }

    private static string Names<T>(IEnumerable<T> members)
        where T : struct, Enum => string.Join(", ", members.Select(member => Code.Of(member)));
}
