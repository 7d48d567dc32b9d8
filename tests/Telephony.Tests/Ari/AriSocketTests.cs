using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Testkit;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>Whatever is malformed costs that event: it comes as none, nothing is thrown, and the next one is read.</summary>
public sealed class AriSocketTests : IAsyncLifetime
{
    private const string Good = """{"type":"StasisEnd","channel":{"id":"good"}}""";
    private const int Megabyte = 1 << 20;
    private readonly AriTranslator _translator = new(new NodeId("n1"), new IdSource(new HandTime()), new PlainRules(), new HandTime());
    private FakeAri _ari = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _ari = await FakeAri.StartAsync();

    public async ValueTask DisposeAsync() => await _ari.DisposeAsync();

    [Fact]
    public async Task Connect_asks_for_the_events_of_its_own_application_alone()
    {
        string query = "", authorization = "";
        _ari.WhenAskedForEvents = http => (query, authorization) = (http.Request.QueryString.Value!, http.Request.Headers.Authorization.ToString());
        _ari.HangsUp();

        (await ReadAsync()).ShouldBeEmpty();

        query.ShouldBe("?app=hotline&subscribeAll=false");
        authorization.ShouldBe("Basic " + Convert.ToBase64String("hotline:x"u8));
    }

    [Fact]
    public async Task Read_event_in_many_frames_is_one_event()
    {
        _ari.Tells([.. Encoding.UTF8.GetBytes(Good).Select(b => new[] { b })]);
        _ari.HangsUp();

        (await ReadAsync()).ShouldHaveSingleItem()!.Channel!.Id.ShouldBe("good");
    }

