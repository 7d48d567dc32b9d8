using System.Globalization;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Tests.Services;
using Hotline.Persistence;
using Hotline.Testkit;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>Limits that units set themselves, as the city's file says them.</summary>
public sealed class UnitLimitTableTests
{
    private const string Header = "unit,timer,demand,urgency,limit,from,source\n";

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("kf-cg,handle,complaint,normal,11 workingDays,2026-01-01,行业考核", "limit", "is looser")]
    [InlineData("kf-cg,handle,complaint,normal,24 clockHours,2026-01-01,行业考核", "limit", "write it in workingDays")]
    [InlineData("kf-cg,handle,,,4 workingDays,2026-01-01,行业考核", "limit", "is looser")] // a consultation has 3
    [InlineData("kf-none,handle,complaint,,3 workingDays,2026-01-01,行业考核", "unit", "units.csv")]
    [InlineData("kf-cg,dispatch,complaint,,1 clockHours,2026-01-01,行业考核", "timer", "no clock of a unit's own")]
    [InlineData("kf-cg,handle,complaining,,3 workingDays,2026-01-01,行业考核", "demand", "demand-types.csv")]
    [InlineData("kf-cg,handle,complaint,very,3 workingDays,2026-01-01,行业考核", "urgency", "is no urgency")]
    [InlineData("kf-cg,handle,complaint,,three,2026-01-01,行业考核", "limit", "is no limit")]
    [InlineData("kf-cg,handle,complaint,,3 workingDays,soon,行业考核", "from", "is no date")]
    [InlineData("kf-cg,handle,complaint,,3 workingDays,2026-01-01,", "source", "is empty")]
    [Requirement("TKT-08", Shows = "the limits of units are a table of the city, and a looser one is refused with its line")]
    public void A_row_that_tightens_nothing_or_is_not_clear_is_refused(string row, string column, string said)
    {
        using SpoiledCity city = new();
        File.WriteAllText(Path.Combine(city.Folder, "unit-limits.csv"), Header + row + "\n");

        var problem = city.OnlyProblem();

        (problem.Line, problem.Column).ShouldBe((2, column));
        problem.Text.ShouldContain(said);
    }

    [Fact]
    public async Task A_ticket_has_the_limit_of_its_unit_from_the_day_on_and_the_explanation_names_it()
    {
        using SpoiledCity files = new();
        File.WriteAllText(
            Path.Combine(files.Folder, "unit-limits.csv"), Header + "kf-cg,handle,complaint,,3 workingDays,2026-06-01,城管行业考核办法\n");
        var city = CityConfiguration.Load(files.Folder);
        await using var room = await Room.OpenAsync(city);
        CityLoop loop = new(city, new LiveCalendar(city, new CalendarStore(room.Database)));

        // Monday 1 June: the third working day after it is Thursday the 4th; the rule set gives ten.
        Due("2026-06-01T02:00:00Z", out var said).ShouldBe(At("2026-06-04T09:00:00Z"));
        said.ShouldContain("城管行业考核办法");
        said.ShouldContain("3 个工作日");
        Due("2026-05-29T02:00:00Z", out said).ShouldBe(At("2026-06-12T09:00:00Z"));
        said.ShouldNotContain("城管行业考核办法");

        DateTimeOffset? Due(string accepted, out string explanation)
        {
            var at = At(accepted);
            Ticket ticket = new()
            {
                Id = "t", Tenant = "410200", Version = 1, LastStep = 1, State = TicketState.Dispatched, CreatedAt = at, SavedAt = at, AcceptedAt = at,
                Form = new TicketForm { DemandType = DemandType.Complaint },
            };
            var subject = TicketCase.Of(ticket, "henan") with
            {
                Assignments = [new Assignment
                    {
                        No = 1, Kind = AssignmentKind.Lead, Unit = "kf-cg", State = AssignmentState.Open, DispatchedAt = at,
                    }],
            };
            var timer = CaseTimers.Running(subject, loop.Clock).Single(timer => timer.Timer == DeadlineTimer.Handle);
            explanation = loop.Explain(subject, timer);
            return timer.Due;
        }
    }
}
