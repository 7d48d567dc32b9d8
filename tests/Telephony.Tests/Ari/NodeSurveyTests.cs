using System.Globalization;
using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Testkit;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>All that exists on a node, from its lists alone.</summary>
public sealed class NodeSurveyTests : IAsyncLifetime
{
    private static readonly NodeId Node = new("n1");
    private readonly List<string> _channels = [], _bridges = [];
    private FakeAri _ari = null!;
    private AriClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ari = await FakeAri.StartAsync();
        _client = new AriClient(_ari.Options, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _ari.DisposeAsync();
    }

    [Fact]
    public async Task Take_empty_node_is_empty()
    {
        var found = await TakeAsync();
        (found.Snapshot.Node, found.Snapshot.StartedAt).ShouldBe((Node, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));
        (found.Snapshot.Legs.Count, found.WaitingInFallback.Count, found.OrphanBridges.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Take_channels_of_a_call_are_found_by_name_and_mark()
    {
        Channel("x-1", "Up", mark: "c1", step: "talking");
        Channel("c1.a1.1007", "Up");
        Channel("c1.p1", "Ringing");
        Bridge("c1.b", "x-1", "c1.a1.1007");

        var legs = (await TakeAsync()).Snapshot.Legs;

        legs.Select(l => (l.Leg.Channel, l.Role, l.Up, l.InBridge)).ShouldBe(
        [
            ("x-1", FoundRole.Citizen, true, true), ("c1.a1.1007", FoundRole.Agent, true, true), ("c1.p1", FoundRole.Party, false, false),
        ]);
        legs.Select(l => l.Mark?.Call ?? l.Call).ShouldAllBe(c => c == new CallId("c1"));
        legs[0].Mark!.Step.ShouldBe(CallStep.Talking);
        legs[1].Agent.ShouldBe(new AgentId("1007"));
    }

    [Theory]
    [InlineData("x-1", "Queue")] // served by Asterisk's own queue
    [InlineData("c1.z", "Stasis")] // an announcer or a snoop
    [InlineData("c1.Greeting", "Stasis")]
    public async Task Take_what_is_no_leg_of_ours_is_passed_over(string id, string application)
    {
        Channel(id, "Up", application: application);
        (await TakeAsync()).Snapshot.Legs.ShouldBeEmpty();
    }

    /// <summary>A copy of a mark (a Local channel has both halves' variables) would make one call of two.</summary>
    [Fact]
    public async Task Take_mark_of_another_channel_is_none()
    {
        _channels.Add(Json("x-2", "Up", "Stasis", "hotline", "1|x-1|c1|410200|5|queued|t1|7|12345", 0));
        (await TakeAsync()).Snapshot.Legs.ShouldHaveSingleItem().Mark.ShouldBeNull();
    }

    [Fact]
    public async Task Take_strangers_bridge_is_not_the_calls_own()
    {
        Channel("x-1", "Up", mark: "c1");
        Bridge("2f9c-else", "x-1");
        (await TakeAsync()).Snapshot.Legs.ShouldHaveSingleItem().InBridge.ShouldBeFalse();
    }

    [Fact]
    public async Task Take_waiting_in_the_fallback_queue_those_cut_off_first_then_the_longest_waiting()
    {
        Channel("late", "Up", context: "fallback", application: "Queue", second: 50);
        Channel("marked", "Up", context: "fallback", application: "Queue", mark: "c3", queuedAtSecond: 20, second: 55);
        Channel("cut-off", "Up", context: "fallback", application: "Queue", mark: "c4", step: "talking", queuedAtSecond: 59, second: 59);
        Channel("early", "Up", context: "fallback", application: "Queue", second: 10);
        Channel("served", "Up", context: "fallback", application: "Queue", second: 1);
        Channel("ours", "Up", second: 1);
        Bridge("queue's own", "served");

        (await TakeAsync()).WaitingInFallback.Select(c => c.Id).ShouldBe(["cut-off", "early", "marked", "late"]);
    }

    [Fact]
    public async Task Take_orphan_bridges_are_ours_and_empty_and_of_no_call_that_is_there()
    {
        Channel("x-1", "Up", mark: "c1");
        Bridge("c1.b");
        Bridge("c2.b");
        Bridge("c3.b", "somebody");
        Bridge("2f9c-else");
        (await TakeAsync()).OrphanBridges.ShouldBe(["c2.b"]);
    }

    [Fact]
    public async Task Take_phones_are_those_that_are_online()
    {
        _ari.Says("GET endpoints/PJSIP", """[{"resource":"a1","state":"online"},{"resource":"a2","state":"offline"},{"resource":"a3"},{"resource":"a4","state":"unknown"}]""");
        (await TakeAsync()).Snapshot.RegisteredEndpoints.ShouldBe(["a1"]);
    }

    [Theory]
    [InlineData("channels")]
    [InlineData("bridges")]
    [InlineData("endpoints/PJSIP")]
    [InlineData("asterisk/info")]
    public async Task Take_one_list_that_fails_is_no_survey(string list)
    {
        _ari.Does("GET " + list, http =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await Should.ThrowAsync<HttpRequestException>(TakeAsync());
    }

    private async Task<NodeSurvey.Found> TakeAsync()
    {
        if (_channels.Count + _bridges.Count > 0)
        {
            _ari.Says("GET channels", $"[{string.Join(',', _channels)}]");
            _ari.Says("GET bridges", $"[{string.Join(',', _bridges)}]");
        }
        var translator = new AriTranslator(Node, new IdSource(new HandTime()), new PlainRules(), new HandTime());
        return await new NodeSurvey(_client, translator, Node).TakeAsync(Cancel);
    }

    private void Bridge(string id, params string[] channels) =>
        _bridges.Add($$"""{"id":"{{id}}","channels":[{{string.Join(',', channels.Select(c => $"\"{c}\""))}}]}""");

    private void Channel(string id, string state, string application = "Stasis", string context = "hotline", string? mark = null,
        string step = "queued", int queuedAtSecond = 0, int second = 0) =>
        _channels.Add(Json(id, state, application, context,
            mark is null
            ? ""
            : $"1|{id}|{mark}|410200|{At(queuedAtSecond).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}|{step}|t-{mark}|7|12345",
                second));

    private static string Json(string id, string state, string application, string context, string mark, int second) =>
        $$$"""
        {"id":"{{{id}}}","name":"PJSIP/carrier-00000001","state":"{{{state}}}","caller":{"name":"","number":"138"},
        "dialplan":{"context":"{{{context}}}","exten":"12345","priority":1,"app_name":"{{{application}}}","app_data":"hotline,inbound,12345,carrier"},
        "creationtime":"{{{At(second).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)}}}+0000","channelvars":{"HOTLINE_CALL":"{{{mark}}}","HOTLINE_SIP":"s"}}
        """;

    private static DateTimeOffset At(int second) => new(2026, 4, 1, 1, 0, second, TimeSpan.Zero);
}
