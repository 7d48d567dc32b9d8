using System.Text.Json.Nodes;
using Hotline.Testkit;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;

namespace Hotline.Live.Tests;

/// <summary>After the call: nobody gets on without one of the four records, and what the records keep.</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class OutcomeTests(QuickHotline quick) : QuickScene(quick)
{
    [Theory]
    [InlineData("directAnswer", "answeredDirect", "person")]
    [InlineData("ticket", "accepted", "legalPerson")]
    [InlineData("transfer", "transferred", "otherOrganization")]
    [InlineData("notAccepted", "notAccepted", "person")]
    [Requirement("CALL-07", Shows = "a call is wrapped up only when an answer on the spot, a ticket, a transfer or a refusal is on record")]
    [Requirement("CALL-08", Shows = "each of the three kinds is kept with its ticket")]
    public async Task A_call_is_wrapped_up_only_with_one_of_the_four_on_record(string outcome, string state, string kind)
    {
        var (citizen, agent) = await TalkAsync();
        await citizen.HangUpAsync();
        var call = await agent.Desk.WritesUpAsync();
        (await agent.Desk.RefusalAsync("api/desk/wrap-up", WrapUp(call))).ShouldBe("outcome-missing");

        await agent.Desk.RecordAsync(call, ("outcome", outcome), ("reasonCode", "secrecy-privacy"), ("requesterKind", kind), ("category", Category),
            ("unit", Unit));
        await agent.Desk.OrderAsync("api/desk/wrap-up", WrapUp(call));

        await agent.Desk.WaitForAsync(v => v.Agent.State == "ready" && v.Call is null, "the agent ready for the next call");
        var ticket = await agent.Desk.ReadAsync($"api/tickets/{call.TicketId}");
        (Text(ticket, "outcome"), Text(ticket, "state"), Text(ticket, "requesterKind")).ShouldBe((outcome, state, kind));
    }

    [Fact]
    [Requirement("NUM-16", Shows = "a matter of a unit that has no hotline is accepted at 12345, with a ticket number")]
    public async Task A_matter_of_a_unit_without_a_hotline_is_accepted_at_12345()
    {
        var (citizen, agent) = await TalkAsync("12345");
        var units = (await agent.Desk.ReadAsync("api/reference"))["units"]!.AsArray();
        var unit = Text(units.Single(u => Text(u!, "code") == Unit)!, "name");
        File.ReadAllText(Path.Combine(SourceTree.Root, "config", "kaifeng", "numbers.csv")).ShouldNotContain(unit);
        await citizen.HangUpAsync();
        var call = await agent.Desk.WritesUpAsync();

        await agent.Desk.RecordAsync(call, ("outcome", "ticket"), ("category", Category), ("unit", Unit));
        await agent.Desk.OrderAsync("api/desk/wrap-up", WrapUp(call));

        var ticket = await agent.Desk.ReadAsync($"api/tickets/{call.TicketId}");
        (Text(ticket, "state"), Text(ticket, "unit"), Text(ticket, "dialled")).ShouldBe(("accepted", Unit, "12345"));
        Text(ticket, "number").ShouldStartWith("410200-");
    }

    /// <summary>市教育体育局, and a category that is any.</summary>
    private const string Unit = "kf-jy", Category = "0201";

    private static JsonObject WrapUp(CallPicture call) => new() { ["callId"] = call.Id };

    private static string Text(JsonNode node, string field) => node[field]?.GetValue<string>() ?? "";
}
