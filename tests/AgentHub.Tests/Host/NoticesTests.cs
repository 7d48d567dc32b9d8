using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tests.Notices;
using Hotline.Testkit;
using static Hotline.AgentHub.Tests.Host.CaseStories;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>A server whose notices go to a real gateway and a real mailbox in this process.</summary>
public sealed class ServerWithNotices : ServerWithoutAsterisk, IAsyncLifetime
{
    private readonly MailBox _mailBox = new();
    private Gateway _gateway = null!;

    internal Gateway Gateway => _gateway;
    internal MailBox MailBox => _mailBox;

    protected override NoticeSettings Notices => new()
    {
        TriesMax = 1, Sms = SmsGatewayTests.Of(_gateway.Url), Mail = MailRelayTests.Of(_mailBox.Port),
    };

    protected override CityConfiguration CityOf(CityConfiguration read) => read with
    {
        NoticeContacts = new Dictionary<string, NoticeContact>
        {
            ["kf-cg"] = new("13900000001", "cg@example.gov.cn"), ["kf-water"] = new("13900000002", "water@example.gov.cn"),
            [NoticeTable.Leader] = new("13900000009", ""),
        },
    };

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _gateway = await Gateway.OpenAsync();
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _gateway.DisposeAsync();
        await _mailBox.DisposeAsync();
    }
}