    /// <summary>Longer than the buffer with which it begins.</summary>
    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(200_000)]
    [InlineData(Megabyte - 100)]
    public async Task Read_long_event_is_read_whole(int length)
    {
        _ari.Tells(Long(length));
        _ari.HangsUp();

        (await ReadAsync()).ShouldHaveSingleItem()!.Channel!.Id.Length.ShouldBe(length);
    }

    [Theory]
    [InlineData(Megabyte)]
    [InlineData(5 * Megabyte)]
    public async Task Read_event_longer_than_any_can_be_costs_itself_alone(int length)
    {
        _ari.Tells(Long(length));

        await ShouldCostItselfAloneAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("17")]
    [InlineData("{}{}")]
    [InlineData("<html>")]
    [InlineData("""{"type":"StasisEnd","channel":{"id":"\ud800"}}""")]
    [InlineData("""{"type":"ChannelDestroyed","cause":99999999999,"channel":{"id":"x"}}""")]
    [InlineData("""{"type":"StasisStart","args":["inbound","12345","carrier"],"channel":{}}""")]
    [InlineData("""{"type":"StasisStart","args":["inbound","12345","carrier"],"channel":{"id":null}}""")]
    [InlineData("""{"type":"PlaybackFinished","playback":{}}""")]
    [InlineData("""{"type":"ChannelDestroyed","cause":1.5,"channel":{"id":"x"}}""")]
    public async Task Read_what_is_no_event_costs_itself_alone(string text)
    {
        _ari.Tells(text);

        await ShouldCostItselfAloneAsync();
    }

    /// <summary>RFC 6455 asks for it: nobody knows where such a peer's next text begins. The node connects again and asks what is true.</summary>
    [Fact]
    public async Task Read_what_is_not_utf_8_ends_the_connection()
    {
        _ari.Tells([.. """{"type":"StasisEnd","channel":{"id":" """u8, 0xff, 0xfe, .. "\"}}"u8]);

        await Should.ThrowAsync<WebSocketException>(ReadAsync());
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Read_deep_nesting_costs_itself_alone(string open, string close)
    {
        const int Depth = 50_000;
        var deep = string.Concat(Enumerable.Repeat(open, Depth)) + "1" + string.Concat(Enumerable.Repeat(close, Depth));
        _ari.Tells("""{"type":"StasisEnd","deep":""" + deep + ""","channel":{"id":"x"}}""");

        await ShouldCostItselfAloneAsync();
    }

    /// <summary>Asterisk adds some with each release.</summary>
    [Fact]
    public async Task Read_unknown_type_and_unknown_fields_are_read_and_mean_nothing()
    {
        _ari.Tells("""{"type":"ChannelLevitated","height":{"metres":[1,2]},"channel":{"id":"x","colour":"red"}}""");
        _ari.Tells("""{"type":"StasisEnd","colour":null,"channel":{"id":"x","wings":{"left":true}}}""");
        _ari.HangsUp();

        var events = await ReadAsync();

        events.Select(e => _translator.Translate(e!))
            .ShouldBe([null, new Input.LegEnded(new LegId(new NodeId("n1"), "x"), HangupCause.NormalClearing)]);
    }

    [Theory]
    [MemberData(nameof(Golden.Files), MemberType = typeof(Golden))]
    public async Task Read_each_recorded_event_cut_anywhere_costs_itself_alone(string file)
    {
        var cut = 0;
        foreach (var line in Golden.Lines(file))
        {
            for (var length = 0; length < line.Length; length += 1 + (length % 5), cut++)
            {
                _ari.Tells(line[..length]);
            }
        }

        await ShouldCostThemselvesAloneAsync(cut);
    }

    /// <summary>Each value of each recorded event, one after the other, replaced by one of each other kind.</summary>
    [Theory]
    [MemberData(nameof(Golden.Files), MemberType = typeof(Golden))]
    public async Task Read_each_recorded_value_of_another_kind_costs_its_event_at_most(string file)
    {
        var told = 0;
        foreach (var line in Golden.Lines(file))
        {
            foreach (var spoiled in Spoiled(line))
            {
                _ari.Tells(spoiled);
                told++;
            }
        }
        _ari.Tells(Good);
        _ari.HangsUp();

        var events = await ReadAsync();

        events.Count.ShouldBe(told + 1);
        events.ShouldContain((AriEvent?)null);
        foreach (var e in events.OfType<AriEvent>())
        {
            Should.NotThrow(() => _translator.Translate(e), $"{e}");
        }
        events[^1]!.Channel!.Id.ShouldBe("good");
    }

    [Fact]
    public async Task Read_peer_that_vanishes_is_an_error()
    {
        _ari.WhenAskedForEvents = http => http.Abort();

        await Should.ThrowAsync<WebSocketException>(ReadAsync());
    }

    private static string Long(int length) => """{"type":"StasisEnd","channel":{"id":" """.TrimEnd() + new string('x', length) + "\"}}";

    private static IEnumerable<string> Spoiled(string line)
    {
        var places = Places(JsonNode.Parse(line)!).Count();
        foreach (var wrong in (string[])["null", "17", "\"text\"", "true", "[]", "[null]", "{}", "{\"id\":null}", "(left out)"])
        {
            for (var place = 0; place < places; place++)
            {
                var root = JsonNode.Parse(line)!;
                var (parent, name) = Places(root).ElementAt(place);
                if (wrong == "(left out)")
                {
                    parent.Remove(name);
                }
                else
                {
                    parent[name] = JsonNode.Parse(wrong);
                }
                yield return root.ToJsonString();
            }
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode node) =>
        node is JsonObject o ? o.SelectMany(p => Places(p.Value!).Prepend((o, p.Key))) : [];

    private Task ShouldCostItselfAloneAsync() => ShouldCostThemselvesAloneAsync(1);

    private async Task ShouldCostThemselvesAloneAsync(int count)
    {
        _ari.Tells(Good);
        _ari.HangsUp();

        var events = await ReadAsync();

        events.Count.ShouldBe(count + 1);
        events.SkipLast(1).ShouldAllBe(e => e == null);
        events[^1]!.Channel!.Id.ShouldBe("good");
    }

    private Task<List<AriEvent?>> ReadAsync() => AllOfAsync(_ari);

    /// <summary>All that comes, until the socket is closed.</summary>
    internal static async Task<List<AriEvent?>> AllOfAsync(FakeAri ari)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var socket = new AriSocket();
        await socket.ConnectAsync(ari.Options, TelephonyNode.App, limit.Token);
        List<AriEvent?> events = [];
        await foreach (var e in socket.ReadAsync(limit.Token))
        {
            events.Add(e);
        }
        return events;
    }
}
