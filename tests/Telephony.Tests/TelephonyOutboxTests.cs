using System.Text.Json.Nodes;
using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Hotline.Telephony.Tests.Ami;
using Hotline.Telephony.Tests.Ari;
using Hotline.Testkit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests;

/// <summary>The floor's verbs on their way to Asterisk: what is asked for, in which order, and what becomes of a refusal.</summary>
public sealed class TelephonyOutboxTests : IAsyncLifetime, IInbox
{
    private static readonly CallId Call = new("c1"), Other = new("c2");
    private static readonly NodeId Node = new("n1");
    private static readonly LegId Citizen = new(Node, "x-1.0"), Agent = new(Node, "c1.a1.1007"), Party = new(Node, "c1.p1");
    private static readonly Effect.RingAgent Ring =
        new(Call, new OfferId(Call, 1), Agent, new AgentId("1007"), new PhoneAddress(Node, "a1007-x"), "13800006021", "12345",
            TimeSpan.FromSeconds(20), Resume: false);

    private static readonly Effect.DialParty Dial = new(Call, Party, Citizen, "subcentre", "12366", "+86 138", TimeSpan.FromSeconds(30));
    private static readonly CallMark Mark =
        new("x-1.0", Call, new TenantId("410200"), DateTimeOffset.UnixEpoch, CallStep.Queued, new TicketId("t1"), 7, "12345");

    private static readonly Dictionary<string, (Effect Effect, string Request, string Body)> Verbs = new()
    {
        ["answer"] = (new Effect.AnswerCall(Call, Citizen), "POST channels/x-1.0/answer", ""),
        ["open bridge"] = (new Effect.OpenBridge(Call, Node), "POST bridges/c1.b", """{"type":"mixing"}"""),
        ["join"] = (new Effect.JoinBridge(Call, Citizen), "POST bridges/c1.b/addChannel",
            """{"channel":"x-1.0","inhibitConnectedLineUpdates":true}"""),
        ["leave"] = (new Effect.LeaveBridge(Call, Citizen), "POST bridges/c1.b/removeChannel", """{"channel":"x-1.0"}"""),
        ["close bridge"] = (new Effect.CloseBridge(Call, Node), "DELETE bridges/c1.b", ""),
        ["play"] = (new Effect.PlayPrompt(Call, Node, Prompt.AllBusy, null), "POST bridges/c1.b/play/c1.AllBusy",
            """{"media":["sound:hotline/all-busy"]}"""),
        ["stop"] = (new Effect.StopPrompt(Call, Node, Prompt.AllBusy), "DELETE playbacks/c1.AllBusy", ""),
        ["music"] = (new Effect.StartMusic(Call, Citizen), "POST channels/x-1.0/moh", ""),
        ["no music"] = (new Effect.StopMusic(Call, Citizen), "DELETE channels/x-1.0/moh", ""),
        ["ring"] = (Ring, "POST channels/c1.a1.1007",
            """{"endpoint":"PJSIP/a1007-x","app":"hotline","appArgs":"agent","callerId":"12345","timeout":22,"variables":{"PJSIP_HEADER(add,X-Hotline-Call)":"c1","PJSIP_HEADER(add,X-Hotline-Resume)":"0","FORWARD_CONTEXT":"nowhere"}}"""),
        ["dial"] = (Dial, "POST channels/create",
            """{"channelId":"c1.p1","endpoint":"PJSIP/12366@subcentre","app":"hotline","appArgs":"party","originator":"x-1.0","variables":{"FORWARD_CONTEXT":"nowhere","CALLERID(num)":"12366","CONNECTEDLINE(num,i)":"+86138"}}"""),
        ["dial for who withholds his number"] = (Dial with { Caller = "" }, "POST channels/create",
            """{"channelId":"c1.p1","endpoint":"PJSIP/12366@subcentre","app":"hotline","appArgs":"party","originator":"x-1.0","variables":{"FORWARD_CONTEXT":"nowhere","CALLERID(num)":"12366","CONNECTEDLINE(num,i)":"anonymous","CONNECTEDLINE(name,i)":"Anonymous","PJSIP_HEADER(add,Privacy)":"id"}}"""),
        ["hang up"] = (new Effect.HangUp(Call, Citizen, HangupCause.UserBusy), "DELETE channels/x-1.0?reason_code=17", ""),
        ["mark"] = (new Effect.MarkCall(Call, Citizen, Mark), "POST channels/x-1.0/variable",
            """{"variable":"HOTLINE_CALL","value":"1|x-1.0|c1|410200|0|queued|t1|7|12345"}"""),
        ["remove orphan"] = (new Effect.RemoveOrphan(new LegId(Node, "a b")), "DELETE channels/a b", ""),
    };

