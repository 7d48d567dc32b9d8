using System.Globalization;
using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Testkit;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>What the real Asterisk told, as the floor hears it.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    /// <summary>The floor's facts of each flow, in order: all of them, and of this node.</summary>
    public static TheoryData<string, string[]> Flows => new()
    {
        {
            "waits-and-is-answered",
            [
                "comes n1/hotline-1-1795849117.0: 13800006021 on carrier for 12345 at 06:58:37.829, 1-14271@127.0.0.2",
                "up n1/hotline-1-1795849117.0",
                "up n1/c1m8gf5r4n5a4e3p.a1.1007",
                "ended n1/hotline-1-1795849117.0: 16",
                "ended n1/c1m8gf5r4n5a4e3p.a1.1007: 16",
                "ended n1/c1m8gf5r4n5a4e3p.a1.1007: 16",
            ]
        },
        {
            "gives-up",
            [
                "comes n1/hotline-1-1795849137.0: 13800006021 on carrier for 12345 at 06:58:57.804, 1-15088@127.0.0.2",
                "up n1/hotline-1-1795849137.0",
                "ended n1/hotline-1-1795849137.0: 16",
                "comes n1/hotline-1-1795849138.1: 13800006021 on carrier for 12345 at 06:58:58.339, 1-15093@127.0.0.2",
                "up n1/hotline-1-1795849138.1",
                "up n1/c1m8gf6c5ay9hmd6.a1.1007",
                "ended n1/hotline-1-1795849138.1: 16",
                "ended n1/c1m8gf6c5ay9hmd6.a1.1007: 16",
                "ended n1/c1m8gf6c5ay9hmd6.a1.1007: 16",
            ]
        },
        {
            "phone-refuses",
            [
                "comes n1/hotline-1-1795849226.0: 13800006021 on carrier for 12345 at 07:00:26.441, 1-19640@127.0.0.2",
                "up n1/hotline-1-1795849226.0",
                "ended n1/c1m8gf926sa21skg.a1.1007: 21",
                "up n1/c1m8gf926sa21skg.a2.1008",
                "ended n1/hotline-1-1795849226.0: 16",
                "ended n1/c1m8gf926sa21skg.a2.1008: 16",
                "ended n1/c1m8gf926sa21skg.a2.1008: 16",
                "comes n1/hotline-1-1795849227.3: 13800006021 on carrier for 12345 at 07:00:27.145, 1-19652@127.0.0.2",
                "up n1/hotline-1-1795849227.3",
                "ended n1/c1m8gf92wdk2akpm.a1.1007: 17",
                "up n1/c1m8gf92wdk2akpm.a2.1008",
                "ended n1/hotline-1-1795849227.3: 16",
                "ended n1/c1m8gf92wdk2akpm.a2.1008: 16",
                "ended n1/c1m8gf92wdk2akpm.a2.1008: 16",
            ]
        },
        {
            "third-party",
            [
                "comes n1/hotline-1-1795849151.0: 13800006021 on carrier for 12345 at 06:59:11.485, 1-15895@127.0.0.2",
                "up n1/hotline-1-1795849151.0",
                "up n1/c1m8gf6s09nwhv1y.a1.1007",
                "rings n1/c1m8gf6s09nwhv1y.p1",
                "up n1/c1m8gf6s09nwhv1y.p1",
                "ended n1/c1m8gf6s09nwhv1y.p1: 16",
                "ended n1/c1m8gf6s09nwhv1y.p1: 16",
                "ended n1/hotline-1-1795849151.0: 16",
                "ended n1/c1m8gf6s09nwhv1y.a1.1007: 16",
                "ended n1/c1m8gf6s09nwhv1y.a1.1007: 16",
            ]
        },
        {
            "presses-a-key",
            [
                "comes n1/hotline-1-1795849164.0: 13800007788 on carrier for 12301 at 06:59:24.928, 1-16659@127.0.0.2",
                "up n1/hotline-1-1795849164.0",
                "key n1/hotline-1-1795849164.0: 1",
                "played on n1 to c1m8gf764c8kx1wy: CallBackOffer",
                "played on n1 to c1m8gf764c8kx1wy: CallBackTaken",
                "ended n1/hotline-1-1795849164.0: 16",
            ]
        },
        {
            "phone-moves",
            [
                "comes n1/hotline-1-1795849180.0: 13800006021 on carrier for 12345 at 06:59:40.462, 1-17377@127.0.0.2",
                "up n1/hotline-1-1795849180.0",
                "up n1/c1m8gf7n9tf35cfb.a1.1007",
                "ended n1/hotline-1-1795849180.0: 16",
                "ended n1/c1m8gf7n9tf35cfb.a1.1007: 16",
                "ended n1/c1m8gf7n9tf35cfb.a1.1007: 16",
            ]
        },
        {
            "recorded",
            [
                "comes n1/hotline-1-1795849193.0: 13800006021 on carrier for 12345 at 06:59:53.841, 1-18092@127.0.0.2",
                "up n1/hotline-1-1795849193.0",
                "up n1/c1m8gf82bz69kfvz.a1.1007",
                "ended n1/hotline-1-1795849193.0: 16",
                "ended n1/c1m8gf82bz69kfvz.a1.1007: 16",
                "ended n1/c1m8gf82bz69kfvz.a1.1007: 16",
            ]
        },
        {
            // The first has the mark of the server that went and keeps its place; the second was marked too late and is a new call since its INVITE.
            "taken-back",
            [
                "comes n1/hotline-1-1795849273.0: 13800000001 on carrier for 12345 at 07:01:13.745, 1-20634@127.0.0.2",
                "up n1/hotline-1-1795849273.0",
                "comes n1/hotline-1-1795849274.1: 13800000002 on carrier for 12345 at 07:01:14.027, 1-20638@127.0.0.2",
                "up n1/hotline-1-1795849274.1",
                "comes n1/hotline-1-1795849273.0: 13800000001 on carrier for 12345 at 07:01:13.745, 1-20634@127.0.0.2, waiting since 07:01:13.760 as c1m8gfagcy0068ky",
                "comes n1/hotline-1-1795849274.1: 13800000002 on carrier for 12345 at 07:01:14.027, 1-20638@127.0.0.2, waiting since 07:01:14.027",
                "comes n1/hotline-1-1795849280.2: 13800000003 on carrier for 12345 at 07:01:20.157, 1-20642@127.0.0.2, waiting since 07:01:20.157",
                "comes n1/hotline-1-1795849280.3: 13800000004 on carrier for 12312 at 07:01:20.286, 1-20644@127.0.0.2, waiting since 07:01:20.286",
                "ended n1/hotline-1-1795849273.0: 16",
                "ended n1/hotline-1-1795849280.2: 16",
                "ended n1/hotline-1-1795849280.3: 16",
                "ended n1/hotline-1-1795849274.1: 16",
            ]
        },
        {
            "replaced",
            [
                "comes n1/hotline-1-1795849309.0: 13800006021 on carrier for 12345 at 07:01:49.173, 1-22166@127.0.0.2",
                "up n1/hotline-1-1795849309.0",
                "up n1/c1m8gfbk031tfzxc.a1.1007",
            ]
        },
    };

    private readonly AriTranslator _translator = new(new NodeId("n1"), new IdSource(new HandTime()), new PlainRules(), new HandTime());
    private FakeAri _ari = null!;

    public async ValueTask InitializeAsync() => _ari = await FakeAri.StartAsync();

    public async ValueTask DisposeAsync() => await _ari.DisposeAsync();

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Translate_recorded_flow_is_these_facts_and_no_others(string file, string[] facts) =>
        (await FactsAsync(file)).Select(Say).ShouldBe(facts);

    /// <summary>A recorded file of which nobody says what comes of it proves nothing.</summary>
    [Fact]
    public void Every_golden_file_has_its_facts() =>
        Flows.Select(f => f.Data.Item1).Append("hostile-callers").ShouldBe(Golden.Names, ignoreOrder: true);

    [Fact]
    public async Task Translate_hostile_callers_are_short_printable_text_and_eleven_whole_calls()
    {
        var facts = await FactsAsync("hostile-callers");

        facts.OfType<Input.CallArrived>().Select(a => a.Caller).ShouldBe(
        [
            "<script>alert(1)</script>", "138\"'", "${SHELL(id)}", new string('7', 64), "138X-Evil", "", "13800006021", "13800006021", "138", "张", "",
        ]);
        (facts.OfType<Input.LegAnswered>().Count(), facts.OfType<Input.LegEnded>().Count(), facts.Count).ShouldBe((22, 33, 66));
    }

    /// <summary>One who comes without a mark is a call of its own, one of ours belongs to the call in its name.</summary>
    [Theory]
    [MemberData(nameof(Golden.Files), MemberType = typeof(Golden))]
    public async Task Translate_arrivals_have_ids_of_their_own(string file)
    {
        var arrivals = (await FactsAsync(file)).OfType<Input.CallArrived>().ToList();

        arrivals.Select(a => a.Call).ShouldBeUnique();
        arrivals.Select(a => a.Ticket).ShouldBeUnique();
        arrivals.ShouldAllBe(a => LegNames.CallOf(a.Call.Value + ".b") == a.Call);
    }

    /// <summary>
    /// The marks that the server wrote and Asterisk gave back: of the channel on which they stand, with the epoch of the server that wrote them.
    /// </summary>
    [Theory]
    [InlineData("waits-and-is-answered", CallStep.Talking, 1795849114)]
    [InlineData("gives-up", CallStep.Queued, 1795849134)]
    [InlineData("presses-a-key", CallStep.Queued, 1795849162)]
    [InlineData("third-party", CallStep.Talking, 1795849148)]
    [InlineData("taken-back", CallStep.Queued, 1795849271)]
    public async Task Mark_on_a_recorded_channel_is_read_with_step_and_epoch(string file, CallStep step, long epoch)
    {
        var channels = (await EventsAsync(file)).Select(e => e.Channel).OfType<AriChannel>().ToList();

        var found = channels.Select(c => _translator.Find(c with { Dialplan = c.Dialplan! with { AppName = "Stasis" } }, new HashSet<string>()))
            .OfType<FoundLeg>();

        var mark = found.Select(f => f.Mark).OfType<CallMark>().First();
        (mark.Step, mark.Epoch, mark.Tenant.Value).ShouldBe((step, epoch, "410200"));
    }

    [Fact]
    public async Task Read_recorded_replacement_is_seen_by_its_type() =>
        (await EventsAsync("replaced")).Select(e => e.Type).ShouldContain("ApplicationReplaced");

    private async Task<List<Input>> FactsAsync(string file) => [.. (await EventsAsync(file)).Select(_translator.Translate).OfType<Input>()];

    private async Task<List<AriEvent>> EventsAsync(string file)
    {
        var lines = Golden.Lines(file);
        foreach (var line in lines)
        {
            _ari.Tells(line);
        }
        _ari.HangsUp();
        var events = await AriSocketTests.AllOfAsync(_ari);
        events.Count.ShouldBe(lines.Count);
        return [.. events.Select(e => e.ShouldNotBeNull())];
    }

    private static string Say(Input input) => input switch
    {
        Input.CallArrived e =>
        $"comes {e.Leg}: {e.Caller} on {e.Trunk} for {e.Dialled} at {Clock(e.InvitedAt)}, {e.SipCallId}" + (e.QueuedAt is { } since
            ? $", waiting since {Clock(since)}" + (since == e.InvitedAt ? "" : $" as {e.Call}") : ""),
        Input.LegAnswered e => $"up {e.Leg}",
        Input.LegRang e => $"rings {e.Leg}",
        Input.LegEnded e => $"ended {e.Leg}: {e.Cause}",
        Input.KeyPressed e => $"key {e.Leg}: {e.Key}",
        Input.PromptEnded e => $"played on {e.Node} to {e.Call}: {e.Prompt}",
        _ => input.ToString(),
    };

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