/// <summary>What citizens and units are told, from the command to the telephone, and what people do about what did not go out.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class NoticesTests(ServerWithNotices server) : IClassFixture<ServerWithNotices>
{
    private const string Caller = "13800006021", Post = "13900000001";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly CaseStories _stories = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("TKT-22", Shows = "citizen and unit are told of acceptance and dispatch by message and mail, and the case says so")]
    public async Task Citizen_hears_of_each_step_and_the_unit_of_its_task()
    {
        var id = await _stories.AcceptedAsync();
        var number = (await _stories.CaseAsync(Dispatcher, id))["number"]!.GetValue<string>();
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg", ["coHandlers"] = new JsonArray("kf-water") });

        await ToldAsync(Caller, $"您的工单{number}已转市城市管理局办理");
        await ToldAsync(Post, $"工单{number}已派至市城市管理局");
        await ToldAsync("13900000002", $"工单{number}已派至");
        var mail = await server.MailBox.Mails.FirstAsync(
            mail => mail.Subject == $"工单{number}待签收" && mail.To.Mailboxes.Any(to => to.Address == "cg@example.gov.cn"), "the unit's mail", Soon);
        mail.TextBody.ShouldNotBeNull().ShouldNotContain("王女士");
        mail.TextBody.ShouldNotContain("路灯");

        var accepted = await ToldAsync(Caller, $"已受理，工单号{number}，提取码");
        var told = server.Gateway.Delivered
            .Where(message => message.Number == Caller && message.Text.Contains(number, StringComparison.Ordinal)).ToList();
        told[0].ShouldBe(accepted, "in the order of the steps");
        var subject = await _stories.CaseAsync(Dispatcher, id);
        accepted.Text.ShouldContain($"提取码{subject["extractionCode"]!.GetValue<string>()}");
        await Services.Room.UntilAsync(
            async () => Sent(await _stories.CaseAsync(Dispatcher, id)).TrueForAll(one => one.EndsWith("sent", StringComparison.Ordinal)),
            "all of it to be sent");
        Sent(await _stories.CaseAsync(Dispatcher, id)).ShouldBe(
            [
                "accepted sms citizen  sent", "dispatch sms citizen  sent", "dispatch sms units kf-cg sent", "dispatch sms units kf-water sent",
                "dispatch mail units kf-cg sent", "dispatch mail units kf-water sent",
            ], ignoreOrder: true);
        Sent(await _stories.CaseAsync(Handler, id)).ShouldNotContain(one => one.Contains("kf-water", StringComparison.Ordinal), "another unit's");
        (await _stories.CaseAsync(Handler, id))["extractionCode"].ShouldBeNull();
    }

    [Fact]
    [Requirement("SEC-05", Shows = "of a confidential ticket no message says what it is about, whose it is or who handles it")]
    public async Task Confidential_ticket_tells_nothing_of_its_matter()
    {
        var id = await _stories.AcceptedAsync(confidential: true);
        var number = (await _stories.CaseAsync(Dispatcher, id))["number"]!.GetValue<string>();
        await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" });

        (await ToldAsync(Caller, $"{number}已转办")).Text.ShouldNotContain("城市管理局");
        await ToldAsync(Post, $"工单{number}已派至");
        server.Gateway.Delivered.Where(message => message.Text.Contains(number, StringComparison.Ordinal))
            .Where(message => message.Text.Contains("路灯", StringComparison.Ordinal) || message.Text.Contains("王女士", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Citizen_who_wants_no_messages_gets_none_and_the_case_says_so()
    {
        var id = await _stories.AcceptedAsync();
        var agent = await _stories.PersonAsync("2001");
        (await ReadAsync(await agent.SendAsync(HttpMethod.Post, $"/api/cases/{id}/messages", new { refused = true })))["messagesRefused"]!
            .GetValue<bool>().ShouldBeTrue();
        try
        {
            await _stories.DoAsync(Dispatcher, id, "dispatch", new JsonObject { ["lead"] = "kf-cg" });
            await Services.Room.UntilAsync(
                async () => Sent(await _stories.CaseAsync(Dispatcher, id)).Contains("dispatch sms citizen  skipped optedOut"), "the row");
        }
        finally
        {
            (await agent.SendAsync(HttpMethod.Post, $"/api/cases/{id}/messages", new { refused = false })).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task What_died_stands_on_the_leaders_page_without_the_citizens_number_and_is_sent_again_or_given_up()
    {
        server.Gateway.Answer = (message, http) =>
        {
            http.Response.StatusCode = message.Number == Caller ? 400 : 200;
            return Task.FromResult(message.Number != Caller);
        };
        var (one, other) = (await _stories.AcceptedAsync(), await _stories.AcceptedAsync());
        var numbers = new[] { await NumberAsync(one), await NumberAsync(other) };
        JsonObject[] dead = [];
        await Services.Room.UntilAsync(async () => (dead = await DeadAsync(numbers)).Length == 2, "two dead ones");

        dead[0].ToJsonString().ShouldNotContain(Caller);
        dead[0].ToJsonString().ShouldNotContain("提取码");
        (dead[0]["to"]!.GetValue<string>(), dead[0]["reason"]!.GetValue<string>(), dead[0]["detail"]!.GetValue<string>())
            .ShouldBe(("138****6021", "refused", "HTTP 400"));
        (await CountsAsync())["dead"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(2);

        server.Gateway.Says(HttpStatusCode.OK);
        (await PostAsync("again", new { ids = new[] { Id(dead, numbers[0]) } }))["count"]!.GetValue<int>().ShouldBe(1);
        await ToldAsync(Caller, $"已受理，工单号{numbers[0]}");
        (await PostAsync("give-up", new { ids = new[] { Id(dead, numbers[1]) }, reason = "已电话告知" }))["count"]!.GetValue<int>().ShouldBe(1);
        (await DeadAsync(numbers)).ShouldBeEmpty();
        (await (await _stories.PersonAsync("2001")).SendAsync(HttpMethod.Post, "/api/notices/give-up", new { ids = new[] { "x" }, reason = " " }))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Unit_marks_what_its_desk_was_told_as_read()
    {
        var id = await _stories.HandledAsync();
        await _stories.DoAsync(Dispatcher, id, "urge", new JsonObject { ["note"] = "请尽快" });
        JsonNode? notice = null;
        await Services.Room.UntilAsync(async () => (notice = await NoticeAsync(id, "urge")) is not null, "the notice");
        notice!["readAt"].ShouldBeNull();
        notice["number"]!.GetValue<string>().ShouldBe(await NumberAsync(id));

        foreach (var who in new[] { Stranger, Handler })
        {
            (await (await _stories.PersonAsync(who)).SendAsync(HttpMethod.Post, "/api/cases/notices/read", new
            {
                items = new[] { new { ticket = id, kind = "step", what = "urge", at = notice["at"]!.GetValue<string>() } },
            })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        var read = (await NoticeAsync(id, "urge"))!;
        read["readAt"].ShouldNotBeNull();
        read["readBy"]!.GetValue<string>().ShouldBe("董浩", "a stranger's mark is on his own desk");
    }

    private Task<GatewayMessage> ToldAsync(string number, string text) => server.Gateway.Asked.FirstAsync(
        message => message.Number == number && message.Text.Contains(text, StringComparison.Ordinal), text, Soon);

    private static List<string> Sent(JsonObject subject) =>
    [
        .. subject["notices"]!.AsArray().Select(one =>
            $"{one!["step"]} {one["channel"]} {one["audience"]} {one["unit"]} {one["state"]} {one["reason"]}".Trim()),
    ];

    private async Task<string> NumberAsync(string id) => (await _stories.CaseAsync(Dispatcher, id))["number"]!.GetValue<string>();

    private async Task<JsonNode?> NoticeAsync(string id, string what) =>
        JsonNode.Parse(await (await _stories.GetAsync(Handler, "/api/cases/notices")).Content.ReadAsStringAsync(Cancel))!.AsArray()
            .FirstOrDefault(one => one!["ticket"]!.GetValue<string>() == id && one["what"]!.GetValue<string>() == what);

    private async Task<JsonObject[]> DeadAsync(string[] numbers) =>
    [
        .. (await ReadAsync(await _stories.GetAsync("2001", "/api/notices?state=dead&channel=sms")))["items"]!.AsArray()
            .Select(one => one!.AsObject()).Where(one => numbers.Contains(one["ticket"]!.GetValue<string>())),
    ];

    private async Task<JsonObject> CountsAsync() => await ReadAsync(await _stories.GetAsync("0000", "/api/notices/counts"));

    private async Task<JsonObject> PostAsync(string what, object form) =>
        await ReadAsync(await (await _stories.PersonAsync("2001")).SendAsync(HttpMethod.Post, $"/api/notices/{what}", form));

    private static string Id(JsonObject[] dead, string number) =>
        dead.Single(one => one["ticket"]!.GetValue<string>() == number)["id"]!.GetValue<string>();
}
