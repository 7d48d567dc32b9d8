using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Tests.Services;
using Hotline.Exchange;
using Hotline.Persistence;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The calendar is changed after the fact: tried, made, counted again, undone.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class CalendarTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private readonly CaseStories _stories = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_moves_the_clocks_that_run_over_it_with_a_step_in_each_case_and_its_undoing_moves_them_back()
    {
        await CoverAsync();
        var id = await _stories.HandledAsync();
        var before = await HandleDueAsync(id);
        var day = before.ToOffset(Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var off = new JsonArray(new JsonObject { ["date"] = day, ["kind"] = "off", ["name"] = "临时放假" });

        var trial = await CaseStories.ReadAsync(await PostAsync("trials", await FormAsync("", days: off)));
        trial["moved"]!.GetValue<int>().ShouldBeGreaterThan(0);
        trial["examples"]!.AsArray().ShouldContain(example => example!["before"]!.GetValue<DateTimeOffset>() == before);
        (await HandleDueAsync(id)).ShouldBe(before, "a trial changes nothing");

        var form = await FormAsync("国务院通知", days: off);
        await ChangedAsync(form);
        var after = await HandleDueAsync(id);
        after.ShouldBeGreaterThan(before);
        var no = await NewestAsync();
        var step = Steps(await _stories.CaseAsync("2001", id)).Single();
        step["reason"]!.GetValue<string>().ShouldContain("国务院通知");
        Handle(step["before"]!).ShouldBe(before);
        Handle(step["after"]!).ShouldBe(after);
        (await server.Part<CaseStore>().RunningOfAsync(new(id), Cancel))!.Clocks.ShouldContain(clock => clock.Due == after);
        var audit = server.Part<AuditLog>();
        (await audit.OfSubjectAsync(new("410200"), id, 20, Cancel)).ShouldContain(entry => entry.Action == "recountDeadlines");
        (await audit.OfSubjectAsync(new("410200"), $"calendar/{no}", 5, Cancel)).ShouldHaveSingleItem().Detail.ShouldContain(day);

        await RefusedAsync(form, HttpStatusCode.Conflict, "calendar-stale");
        await ChangedAsync(await FormAsync("通知有误", undo: no));
        (await HandleDueAsync(id)).ShouldBe(before);
        await RefusedAsync(await FormAsync("再撤一次", undo: no), HttpStatusCode.UnprocessableEntity, "calendar-undo");
    }

    [Fact]
    public async Task Counting_that_a_restart_broke_off_goes_on_and_counts_no_case_twice()
    {
        await CoverAsync();
        var id = await _stories.HandledAsync();
        var day = (await HandleDueAsync(id)).ToOffset(Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ChangedAsync(await FormAsync("放假", days: new JsonArray(new JsonObject { ["date"] = day, ["kind"] = "off", ["name"] = "放假" })));
        var calendar = server.Part<LiveCalendar>();
        var row = calendar.Changes[^1];
        row.Moved.ShouldBeGreaterThan(0);

        // As it stands after a crash: the batch was done, and that it was is not on record.
        await server.Part<CalendarStore>().CountedAsync(row with { CountedTo = null, Counted = 0, Moved = 0, DoneAt = null }, Cancel);
        await calendar.ReadAsync(Cancel);
        await DoneAsync();

        calendar.Changes[^1].Moved.ShouldBe(row.Moved);
        Steps(await _stories.CaseAsync("2001", id)).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_file_with_a_mistake_a_weekday_as_make_up_day_and_an_unknown_year_are_refused()
    {
        await CoverAsync();
        await RefusedAsync(
            await FormAsync("导入", file: (2031, "date,kind,name\n2031-01-01,off,元旦\n")), HttpStatusCode.UnprocessableEntity, "calendar-file");
        await RefusedAsync(
            await FormAsync("导入", days: new JsonArray(new JsonObject { ["date"] = "2026-01-05", ["kind"] = "work", ["name"] = "元旦" })),
            HttpStatusCode.UnprocessableEntity, "calendar-WorksAnyway");
        await RefusedAsync(
            await FormAsync("导入", days: new JsonArray(new JsonObject { ["date"] = "2044-01-05", ["kind"] = "off", ["name"] = "元旦" })),
            HttpStatusCode.UnprocessableEntity, "calendar-YearNotKnown");
        await RefusedAsync(await FormAsync("", undo: 1), HttpStatusCode.UnprocessableEntity, "calendar-reason");
        await RefusedAsync(await FormAsync("空"), HttpStatusCode.UnprocessableEntity, "calendar-empty");
    }

    [Fact]
    public async Task A_year_is_exported_as_it_can_be_imported_again()
    {
        await CoverAsync();
        var text = await (await _stories.GetAsync(CaseStories.Administrator, "/api/calendar.csv?year=2026")).Content.ReadAsStringAsync(Cancel);
        text.ShouldContain("2026-02-14,work,春节");
        await RefusedAsync(await FormAsync("导入", file: (2026, text)), HttpStatusCode.UnprocessableEntity, "calendar-NothingChanges");
        (await _stories.GetAsync(CaseStories.Administrator, "/api/calendar.csv?year=2044")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The years that the tests' clocks reach into are there, whenever they run.</summary>
    private async Task CoverAsync()
    {
        var now = server.Part<SteadyClock>().Now.ToOffset(Offset).Year;
        foreach (var year in new[] { now, now + 1 })
        {
            if (!(await ViewAsync())["years"]!.AsArray().Any(known => known!.GetValue<int>() == year))
            {
                await ChangedAsync(await FormAsync("导入", file: (year, $"# {year} 年通知\ndate,kind,name\n{year}-01-01,off,元旦\n")));
            }
        }
    }

    private async Task<JsonObject> ViewAsync() => await CaseStories.ReadAsync(await _stories.GetAsync(CaseStories.Administrator, "/api/calendar"));

    private async Task<int> NewestAsync() => (await ViewAsync())["seen"]!.GetValue<int>();

    private async Task<JsonObject> FormAsync(string reason, JsonArray? days = null, (int Year, string Text)? file = null, int? undo = null) => new()
    {
        ["seen"] = await NewestAsync(), ["reason"] = reason, ["days"] = days?.DeepClone(), ["undo"] = undo,
        ["file"] = file is var (year, text) ? new JsonObject { ["year"] = year, ["text"] = text } : null,
    };

    private async Task<HttpResponseMessage> PostAsync(string what, JsonObject form) =>
        await (await _stories.PersonAsync(CaseStories.Administrator)).SendAsync(HttpMethod.Post, $"/api/calendar/{what}", form);

    private async Task ChangedAsync(JsonObject form)
    {
        await CaseStories.ReadAsync(await PostAsync("changes", form));
        await DoneAsync();
    }

    private Task DoneAsync() => Room.UntilAsync(() => Task.FromResult(server.Part<LiveCalendar>().Unfinished is null), "the clocks to be counted");

    private async Task RefusedAsync(JsonObject form, HttpStatusCode status, string code)
    {
        var answer = await PostAsync("changes", form);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.ShouldBe(status, text);
        JsonNode.Parse(text)!["code"]!.GetValue<string>().ShouldBe(code);
    }

    private async Task<DateTimeOffset> HandleDueAsync(string id) => Handle((await _stories.CaseAsync("2001", id))["timers"]!)!.Value;

    private static DateTimeOffset? Handle(JsonNode timers) =>
        timers.AsArray().Single(timer => timer!["timer"]!.GetValue<string>() == "handle")!["due"]?.GetValue<DateTimeOffset>();

    private static IEnumerable<JsonNode> Steps(JsonObject subject) =>
        subject["timeline"]!.AsArray().Where(step => step!["verb"]?.GetValue<string>() == "recountDeadlines").Select(step => step!);
}
