using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Texts;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>A code that is in none of the city's lists gets no further than the border, whichever request brings it.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class KnownCodesTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private const string Agent = "1001", Call = "c-codes", Draft = $"/api/tickets/t-{Call}/draft", Outcome = $"/api/calls/{Call}/outcome";

    private static JsonObject Form() => new()
    {
        ["version"] = 1, ["demandType"] = "consultation", ["category"] = "0104", ["title"] = "路灯", ["text"] = "不亮", ["requesterKind"] = "person",
        ["unit"] = "kf-cg", ["urgency"] = "normal", ["outcome"] = "ticket", ["summary"] = "", ["reasonCode"] = null,
    };

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "demandType", "gossip", "诉求类型" },
        { "category", "0199", "分类" },
        { "category", "01", "分类" }, // no leaf of the tree
        { "unit", "kf-moon", "承办单位" },
        { "requesterKind", "robot", "诉求人类别" },
        { "urgency", "yesterday", "紧急程度" },
        { "outcome", "forgotten", "结果" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_unknown_code_is_refused_and_its_field_named(string field, string code, string name)
    {
        using var agent = await server.SignedInAsync(Agent);
        var form = Form();
        form[field] = code;
        await ShouldBeRefusedAsync(await agent.SendAsync(HttpMethod.Put, Draft, form), field, name);
        await ShouldBeRefusedAsync(await agent.SendAsync(HttpMethod.Post, Outcome, form), field, name);
    }

    [Theory]
    [InlineData("notAccepted", "legal-procedure")] // referred in Kaifeng
    [InlineData("notAccepted", "emergency")] // transferred everywhere
    [InlineData("referral", "secrecy-privacy")] // refused
    [InlineData("referral", "whim")]
    public async Task A_reason_of_another_outcome_is_none(string outcome, string reason)
    {
        using var agent = await server.SignedInAsync(Agent);
        var form = Form();
        (form["outcome"], form["reasonCode"], form["summary"]) = (outcome, reason, "已告知");
        await ShouldBeRefusedAsync(await agent.SendAsync(HttpMethod.Put, Draft, form), "reasonCode", "原因");
        await ShouldBeRefusedAsync(await agent.SendAsync(HttpMethod.Post, Outcome, form), "reasonCode", "原因");
    }

    [Fact]
    public async Task Several_are_named_together_and_an_empty_draft_names_none()
    {
        using var agent = await server.SignedInAsync(Agent);
        var form = Form();
        (form["unit"], form["category"]) = ("kf-moon", "0199");
        var answer = await ReadAsync(await agent.SendAsync(HttpMethod.Put, Draft, form));
        answer["fields"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe(["category", "unit"]);
        answer["detail"]!.GetValue<string>().ShouldContain("分类、承办单位");

        var nobody = await agent.SendAsync(HttpMethod.Put, "/api/tickets/t-nobody/draft", new { version = 1, unit = "", reasonCode = "" });
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound); // past the border: there is no such ticket
    }

    [Fact]
    public async Task Known_codes_pass_in_a_draft_and_in_each_outcome_with_a_reason()
    {
        await server.TalkedAsync(Call, Agent);
        using var agent = await server.SignedInAsync(Agent);
        (await agent.SendAsync(HttpMethod.Put, Draft, Form())).StatusCode.ShouldBe(HttpStatusCode.OK);
        var form = Form();
        (form["version"], form["outcome"], form["reasonCode"], form["summary"]) = (2, "referral", "legal-procedure", "已告知向法院提出");
        var recorded = await ReadAsync(await agent.SendAsync(HttpMethod.Post, Outcome, form));
        (recorded["state"]!.GetValue<string>(), recorded["stateText"]!.GetValue<string>(), recorded["outcome"]!.GetValue<string>())
            .ShouldBe(("referred", "有关单位受理", "referral"));
    }

    [Fact]
    public async Task An_outcome_must_be_chosen()
    {
        using var agent = await server.SignedInAsync(Agent);
        await server.TalkedAsync("c-none", Agent);
        var form = Form();
        form["outcome"] = null;
        var answer = await ReadAsync(await agent.SendAsync(HttpMethod.Post, "/api/calls/c-none/outcome", form));
        (answer["code"]!.GetValue<string>(), answer["fields"]![0]!.GetValue<string>()).ShouldBe(("fieldsMissing", "outcome"));
    }

    [Fact]
    public void Every_field_has_a_name() => Enum.GetValues<TicketField>().ShouldAllBe(f => Text.Has($"field.{Code.Of(f)}"));

    private static async Task ShouldBeRefusedAsync(HttpResponseMessage response, string field, string name)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var answer = await ReadAsync(response);
        answer["code"]!.GetValue<string>().ShouldBe("unknownCode");
        answer["fields"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe([field]);
        answer["detail"]!.GetValue<string>().ShouldContain(name);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
}
