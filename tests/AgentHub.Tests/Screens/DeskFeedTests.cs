using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Tests.Config;
using Hotline.Exchange;
using Hotline.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>What desks are told, and when.</summary>
public sealed class DeskFeedTests
{
    private static readonly NodeId Node = new("n1");
    private static readonly AgentId Agent = new("1001");
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
    private readonly CallDistributor _floor = new(Cities.Kaifeng.Tenant, new RoutingSettings(), Cities.Kaifeng.Numbers, TimeSpan.FromHours(8), 1);
    private readonly ScreenFaults _faults = new(NullLogger<ScreenFaults>.Instance);
    private readonly DeskFeed _feed;
    private readonly DeskBrowser _browser = new();
    private bool _databaseBreaks;

    public DeskFeedTests()
    {
        _feed = new DeskFeed(new FloorCamera(Node),
            new DeskViews(Cities.Kaifeng, new TruthBook(),
                () => _databaseBreaks ? throw new KeyNotFoundException("a word that is missing") : (true, 0)), _faults);
        Apply(new Input.NodeSnapshot(Node, Start, [], []));
        Apply(new Input.AgentSignedIn(Agent, "李雯", [], new PhoneAddress(Node, "a1")));
        _feed.Connect("c", Agent, "p", returns: false, watchesFloor: false, _browser, CancellationToken.None);
    }

    /// <summary>A desk drawn a moment before a call came kept showing that nobody waits, for as long as nothing else happened.</summary>
    [Fact]
    public async Task A_desk_that_was_drawn_a_moment_before_is_told_that_somebody_waits()
    {
        _feed.ShowQueues(_floor, Start);
        _feed.Show(Agent, _floor, Start);
        (await _browser.NextAsync()).Queues.ShouldBeEmpty();

        Apply(Arrival());
        _feed.ShowQueues(_floor, Start.AddMilliseconds(100));

        (await _browser.NextAsync()).Queues.ShouldHaveSingleItem().Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task Desks_agree_on_who_waits_whenever_they_were_drawn()
    {
        _feed.ShowQueues(_floor, Start);
        Apply(Arrival());
        _feed.Show(Agent, _floor, Start); // the agent's own state changed
        (await _browser.NextAsync()).Queues.ShouldBeEmpty();
        Apply(new Input.LegEnded(new LegId(Node, "x"), HangupCause.NormalClearing));
        _feed.ShowQueues(_floor, Start.AddSeconds(1)); // gone before it was shown to anybody
        _feed.Show(Agent, _floor, Start.AddSeconds(1));
        (await _browser.NextAsync()).Queues.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_is_counted_and_the_next_one_comes()
    {
        _databaseBreaks = true;
        _feed.Show(Agent, _floor, Start);
        while (_faults.NotDrawnCount == 0)
        {
            await Task.Yield();
        }
        _databaseBreaks = false;
        _feed.Show(Agent, _floor, Start.AddSeconds(1));
        (await _browser.NextAsync()).Now.ShouldBe(Start.AddSeconds(1));
        (_faults.NotDrawnCount, _faults.NotSentCount).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_browser_that_breaks_is_counted_and_keeps_nothing_from_the_others()
    {
        var broken = new DeskBrowser { Breaks = true };
        _feed.Connect("d", Agent, "q", returns: false, watchesFloor: false, broken, CancellationToken.None);
        _feed.Show(Agent, _floor, Start);
        (await _browser.NextAsync()).Now.ShouldBe(Start);
        while (_faults.NotSentCount == 0)
        {
            await Task.Yield();
        }
        broken.Breaks = false;
        _feed.Show(Agent, _floor, Start.AddSeconds(1));
        (await broken.NextAsync()).Now.ShouldBe(Start.AddSeconds(1));
    }

    private static Input.CallArrived Arrival() =>
        new(new CallId("c1"), new TicketId("t1"), new LegId(Node, "x"), "carrier", "12345", "13800006021", "", Start);

    private void Apply(Input input) => _floor.Apply(Start, input, []);
}
