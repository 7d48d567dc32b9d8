using Hotline.Telephony;
using Hotline.Testkit;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Duty;
using static Hotline.AgentHub.Tests.Services.DutyRoom;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>Duty phones are rung for urgent tickets, saved before they ring, at any hour, through restarts.</summary>
public sealed class DutyRingerTests
{
    private const string First = "duty-t-c1-1-1", Second = "duty-t-c1-1-2", Third = "duty-t-c1-1-3";
    private const string RingZhang = ": ring 13900000001@carrier as 12345", RingLi = ": ring 13900000002@carrier as 12345";

    /// <summary>02:00 on 1 October in the city, the first of eight days off.</summary>
    private static readonly DateTimeOffset Night = new(2026, 9, 30, 18, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ring = new DutyLimits().Ring, Pause = new DutyLimits().Pause;
    private static readonly DutyPerson Zhang = new("张三", "13900000001", "carrier"), Li = new("李四", "13900000002", "carrier");

    [Fact]
    [Requirement("URG-05", Shows = "duty phones are rung at night and on holidays as on any day")]
    [Requirement("URG-03", Shows = "who does not answer is followed by the next on the list, until one acknowledges")]
    public async Task At_two_in_the_night_of_a_holiday_the_first_is_silent_and_the_second_acknowledges()
    {
        await using var room = await OpenAsync(Night, 10, Zhang, Li);
        room.City.Times.Holidays.DayOf(new DateOnly(2026, 10, 1))!.Value.Kind.ShouldBe(DayKind.Holiday);
        var id = await room.DispatchedAsync();
        await room.StepAsync(First + RingZhang);
        await room.StepAsync();

        room.Time.Pass(Ring);
        await room.StepAsync(First + ": hang up", Second + RingLi);
        await room.HearsAsync(new DutyNews.Answered(Line(2)), Second + ": read 1 specialUrgent 000001");
        await room.HearsAsync(new DutyNews.KeyPressed(Line(2), '2'), Second + ": read 2 specialUrgent 000001");
        await room.HearsAsync(new DutyNews.KeyPressed(Line(2), '1'), Second + ": thank");
        await room.HearsAsync(new DutyNews.ReadingEnded(Line(2), 0), Second + ": hang up");
        room.Time.Pass(TimeSpan.FromDays(1));
        await room.StepAsync();

        var call = await room.CallAsync(id);
        (call.State, call.EndedAt, call.NextAt).ShouldBe((DutyState.Acknowledged, Night + Ring, null));
        call.Attempts.Select(attempt => (call.People[attempt.Person].Name, attempt.Result))
            .ShouldBe([("张三", DutyResult.NoAnswer), ("李四", DutyResult.Acknowledged)]);
        (await room.ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ordinary_tickets_ring_nobody()
    {
        await using var room = await OpenAsync(Night, 10, Zhang);
        await room.DispatchedAsync(urgency: Urgency.Normal);
        await room.StepAsync();
    }

    [Fact]
    public async Task A_unit_without_duty_phones_is_told_to_the_hotline_once()
    {
        await using var room = await OpenAsync(Night, 10);
        await room.DispatchedAsync();
        await room.StepAsync();
        await room.StepAsync();
        (await room.CallAsync()).State.ShouldBe(DutyState.NobodyListed);
        (await room.ToldAsync()).ShouldBe(["nobodyListed"]);
    }

    [Fact]
    public async Task Nobody_answers_the_hotline_is_told_the_list_begins_again_and_ends_some_time()
    {
        await using var room = await OpenAsync(Night, 10, Zhang);
        await room.DispatchedAsync();
        await room.StepAsync(First + RingZhang);
        await room.HearsAsync(new DutyNews.Ended(Line(1), DutyLineEnd.Busy));
        (await room.ToldAsync()).ShouldBe(["unanswered"]);
        room.Time.Pass(Pause);
        await room.StepAsync(Second + RingZhang);
        await room.HearsAsync(new DutyNews.Ended(Line(2), DutyLineEnd.Refused));
        room.Time.Pass(Pause);
        await room.StepAsync(Third + RingZhang);
        await room.HearsAsync(new DutyNews.Ended(Line(3), DutyLineEnd.NoAnswer));

        (await room.CallAsync()).Attempts.Select(attempt => attempt.Result).ShouldBe([DutyResult.Busy, DutyResult.Refused, DutyResult.NoAnswer]);
        (await room.CallAsync()).State.ShouldBe(DutyState.Exhausted);
        (await room.ToldAsync()).ShouldBe(["unanswered", "exhausted"]);
    }

    [Fact]
    public async Task A_unit_that_signs_at_its_desk_is_not_rung_any_more()
    {
        await using var room = await OpenAsync(Night, 10, Zhang, Li);
        await room.DispatchedAsync();
        await room.StepAsync(First + RingZhang);
        await room.SignedAsync();
        await room.StepAsync(First + ": hang up");
        room.Time.Pass(Ring);
        await room.StepAsync();
        (await room.CallAsync()).State.ShouldBe(DutyState.Settled);
    }

    [Fact]
    public async Task A_server_that_ended_in_the_middle_goes_on_with_the_line_that_stands()
    {
        await using var room = await OpenAsync(Night, 10, Zhang, Li);
        await room.DispatchedAsync();
        await room.StepAsync(First + RingZhang);

        room.Restart();
        await room.HearsAsync(new DutyNews.NodeSeen([(Line(1), true), (Line(1, "t-none"), true)]),
            First + ": read 1 specialUrgent 000001", "duty-t-none-1-1: hang up");

        room.Restart();
        await room.HearsAsync(new DutyNews.NodeSeen([(Line(1), true)]), First + ": read 2 specialUrgent 000001");
        await room.HearsAsync(new DutyNews.KeyPressed(Line(1), '1'), First + ": thank");
        (await room.CallAsync()).State.ShouldBe(DutyState.Acknowledged);
    }

    [Fact]
    public async Task A_line_that_is_gone_with_the_server_is_rung_again_to_the_same_one()
    {
        await using var room = await OpenAsync(Night, 10, Zhang, Li);
        await room.DispatchedAsync();
        await room.StepAsync(First + RingZhang);

        room.Restart();
        await room.HearsAsync(new DutyNews.NodeSeen([]), Second + RingZhang);
        await room.HearsAsync(new DutyNews.Ended(Line(1), DutyLineEnd.NoAnswer));
        (await room.CallAsync()).Attempts.Select(attempt => attempt.Result).ShouldBe([DutyResult.Interrupted, null]);
    }

    [Fact]
    public async Task While_the_node_is_away_nobody_loses_his_turn()
    {
        await using var room = await OpenAsync(Night, 10, Zhang, Li);
        room.Open = false;
        await room.DispatchedAsync();
        await room.StepAsync();
        room.Time.Pass(TimeSpan.FromHours(1));
        await room.StepAsync();
        room.Open = true;
        await room.HearsAsync(new DutyNews.NodeSeen([]), First + RingZhang);
    }

    [Fact]
    public async Task No_more_lines_are_rung_at_once_than_the_city_gives()
    {
        await using var room = await OpenAsync(Night, 1, Zhang);
        await room.DispatchedAsync();
        await room.DispatchedAsync("c2");
        await room.StepAsync(First + RingZhang);
        await room.HearsAsync(new DutyNews.Ended(Line(1), DutyLineEnd.Busy), "duty-t-c2-1-1" + RingZhang);
    }

    [Fact]
    public async Task Who_watches_passes_on_and_stops_while_it_rings_and_not_after()
    {
        await using var room = await OpenAsync(Night, 10, Zhang, Li);
        (await room.WishesAsync(new DutyFact.NextWished("3001"))).ShouldBeFalse();
        await room.DispatchedAsync();
        await room.StepAsync(First + RingZhang);
        (await room.WishesAsync(new DutyFact.NextWished("3001"), First + ": hang up", Second + RingLi)).ShouldBeTrue();
        (await room.WishesAsync(new DutyFact.StopWished("3001"), Second + ": hang up")).ShouldBeTrue();
        (await room.WishesAsync(new DutyFact.NextWished("3001"))).ShouldBeFalse();
        (await room.CallAsync()).State.ShouldBe(DutyState.Stopped);
    }
}