    private readonly CancellationTokenSource _stop = new();
    private readonly LogBook _log = new();
    private readonly Happenings<Input> _inputs = new("the outbox");
    private FakeAri _ari = null!;
    private FakeManager _manager = null!;
    private AmiConnection _ami = null!;
    private AriClient _client = null!;
    private EarlyMedia _early = null!;
    private TelephonyOutbox _outbox = null!;

    public static TheoryData<string> VerbNames => [.. Verbs.Keys];

    /// <summary>What is gone already was to go.</summary>
    public static TheoryData<string> Endings => ["hang up", "remove orphan", "close bridge", "stop", "no music"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_ari, _manager) = (await FakeAri.StartAsync(), new FakeManager());
        _ami = new AmiConnection(new AmiOptions("127.0.0.1", _manager.Port, "hotline", "secret") { PingInterval = TimeSpan.FromSeconds(20) },
            TimeProvider.System, NullLogger<AmiConnection>.Instance);
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _early = new EarlyMedia(_client, new AriRequests(TelephonyNode.App));
        _outbox = new TelephonyOutbox(_client, new AriRequests(TelephonyNode.App), new Recorder(_ami, _ari.Options, this),
            new FallbackQueue(_ami, NullLogger<FallbackQueue>.Instance), _early, this, new NodeLag(), _log) { Open = true };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        _client.Dispose();
        _ami.Dispose();
        await _manager.DisposeAsync();
        await _ari.DisposeAsync();
    }

    ValueTask IInbox.PostAsync(Input input, CancellationToken cancellationToken)
    {
        _inputs.Add(input);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(VerbNames))]
    public async Task Send_each_verb_is_its_request(string verb)
    {
        var (effect, request, body) = Verbs[verb];

        _outbox.Send([effect]);

        var (what, sent) = await _ari.Requests.FirstAsync(_ => true, "a request");
        what.ShouldBe(request);
        JsonNode.DeepEquals(body.Length > 0 ? JsonNode.Parse(body) : null, sent.Length > 0 ? JsonNode.Parse(sent) : null).ShouldBeTrue(sent);
    }

    /// <summary>A verb that is added is told Asterisk, or somebody forgot it here.</summary>
    [Fact]
    public void Verbs_all_there_are_are_known() => typeof(Effect).GetNestedTypes()
        .Where(t => t.IsSubclassOf(typeof(Effect.CallEffect)) || t == typeof(Effect.RemoveOrphan))
        .Except([typeof(Effect.StartRecording)]) // by the manager interface, below
        .ShouldBe(Verbs.Values.Select(v => v.Effect.GetType()).Distinct(), ignoreOrder: true);

    [Fact]
    public async Task Send_what_is_not_the_phones_is_passed_over()
    {
        _outbox.Send([new Effect.ShowFloor(), new Effect.NoteAnomaly("k", "s"), new Effect.ShowDesk(new AgentId("1007"))]);
        await _outbox.DrainedAsync();
        _ari.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Send_while_the_node_is_away_is_forgotten()
    {
        _outbox.Open = false;
        _outbox.Send([Verbs["answer"].Effect]);
        _outbox.Open = true;
        _outbox.Send([Verbs["music"].Effect]);
        await _ari.Requests.FirstAsync(r => r.What == Verbs["music"].Request, "music");
        await _outbox.DrainedAsync();
        _ari.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_commands_of_one_call_keep_their_order_and_wait_for_each_other()
    {
        var release = Holds("POST channels/x-1.0/answer");
        _outbox.Send([Verbs["answer"].Effect, Verbs["open bridge"].Effect, Verbs["join"].Effect]);
        await _ari.Requests.FirstAsync(r => r.What == "POST channels/x-1.0/answer", "the first");
        _outbox.Send([new Effect.OpenBridge(Other, Node)]);

        await _ari.Requests.FirstAsync(r => r.What == "POST bridges/c2.b", "the other call's, which waits for nobody");
        _ari.Requests.Count.ShouldBe(2);
        release.SetResult();

        await _outbox.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
        _ari.Requests.All.Select(r => r.What).Where(w => !w.Contains("c2", StringComparison.Ordinal))
            .ShouldBe(["POST channels/x-1.0/answer", "POST bridges/c1.b", "POST bridges/c1.b/addChannel"]);
    }

    [Fact]
    public async Task Send_ring_of_an_agent_does_not_wait_for_the_callers_greeting()
    {
        var release = Holds("POST bridges/c1.b");
        _outbox.Send([Verbs["open bridge"].Effect, Verbs["play"].Effect, Ring]);

        await _ari.Requests.FirstAsync(r => r.What == Verbs["ring"].Request, "the ring");
        release.SetResult();
        await _ari.Requests.FirstAsync(r => r.What == Verbs["play"].Request, "the greeting");
    }

    [Fact]
    public async Task Send_ring_and_its_hang_up_keep_their_order()
    {
        var release = Holds("POST channels/c1.a1.1007");
        _outbox.Send([Ring]);
        await _ari.Requests.FirstAsync(r => r.What == Verbs["ring"].Request, "the ring");
        _outbox.Send([new Effect.HangUp(Call, Agent, HangupCause.NormalClearing), Verbs["music"].Effect]);
        await _ari.Requests.FirstAsync(r => r.What == Verbs["music"].Request, "music for the caller");

        _ari.Requests.Count.ShouldBe(2);
        release.SetResult();
        await _ari.Requests.FirstAsync(r => r.What == "DELETE channels/c1.a1.1007?reason_code=16", "the hang-up");
    }

    /// <summary>They would fight for Asterisk's threads: the agent's phone rings first.</summary>
    [Fact]
    public async Task Send_answer_with_a_ring_lets_the_ring_go_first()
    {
        const int Calls = 20;
        var ringsFirst = 0;
        for (var i = 0; i < Calls; i++)
        {
            var call = new CallId($"c{i + 10}");
            var ring = Ring with { Call = call, Leg = new LegId(Node, $"c{i + 10}.a1.1007") };
            var before = _ari.Requests.Count;
            _outbox.Send([new Effect.AnswerCall(call, Citizen), ring]);
            await _outbox.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
            ringsFirst += _ari.Requests.All[before].What == $"POST channels/{ring.Leg.Channel}" ? 1 : 0;
        }
        ringsFirst.ShouldBeGreaterThan(Calls / 2); // not all: the answer stands back for 20 ms, which a machine under load may need
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Refused_end_of_what_is_gone_is_no_fault(string verb)
    {
        await RefuseAsync(verb, StatusCodes.Status404NotFound);
        _inputs.Count.ShouldBe(0);
        _log.Lines.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Refused_bridge_that_is_there_already_is_no_fault()
    {
        await RefuseAsync("open bridge", StatusCodes.Status409Conflict);
        _log.Lines.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("ring", FailedCommand.RingAgent, 500)]
    [InlineData("ring", FailedCommand.RingAgent, 404)]
    [InlineData("dial", FailedCommand.DialParty, 400)]
    [InlineData("join", FailedCommand.JoinBridge, 404)]
    [InlineData("join", FailedCommand.JoinBridge, 409)]
    public async Task Refused_what_the_floor_waits_for_is_told_back(string verb, FailedCommand command, int status)
    {
        await RefuseAsync(verb, status);

        var failed = _inputs.All.ShouldHaveSingleItem().ShouldBeOfType<Input.CommandFailed>();
        (failed.Node, failed.Call, failed.Command).ShouldBe((Node, Call, command));
        failed.Leg.ShouldBe(verb switch { "ring" => Agent, "dial" => Party, _ => Citizen });
        failed.Reason.ShouldBe($"{status} {{\"message\":\"no\"}}");
    }

    /// <summary>Who would wait for the end of a prompt that never began?</summary>
    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task Refused_prompt_is_over(int status)
    {
        await RefuseAsync("play", status);
        _inputs.All.ShouldBe([new Input.PromptEnded(Node, Call, Prompt.AllBusy)]);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("mark")]
    [InlineData("leave")]
    [InlineData("open bridge")]
    [InlineData("hang up")]
    public async Task Refused_what_nobody_waits_for_holds_up_nothing(string verb)
    {
        await RefuseAsync(verb, 500);
        _inputs.Count.ShouldBe(0);
        _log.Lines.All.ShouldHaveSingleItem().ShouldContain("of call c1 refused: 500");
        _outbox.Send([Verbs["music"].Effect]);
        await _ari.Requests.FirstAsync(r => r.What == Verbs["music"].Request, "the next command of this call");
    }

    [Fact]
    public async Task Send_node_that_drops_the_line_is_told_back_and_the_lane_goes_on()
    {
        _ari.Does("POST channels/c1.a1.1007", http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        _outbox.Send([Ring, new Effect.HangUp(Call, Agent, HangupCause.NormalClearing)]);

        var failed = (Input.CommandFailed)await _inputs.FirstAsync(_ => true, "the failure");
        failed.Reason.ShouldStartWith("0 ");
        await _ari.Requests.FirstAsync(r => r.What == "DELETE channels/c1.a1.1007?reason_code=16", "the hang-up");
    }

    [Theory]
    [InlineData("Success", true, "")]
    [InlineData("Error", false, "No such channel")]
    public async Task Send_recording_is_asked_of_the_manager_and_told_back(string response, bool started, string reason)
    {
        using var manager = await SignInAsync();
        _outbox.Send([new Effect.StartRecording(Call, Citizen)]);
        var asked = await manager.ReadActionAsync(Cancel);
        (asked["Action"], asked["Channel"], asked["Options"]).ShouldBe(("MixMonitor", "x-1.0", "D"));
        asked["File"].ShouldBe(Path.Combine(_ari.Options.Spool, "monitor", "hotline", "c1.raw"));
        await manager.WriteAsync($"Response: {response}\r\nActionID: {asked["ActionID"]}\r\nMessage: {reason}\r\n\r\n", Cancel);

        (await _inputs.FirstAsync(_ => true, "what became of it")).ShouldBe(new Input.RecordingChanged(Node, Call, started, reason));
    }

    [Fact]
    public async Task Send_fallback_member_is_told_the_manager()
    {
        using var manager = await SignInAsync();
        _outbox.Send([new Effect.SetFallbackMember(new PhoneAddress(Node, "a1007-x"), new AgentId("1007"), Member: false, Paused: false)]);
        var asked = await manager.ReadActionAsync(Cancel);
        (asked["Action"], asked["Interface"]).ShouldBe(("QueueRemove", "PJSIP/a1007-x"));
    }

    [Fact]
    public async Task Send_recording_while_the_manager_is_away_is_told_as_not_begun()
    {
        _outbox.Send([new Effect.StartRecording(Call, Citizen), Verbs["music"].Effect]);

        ((Input.RecordingChanged)await _inputs.FirstAsync(_ => true, "what became of it")).Started.ShouldBeFalse();
        await _ari.Requests.FirstAsync(r => r.What == Verbs["music"].Request, "the next command of this call");
    }

    private async Task<FakeManager.Session> SignInAsync()
    {
        TaskCompletionSource signedIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ami.SignedIn += signedIn.SetResult;
        _ = _ami.RunAsync(_stop.Token);
        var session = await _manager.SignInAsync(Cancel);
        await signedIn.Task.WaitAsync(Cancel);
        return session;
    }

    private async Task RefuseAsync(string verb, int status)
    {
        var (effect, request, _) = Verbs[verb];
        _ari.Does(Uri.UnescapeDataString(request.Split('?')[0]), async http =>
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync("{\"message\":\"no\"}");
        });
        _outbox.Send([effect]);
        await _ari.Requests.FirstAsync(_ => true, "the request");
        await _outbox.DrainedAsync().WaitAsync(Limits.Usual, Cancel);
    }

    private TaskCompletionSource Holds(string what)
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ari.Does(what, async http =>
        {
            await release.Task;
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        return release;
    }

    /// <summary>What the person on call would read.</summary>
    private sealed class LogBook : ILogger<TelephonyOutbox>
    {
        public Happenings<string> Lines { get; } = new("the log");

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
