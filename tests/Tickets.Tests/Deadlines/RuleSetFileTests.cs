using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Deadlines;

public sealed class RuleSetFileTests
{
    private const string Good = """
        {
          "id": "a-city",
          "name": "Rules of a city",
          "document": "No. 1",
          "jurisdiction": "512000",
          "effectiveFrom": "2022-11-25",
          "rules": [
            { "id": "sign", "timer": "sign", "start": "received", "limit": "5 workingHours", "warn": ["80%", "1 workingHours"], "source": "x" },
            { "id": "handle", "timer": "handle", "start": "received", "limit": "7 workingDays",
              "roll": "none", "source": "x" },
            { "id": "handle-law", "timer": "handle", "category": ["0102"], "start": "received", "limit": "60 calendarDays", "end": "endOfDay",
              "statutory": true, "source": "a law" }
          ],
          "extensions": [
            { "id": "extend", "countMax": 1, "cap": "2 workingDays", "lead": "1 workingDays", "override": "supervisor", "source": "x" }
          ]
        }
        """;

    [Fact]
    public void Read_gives_the_set()
    {
        List<DataProblem> problems = [];

        var file = RuleSets.Read(Good, problems).ShouldNotBeNull();

        problems.ShouldBeEmpty();
        file.Set.Id.ShouldBe("a-city");
        file.BaseId.ShouldBeNull();
        var sign = file.Set.Rules[0];
        sign.Limit.ShouldBe(CityTime.Limit("5 workingHours"));
        sign.Warnings.ShouldBe([new WarnPoint.Share(80), new WarnPoint.Ahead(CityTime.Limit("1 workingHours"))]);
        file.Set.Find(DeadlineTimer.Handle, new TicketMatter("help", Category: "0102"))!.Rule.IsStatutory.ShouldBeTrue();
        file.Lines["handle-law"].ShouldBe(11);
    }

    [Theory]
    [InlineData("\"id\": \"a-city\",", "", 1, "id", "is missing")]
    [InlineData("\"512000\"", "\"5120\"", 5, "jurisdiction", "six digits")]
    [InlineData("\"2022-11-25\"", "\"2022-11-31\"", 6, "effectiveFrom", "is no date")]
    [InlineData("\"2022-11-25\"", "\"2022-11-25\", \"effectiveTo\": \"2022-11-01\"", 6, "effectiveTo", "before effectiveFrom")]
    [InlineData("\"timer\": \"sign\"", "\"timer\": \"signing\"", 8, "sign.timer", "write one of dispatch, sign")]
    [InlineData("\"limit\": \"5 workingHours\"", "\"limit\": \"5 hours\"", 8, "sign.limit", "clockMinutes")]
    [InlineData("\"limit\": \"5 workingHours\"", "\"limit\": \"0 workingHours\"", 8, "sign.limit", "from 1 to 1000")]
    [InlineData("\"limit\": \"5 workingHours\", ", "", 8, "sign.limit", "is missing")]
    [InlineData("\"5 workingHours\"", "\"5 workingHours\", \"roll\": \"nextOpening\"", 8, "sign.limit", "leave \"roll\" out")]
    [InlineData("\"start\": \"received\", \"limit\": \"5", "\"start\": \"accepted\", \"limit\": \"5", 8, "sign.start", "dispatched, received")]
    [InlineData("\"80%\"", "\"soon\"", 8, "sign.warn", "is no warning")]
    [InlineData("\"source\": \"x\" },\n    { \"id\": \"handle\",", "\"sauce\": \"x\" },\n    { \"id\": \"handle\",", 8, "sign.source", "is missing")]
    [InlineData("\"roll\": \"none\"", "\"rolls\": \"none\"", 10, "handle.rolls", "unknown")]
    [InlineData("\"id\": \"handle\"", "\"id\": \"sign\"", 9, "sign.id", "stands twice")]
    [InlineData("\"end\": \"endOfDay\"", "\"end\": \"sameTime\", \"from\": \"same\"", 11, "handle-law.limit", "one day would be none")]
    [InlineData("\"end\": \"endOfDay\"", "\"end\": \"endOfOffice\"", 11, "handle-law.limit", "without office hours")]
    [InlineData("true", "\"yes\"", 12, "handle-law.statutory", "true or false")]
    [InlineData("\"countMax\": 1", "\"countMax\": -1", 15, "extend.countMax", "from 0 to 20")]
    [InlineData("\"cap\": \"2 workingDays\", ", "", 15, "extend.cap", "is missing")]
    [InlineData("\"lead\": \"1 workingDays\"", "\"lead\": \"1 halfWorkingDays\"", 15, "extend.lead", "half days")]
    [InlineData("[\"0102\"]", "\"0102\"", 11, "handle-law.category", "a list of texts")]
    [InlineData("\"category\": [\"0102\"]", "\"urgency\": [\"high\"]", 11, "handle-law.urgency", "specialUrgent")]
    public void Read_with_a_mistake_says_where_and_what_to_do(string old, string with, int line, string place, string said)
    {
        List<DataProblem> problems = [];
        var text = Good.Replace(old, with, StringComparison.Ordinal);
        text.ShouldNotBe(Good);

        RuleSets.Read(text, problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.File == "set.json" && problem.Line == line && problem.Place == place
            && problem.Text.Contains(said, StringComparison.Ordinal), string.Join('\n', problems));
    }

