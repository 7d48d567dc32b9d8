using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Tests.Services;
using Hotline.Testkit;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>Old tickets come from a file, with the clocks of before, once.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class ImportsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string Header = "工单编号,受理时间,诉求类型,诉求分类,标题,诉求内容,联系电话,承办单位,派单时间,签收时间,办结时间,状态,备注\n";
    private readonly CaseStories _stories = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MIG-09", Shows = "an old ticket is imported once, with its clocks running from the times of before")]
    public async Task A_file_is_tried_imported_with_its_clocks_and_adds_nothing_the_second_time()
    {
        const string rows =
            "OLD-1,2026-03-02 09:30,投诉,设施管理,路灯,旧系统路灯不亮,13800006021,市城市管理局,2026-03-02 10:00,2026-03-02 14:00,,办理中,无\n"
            + "OLD-2,2026-03-02 09:30,抱怨,设施管理,路灯,路灯不亮,=cmd|' /C calc'!A0,,,,,,无\n"
            + "OLD-3,2026-03-03 09:30,求助,设施管理,井盖,旧系统井盖缺失,13800006022,,,,,待派单,无\n";
        var form = FileOf(Header + rows);
        var trial = await CaseStories.ReadAsync(await PostAsync("/api/imports/trials", form));
        (trial["ready"]!.GetValue<int>(), trial["known"]!.GetValue<int>(), trial["refused"]!.GetValue<int>()).ShouldBe((2, 0, 1));
        trial["columns"]!.AsArray().Single(column => column!["field"] is null)!["header"]!.GetValue<string>().ShouldBe("备注");
        var problem = trial["problems"]!.AsArray().ShouldHaveSingleItem()!;
        (problem["line"]!.GetValue<int>(), problem["column"]!.GetValue<string>(), problem["value"]!.GetValue<string>()).ShouldBe((3, "诉求类型", "抱怨"));

        var import = await ImportedAsync(form);
        (import["added"]!.GetValue<int>(), import["known"]!.GetValue<int>(), import["refused"]!.GetValue<int>()).ShouldBe((2, 0, 1));

        var id = AgentHub.Imports.ImportDesk.IdOf("410200", "OLD-1");
        var subject = await _stories.CaseAsync("2001", id);
        CaseStories.StateOf(subject).ShouldBe("handling");
        subject["number"]!.GetValue<string>().ShouldStartWith("410200-20260302-");
        // Ten working days after Monday 2 March, by the rules of that day.
        var handle = subject["timers"]!.AsArray().Single(timer => timer!["timer"]!.GetValue<string>() == "handle")!;
        handle["due"]!.GetValue<DateTimeOffset>().ShouldBe(new DateTimeOffset(2026, 3, 16, 17, 0, 0, TimeSpan.FromHours(8)));
        (await _stories.ListAsync(CaseStories.Dispatcher, "queue=dispatch"))
            .ShouldContain(AgentHub.Imports.ImportDesk.IdOf("410200", "OLD-3"));

        var again = await ImportedAsync(form);
        (again["added"]!.GetValue<int>(), again["known"]!.GetValue<int>()).ShouldBe((0, 2));
        var report = await (await _stories.GetAsync(CaseStories.Dispatcher, $"/api/imports/report.csv?no={again["no"]}")).Content
            .ReadAsStringAsync(Cancel);
        report.ShouldContain("3,诉求类型,抱怨,不在本市目录中");
    }

    [Fact]
    public async Task A_report_has_no_formulas()
    {
        var import = await ImportedAsync(FileOf(
            "工单编号,受理时间,诉求类型,诉求内容,承办单位,派单时间\n"
            + "F-1,2026-03-02 09:30,=HYPERLINK(1),路灯,市城市管理局,2026-03-02 10:00\nF-2,2026-03-02 09:30,投诉,路灯,市城市管理局,2026-03-02 10:00\n"));
        var answer = await _stories.GetAsync(CaseStories.Dispatcher, $"/api/imports/report.csv?no={import["no"]}");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(",'=HYPERLINK(1),");
    }

    [Fact]
    public async Task What_is_no_table_is_refused()
    {
        foreach (var (form, code) in new[]
        {
            (new JsonObject { ["name"] = "旧.csv", ["content"] = "" }, "import-size"),
            (new JsonObject { ["name"] = "旧.csv", ["content"] = "no base64!" }, "import-type"),
            (new JsonObject { ["name"] = "旧.exe", ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Header)) }, "import-type"),
            (FileOf(Header), "import-nothing"),
        })
        {
            var answer = await PostAsync("/api/imports", form);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, code);
            (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["code"]!.GetValue<string>().ShouldBe(code);
        }
    }

    private static JsonObject FileOf(string text) =>
        new() { ["name"] = "旧工单.csv", ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) };

    private async Task<HttpResponseMessage> PostAsync(string path, JsonObject form) =>
        await (await _stories.PersonAsync(CaseStories.Dispatcher)).SendAsync(HttpMethod.Post, path, form);

    private async Task<JsonObject> ImportedAsync(JsonObject form)
    {
        var answer = await PostAsync("/api/imports", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        JsonObject? newest = null;
        await Room.UntilAsync(
            async () =>
            {
                var list = await (await _stories.GetAsync(CaseStories.Dispatcher, "/api/imports")).Content.ReadFromJsonAsync<JsonArray>(Cancel);
                newest = list![0]!.AsObject();
                return newest["done"]!.GetValue<bool>();
            },
            "the import to be done");
        return newest!;
    }
}
