using Hotline.Telephony.Capture;

namespace Hotline.Telephony.Tests;

/// <summary>Which share of new calls is let in, by how slow Asterisk is and how much it does.</summary>
public sealed class AdmissionTests
{
    private readonly AdmissionShare _share = new();

    private int Look(int offered, int served, params int?[] lags)
    {
        foreach (var lag in lags)
        {
            _share.Look(new NodeLook(lag is { } ms ? TimeSpan.FromMilliseconds(ms) : null, offered, served));
        }
        return _share.Percent;
    }

    private int Look(params int?[] lags) => Look(40, 40, lags);

    [Fact]
    public void A_machine_with_room_lets_everybody_in() => Look(0, 1, 5, null, null, 50, 3).ShouldBe(100);

    [Fact]
    public void A_single_stall_turns_nobody_away() => Look(1, 400, 2, 1, 300, 1).ShouldBe(100);

    [Fact]
    public void A_lag_that_stays_cuts_to_what_is_served_and_less_until_it_shrinks()
    {
        Look(90, 40, Enumerable.Repeat((int?)1, 20).ToArray());
        var first = Look(90, 40, 200, 210);
        first.ShouldBeInRange(35, 40);
        Look(90, 40, 230).ShouldBeLessThan(first);
        Look(90, 0, Enumerable.Repeat((int?)900, 50).ToArray()).ShouldBe(AdmissionShare.Least);
    }

    [Fact]
    public void A_great_lag_cuts_at_once()
    {
        Look(40, 40, Enumerable.Repeat((int?)1, 20).ToArray());
        Look(40, 40, 600).ShouldBeInRange(83, 86);
    }

    [Fact]
    public void While_the_lag_shrinks_nothing_more_is_cut()
    {
        Look(40, 40, Enumerable.Repeat((int?)1, 20).ToArray());
        Look(40, 40, 1_000, 600, 400, 250).ShouldBeInRange(83, 86);
    }

    [Fact]
    public void Silence_after_a_lag_means_that_nothing_comes_through()
    {
        Look(40, 40, Enumerable.Repeat((int?)1, 20).ToArray());
        Look(40, 40, 1_000);
        Look(40, 20, [null]).ShouldBeLessThan(85);
    }

    /// <summary>It was the other way: cut to five of a hundred, and 6 of 127 served while half as many as before came.</summary>
    [Fact]
    public void When_fewer_come_as_many_are_let_in_as_before()
    {
        Look(90, 40, Enumerable.Repeat((int?)1, 20).ToArray());
        var share = Look(90, 40, 200, 210);
        Look(45, 34, 110, 50, 40, 30).ShouldBeGreaterThan(share * 2);
        Look(30, 30, 5, 5, 5, 5).ShouldBe(100);
    }

    [Fact]
    public void When_it_is_over_all_are_let_in_again()
    {
        Look(90, 5, Enumerable.Repeat((int?)900, 50).ToArray());
        Look(20, 20, Enumerable.Repeat((int?)2, 20).ToArray()).ShouldBe(100);
        Look(90, 5, Enumerable.Repeat((int?)900, 50).ToArray());
        Look(0, 0, Enumerable.Repeat((int?)null, 60).ToArray()).ShouldBe(100); // nobody calls any more
    }

    /// <summary>An Asterisk that tells nothing of its messages: what was offered is reckoned from what came through the share.</summary>
    [Fact]
    public void Where_only_served_calls_are_seen_it_holds_all_the_same()
    {
        Look(0, 40, Enumerable.Repeat((int?)1, 20).ToArray());
        Look(0, 40, 200, 210).ShouldBeInRange(83, 86);
        Look(0, 34, Enumerable.Repeat((int?)2, 12).ToArray()).ShouldBe(100);
    }

    [Fact]
    public void The_middle_lag_of_a_while_counts_beyond_what_is_usual_of_each_kind()
    {
        var lag = new NodeLag();
        lag.Take().ShouldBe(new NodeLook(null, 0, 0));
        lag.NoteArrival(TimeSpan.FromMilliseconds(-3)); // its clock is ahead of ours
        lag.NoteArrival(TimeSpan.FromMilliseconds(0));
        lag.NoteArrival(TimeSpan.FromMilliseconds(50)); // one that is late for itself
        lag.Take().ShouldBe(new NodeLook(TimeSpan.FromMilliseconds(3), 0, 3));
        lag.NoteArrival(TimeSpan.FromMilliseconds(47));
        lag.NoteCommand(TimeSpan.FromMilliseconds(2));
        lag.NoteAnswer(TimeSpan.FromMilliseconds(4));
        lag.Take().ShouldBe(new NodeLook(TimeSpan.FromMilliseconds(50), 1, 1));
        lag.NoteCommand(TimeSpan.FromMilliseconds(202));
        lag.NoteAnswer(TimeSpan.FromMilliseconds(304));
        lag.NoteAnswer(TimeSpan.FromMilliseconds(304));
        lag.NoteAnswer(TimeSpan.FromMilliseconds(5)); // turned away at once, while the others wait
        lag.Take().Lag.ShouldBe(TimeSpan.FromMilliseconds(300));
        lag.NoteEvent(TimeSpan.FromMilliseconds(1));
        lag.NoteEvent(TimeSpan.FromMilliseconds(401));
        lag.NoteEvent(TimeSpan.FromMilliseconds(401));
        lag.Take().Lag.ShouldBe(TimeSpan.FromMilliseconds(400));
        lag.Forget();
        lag.NoteArrival(TimeSpan.FromMilliseconds(900));
        lag.Take().Lag.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_call_that_waits_counts_where_none_is_answered()
    {
        var lag = new NodeLag();
        lag.NoteWaiting(TimeSpan.FromMilliseconds(800));
        lag.Take().Lag.ShouldBe(TimeSpan.FromMilliseconds(800));
        lag.NoteWaiting(TimeSpan.FromMilliseconds(800)); // one lies there, for itself
        lag.NoteAnswer(TimeSpan.FromMilliseconds(3));
        lag.Take().Lag.ShouldBe(TimeSpan.Zero);
        lag.Take().Lag.ShouldBeNull();
    }
}