    [Theory]
    [InlineData("{ \"id\": ", 1, "is no JSON")]
    [InlineData("{\n\"id\": \"a\",\n\"id\": \"b\" }", 3, "stands twice")]
    [InlineData("[]", 1, "one object")]
    [InlineData("7", 1, "one object")]
    [InlineData("{}\n{}", 2, "is no JSON")]
    [InlineData("", 1, "is no JSON")]
    public void Read_of_what_is_no_set_says_so(string text, int line, string said)
    {
        List<DataProblem> problems = [];

        RuleSets.Read(text, problems).ShouldBeNull();

        problems[0].Line.ShouldBe(line);
        problems[0].Text.ShouldContain(said);
    }

    [Theory]
    [InlineData("\"id\": \"handle-law\"", "\"id\": \"handle-too\"", "[\"0102\"]", "[]", "holds for the same matters as handle")]
    [InlineData("\"warn\"", "\"demand\": [\"helping\"], \"warn\"", "", "", "no code of demand-types.csv")]
    [InlineData("\"document\"", "\"base\": \"gone\", \"document\"", "", "", "no other set")]
    [InlineData("\"document\"", "\"base\": \"a-city\", \"document\"", "", "", "no other set")]
    public void Join_sees_what_no_file_shows_by_itself(string old, string with, string other, string otherWith, string said)
    {
        var text = Good.Replace(old, with, StringComparison.Ordinal);
        Problems(other.Length > 0 ? text.Replace(other, otherWith, StringComparison.Ordinal) : text)
            .ShouldContain(problem => problem.Text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Join_demands_that_every_clock_has_its_limit_for_every_demand() =>
        Problems(Good).ShouldContain(problem => problem.Text.Contains("how long revisit may take for help", StringComparison.Ordinal));

    [Fact]
    public void Join_sees_a_ring_of_bases()
    {
        var one = Good.Replace("\"document\"", "\"base\": \"b-city\", \"document\"", StringComparison.Ordinal);
        var other = one.Replace("a-city", "c-city", StringComparison.Ordinal).Replace("b-city", "a-city", StringComparison.Ordinal)
            .Replace("c-city", "b-city", StringComparison.Ordinal);

        Problems(one, other).ShouldContain(problem => problem.Text.Contains("no other set", StringComparison.Ordinal));
        Problems(Good, Good).ShouldContain(problem => problem.Text.Contains("is the id of", StringComparison.Ordinal));
    }

    private static List<DataProblem> Problems(params string[] texts)
    {
        List<DataProblem> problems = [];
        RuleSetFile?[] files = [.. texts.Select(text => RuleSets.Read(text, problems))];
        problems.ShouldBeEmpty();
        RuleSetLinks.Join([.. files.OfType<RuleSetFile>()], ["help"], problems).ShouldBeNull();
        return problems;
    }
}
