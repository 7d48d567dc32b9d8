using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Tests.Services;
using Hotline.Exchange;
using Hotline.Routing;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>One agent at two computers, his telephone between them: a call goes nowhere unasked, and nobody is ready without one.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class TwoPlacesTests(TwoPlacesTests.Server server) : IClassFixture<TwoPlacesTests.Server>
{
    private static readonly NodeId Node = new("nowhere");
    private static int _calls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_in_elsewhere_leaves_the_call_where_it_is()
    {
        using var here = await AtWorkAsync("1001");
        var phone = await PhoneOfAsync("1001");
        var call = await TalkAsync("1001");

        using var there = await server.SignedInAsync("1001");
        var asked = await there.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "there" });

        (asked.StatusCode, await CodeAsync(asked)).ShouldBe((HttpStatusCode.Conflict, "in-call-elsewhere"));
        (await PhoneOfAsync("1001")).ShouldBe(phone);
        (await StateAsync("1001")).ShouldBe(AgentState.Talking);
        (await TalksAsync(call)).ShouldBeTrue();
        server.Asterisk.Has(phone!).ShouldBeTrue("it is the telephone that talks");
        await EndAsync(call);
    }

    [Fact]
    public async Task Told_to_it_takes_the_call_over()
    {
        using var here = await AtWorkAsync("1002");
        var phone = await PhoneOfAsync("1002");
        var call = await TalkAsync("1002");
        using var there = await server.SignedInAsync("1002");

        var taken = await there.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "there", takeOver = true });

        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        var another = await PhoneOfAsync("1002");
        another.ShouldNotBe(phone);
        (await FloorAsync(f => f.Calls[call].State)).ShouldBe(CallState.Lost, "it rings the other telephone as soon as that is registered");
        await RegisteredAsync(another!);
        await AnswerAsync(call);
        (await StateAsync("1002")).ShouldBe(AgentState.Talking);
        (await here.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "here" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await EndAsync(call);
    }

    [Fact]
    public async Task Without_a_call_the_newest_page_rings()
    {
        using var here = await AtWorkAsync("1003");
        var phone = await PhoneOfAsync("1003");

        using var there = await server.SignedInAsync("1003");
        (await there.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "there" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await PhoneOfAsync("1003")).ShouldNotBe(phone);
        var refused = await here.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "here" });
        (refused.StatusCode, await CodeAsync(refused)).ShouldBe((HttpStatusCode.Conflict, "replaced"));
        (await here.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "here", takeOver = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PhoneOfAsync("1003")).ShouldBe(phone);
    }

    [Fact]
    public async Task After_the_call_it_has_the_telephone_without_being_told()
    {
        using var here = await AtWorkAsync("1004");
        var phone = await PhoneOfAsync("1004");
        var call = await TalkAsync("1004");
        using var there = await server.SignedInAsync("1004");
        (await there.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "there" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await EndAsync(call);

        (await there.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "there" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await PhoneOfAsync("1004")).ShouldNotBe(phone);
    }

    [Fact]
    public async Task The_former_telephone_goes_when_its_page_has_let_it_go()
    {
        using var here = await AtWorkAsync("1005");
        var phone = (await PhoneOfAsync("1005"))!;
        using var there = await server.SignedInAsync("1005");

        (await there.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = "there" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        // Removed while it is registered, its page could not sign it off, and Asterisk would tell nobody that it is gone.
        server.Asterisk.Has(phone).ShouldBeTrue();
        server.Asterisk.Registers(phone, false);
        await server.Asterisk.Changes.FirstAsync(what => what == "DELETE " + phone, "the former account to be removed");
    }

    [Fact]
    public async Task Signing_out_at_one_place_leaves_the_other_at_work()
    {
        using var here = await AtWorkAsync("1007");
        var call = await TalkAsync("1007");
        using var there = await server.SignedInAsync("1007");

        (await there.SendAsync(HttpMethod.Delete, "/api/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await StateAsync("1007")).ShouldBe(AgentState.Talking);
        (await TalksAsync(call)).ShouldBeTrue();
        await EndAsync(call);
    }

    [Fact]
    public async Task The_older_place_signs_out_and_the_newer_stays_ready()
    {
        using var here = await AtWorkAsync("1008");
        using var there = await AtWorkAsync("1008");
        var phone = await PhoneOfAsync("1008");

        (await here.SendAsync(HttpMethod.Delete, "/api/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await PhoneOfAsync("1008"), await StateAsync("1008")).ShouldBe((phone, AgentState.Ready));
    }

    [Fact]
    public async Task Whose_session_ends_before_his_page_and_telephone_go_is_not_ready()
    {
        using var here = await AtWorkAsync("1009");
        var phone = await PhoneOfAsync("1009");
        var own = (await here.SendAsync(HttpMethod.Get, "/api/session/sessions")).Content.ReadFromJsonAsync<JsonArray>(Cancel);

        (await here.SendAsync(HttpMethod.Delete, $"/api/session/sessions/{(await own)![0]!["id"]}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Room.UntilAsync(async () => await StateAsync("1009") is null, "the agent to leave the floor");
        server.Asterisk.Has(phone!).ShouldBeTrue("its page has a moment to sign it off");
        server.Asterisk.Registers(phone!, false);
        await server.Asterisk.Changes.FirstAsync(what => what == "DELETE " + phone, "his account to be removed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whose_telephone_goes_is_not_ready_and_with_his_page_gone_stays_so(bool talks)
    {
        using var here = await AtWorkAsync("1010");
        var phone = (await PhoneOfAsync("1010"))!;
        CallId? call = talks ? await TalkAsync("1010") : null;

        server.Asterisk.Registers(phone, false);
        await server.Part<FloorLoop>().PostAsync(new Input.PhoneRegistered(Node, phone, false), Cancel);
        if (call is { } over)
        {
            await EndAsync(over);
        }

        (await StateAsync("1010")).ShouldNotBe(AgentState.Ready);
        await LeaveAsync("1010");
    }

    /// <summary>Asterisk tells nothing of a registration that ends with its account: the server tells its floor itself.</summary>
    [Fact]
    public async Task Whose_account_was_removed_has_no_telephone()
    {
        using var here = await AtWorkAsync("1011");
        var phone = (await PhoneOfAsync("1011"))!;
        var call = await TalkAsync("1011");
        await server.Part<FloorLoop>().PostAsync(new Input.LegEnded(await FloorAsync(f => f.Calls[call].Leg), HangupCause.NormalClearing), Cancel);
        var own = (await here.SendAsync(HttpMethod.Get, "/api/session/sessions")).Content.ReadFromJsonAsync<JsonArray>(Cancel);

        (await here.SendAsync(HttpMethod.Delete, $"/api/session/sessions/{(await own)![0]!["id"]}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await server.Asterisk.Changes.FirstAsync(what => what == "DELETE " + phone, "his account to be removed", TimeSpan.FromSeconds(20));

        await Room.UntilAsync(
            () => FloorAsync(f => f.Agents.TryGetValue(new AgentId("1011"), out var agent) && !agent.PhoneRegistered), "his telephone to be gone");
        (await StateAsync("1011")).ShouldBe(AgentState.AfterCallWork);
        await server.Part<FloorLoop>().PostAsync(new Input.OutcomeRecorded(call, "answered"), Cancel);
        await Room.UntilAsync(async () => await StateAsync("1011") is null, "the agent to leave the floor");
    }

    /// <summary>Signed in, with a telephone, and ready.</summary>
    private async Task<ServerWithoutAsterisk.Visitor> AtWorkAsync(string agent)
    {
        await server.Part<FloorLoop>().PostAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], await RegisteredNowAsync()), Cancel);
        var visitor = await server.SignedInAsync(agent);
        (await visitor.SendAsync(HttpMethod.Post, "/api/phone", new { pageId = Name("page") })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RegisteredAsync((await PhoneOfAsync(agent))!);
        (await visitor.SendAsync(HttpMethod.Post, "/api/desk/state", new { state = "ready" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return visitor;
    }

    private static string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{++_calls}");

    private async Task RegisteredAsync(string phone)
    {
        server.Asterisk.Registers(phone, true);
        await server.Part<FloorLoop>().PostAsync(new Input.PhoneRegistered(Node, phone, true), Cancel);
    }

    private Task<List<string>> RegisteredNowAsync() =>
        FloorAsync(f => f.Agents.Values.Where(a => a.PhoneRegistered).Select(a => a.Phone.Endpoint).ToList());

    private async Task<CallId> TalkAsync(string agent)
    {
        var id = new CallId(Name("two-places"));
        var leg = new LegId(Node, "citizen-" + id.Value);
        var loop = server.Part<FloorLoop>();
        foreach (var other in await FloorAsync(f => f.Agents.Keys.Where(a => a.Value != agent).ToList()))
        {
            await loop.PostAsync(new Input.StateRequested(new RequestId(Name("aside")), other, AgentState.NotReady, null), Cancel);
        }
        await loop.PostAsync(new Input.CallArrived(id, new TicketId("t-" + id.Value), leg, "carrier", "12345", "13800006021", "sip-" + id.Value,
            server.Part<SteadyClock>().Now), Cancel);
        await loop.PostAsync(new Input.LegAnswered(leg), Cancel);
        (await FloorAsync(f => f.Calls[id].Offer?.Agent.Value)).ShouldBe(agent);
        await AnswerAsync(id);
        (await StateAsync(agent)).ShouldBe(AgentState.Talking);
        return id;
    }

    private async Task AnswerAsync(CallId call) =>
        await server.Part<FloorLoop>().PostAsync(new Input.LegAnswered(await FloorAsync(f => f.Calls[call].Offer!.Leg)), Cancel);

    /// <summary>The citizen hangs up, and what came of the call is on record: nobody else's test rings this agent.</summary>
    private async Task EndAsync(CallId call)
    {
        var (leg, agent) = await FloorAsync(f => (f.Calls[call].Leg, f.Calls[call].Agent!.Value));
        var loop = server.Part<FloorLoop>();
        await loop.PostAsync(new Input.LegEnded(leg, HangupCause.NormalClearing), Cancel);
        await loop.PostAsync(new Input.OutcomeRecorded(call, "answered"), Cancel);
        await loop.PostAsync(new Input.WrapUpRequested(new RequestId("wrap-" + call.Value), agent, call), Cancel);
    }

    private Task LeaveAsync(string agent) =>
        server.Part<FloorLoop>().PostAsync(new Input.SignOutRequested(new RequestId(Name("out")), new AgentId(agent)), Cancel).AsTask();

    private Task<string?> PhoneOfAsync(string agent) =>
        FloorAsync(f => f.Agents.TryGetValue(new AgentId(agent), out var a) ? a.Phone.Endpoint : null);

    private Task<AgentState?> StateAsync(string agent) =>
        FloorAsync(f => f.Agents.TryGetValue(new AgentId(agent), out var a) ? a.State : (AgentState?)null);

    private Task<bool> TalksAsync(CallId call) => FloorAsync(f => f.Calls[call].AgentTalks);

    private Task<T> FloorAsync<T>(Func<CallDistributor, T> read) => server.Part<FloorLoop>().ReadAsync(read, Cancel);

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))?["code"]?.GetValue<string>();

    public sealed class Server : ServerWithoutAsterisk, IAsyncLifetime
    {
        internal AsteriskOfPhones Asterisk { get; private set; } = null!;

        protected override string AsteriskHttp => Asterisk.Address;

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            Asterisk = await AsteriskOfPhones.StartAsync();
            await InitializeAsync();
        }

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await DisposeAsync();
            await Asterisk.DisposeAsync();
        }
    }
}
