using Hotline.Routing;

namespace Hotline.Routing.Tests.Queues;

/// <summary>What a waiting caller is told of his place and of the time it will take.</summary>
public sealed class PlaceTests
{
    private readonly FloorHarness _f = new(
        new RoutingSettings { AfterCallWork = false, Greeting = false, PlaceAfter = TimeSpan.FromSeconds(45),
            PlaceEvery = TimeSpan.FromSeconds(60) });

    private IEnumerable<(string Call, QueuePlace? Place)> Told =>
        _f.All.OfType<Effect.PlayPrompt>().Where(p => p.Prompt == Prompt.Place).Select(p => (p.Call.Value, p.Place));

    [Fact]
    public void A_caller_is_told_his_place_in_time_and_again()
    {
        _f.SignIn("1001");
        _f.Call("a");
        _f.Call("b");
        _f.After(44);
        Told.ShouldBeEmpty();
        _f.After(1);
        Told.ShouldBe([("ca", new QueuePlace(0, null)), ("cb", new QueuePlace(1, null))]);
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, new CallId("ca"), Prompt.Place));
        _f.After(60);
        Told.Count(t => t.Call == "ca").ShouldBe(2);
        Told.Count(t => t.Call == "cb").ShouldBe(1, "his first announcement never ended: nothing is played over it");
    }

    [Fact]
    public void Music_stops_for_it_and_goes_on_after_it()
    {
        var call = _f.Call("a");
        _f.After(45);
        _f.Last.OfType<Effect.CallEffect>().Where(e => e is not Effect.MarkCall).Select(e => e.GetType().Name).ShouldBe(["StopMusic", "PlayPrompt"]);
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.Place)).ShouldContain(new Effect.StartMusic(call, FloorHarness.Leg("a")));
    }

    [Fact]
    public void An_agent_who_answers_cuts_it_short()
    {
        var call = _f.Call("a");
        _f.After(46).Ready("1001");
        _f.Answer(call);
        _f.Last.ShouldContain(new Effect.StopPrompt(call, FloorHarness.Node, Prompt.Place));
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.Place)).OfType<Effect.PlayPrompt>()
            .Single().Prompt.ShouldBe(Prompt.AgentNumber);
        _f.After(200);
        Told.ShouldHaveSingleItem();
    }

    /// <summary>Who was first in a line of one waited 40 s for his place; who is third now will probably wait three times as long.</summary>
    [Fact]
    public void The_wait_is_told_from_the_pace_of_the_line()
    {
        _f.SignIn("1001");
        var first = _f.Call("a");
        _f.After(40).Ready("1001");
        _f.Answer(first);
        foreach (var name in new[] { "b", "c", "d" })
        {
            _f.Call(name);
        }
        _f.After(45);
        // The head has waited 45 s for one place: that is slower, and newer.
        Told.OrderBy(t => t.Call).Select(t => t.Place)
            .ShouldBe([new(0, TimeSpan.FromSeconds(45)), new(1, TimeSpan.FromSeconds(90)), new(2, TimeSpan.FromSeconds(135))]);
    }

    [Fact]
    public void Beyond_a_hundred_nobody_counts()
    {
        for (var n = 0; n < 103; n++)
        {
            _f.Call($"{n:D3}", caller: $"138{n:D8}");
        }
        _f.After(45);
        Told.OrderBy(t => t.Call).Select(t => t.Place!.Ahead).TakeLast(3).ShouldBe([100, null, null]);
    }

    [Fact]
    public void A_city_can_do_without()
    {
        var f = new FloorHarness(new RoutingSettings { PlaceAfter = TimeSpan.Zero });
        f.Call("a");
        f.After(600);
        f.All.OfType<Effect.PlayPrompt>().ShouldNotContain(p => p.Prompt == Prompt.Place);
    }
}
