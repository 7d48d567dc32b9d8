namespace Hotline.Telephony.Tests;

/// <summary>Which share of new calls is let in, by how slow Asterisk is.</summary>
public sealed class AdmissionTests
{
    private readonly AdmissionShare _share = new();

    private int Look(params int?[] lags)
    {
        foreach (var lag in lags)
        {
            _share.Look(lag is { } ms ? TimeSpan.FromMilliseconds(ms) : null);
        }
        return _share.Percent;
    }

    [Fact]
    public void A_machine_with_room_lets_everybody_in() => Look(0, 1, 5, null, null, 80, 3).ShouldBe(100);

    [Fact]
    public void A_single_stall_turns_nobody_away() => Look(1, 400, 2, 1, 300, 1).ShouldBe(100);

    [Fact]
    public void A_lag_that_stays_cuts_what_is_let_in_and_never_to_nothing()
    {
        Look(1, 200, 210).ShouldBe(75);
        Look(230).ShouldBe(56);
        Look(Enumerable.Repeat((int?)900, 50).ToArray()).ShouldBe(AdmissionShare.Least);
    }

    [Fact]
    public void A_great_lag_cuts_at_once() => Look(1, 600).ShouldBe(75);

    [Fact]
    public void While_the_lag_shrinks_nothing_more_is_cut() => Look(1, 1_000, 600, 400, 250).ShouldBe(75);

    [Fact]
    public void Silence_after_a_lag_means_that_nothing_comes_through() => Look(1, 1_000, null).ShouldBe(56);

    [Fact]
    public void When_it_is_over_all_are_let_in_again()
    {
        Look(Enumerable.Repeat((int?)900, 50).ToArray());
        Look(Enumerable.Repeat((int?)2, 12).ToArray()).ShouldBe(100);
        Look(Enumerable.Repeat((int?)900, 50).ToArray());
        Look(Enumerable.Repeat((int?)null, 60).ToArray()).ShouldBe(100); // nobody calls any more
    }

    [Fact]
    public void The_least_lag_of_a_while_counts_beyond_what_is_usual_of_either_kind()
    {
        var lag = new NodeLag();
        lag.Take().ShouldBeNull();
        lag.NoteArrival(TimeSpan.FromMilliseconds(-3)); // its clock is ahead of ours
        lag.NoteArrival(TimeSpan.FromMilliseconds(50));
        lag.Take().ShouldBe(TimeSpan.Zero);
        lag.NoteArrival(TimeSpan.FromMilliseconds(47));
        lag.NoteCommand(TimeSpan.FromMilliseconds(2));
        lag.Take().ShouldBe(TimeSpan.FromMilliseconds(50));
        lag.NoteCommand(TimeSpan.FromMilliseconds(202));
        lag.Take().ShouldBe(TimeSpan.FromMilliseconds(200));
        lag.Forget();
        lag.NoteArrival(TimeSpan.FromMilliseconds(900));
        lag.Take().ShouldBe(TimeSpan.Zero);
    }
}
