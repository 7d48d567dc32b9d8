using System.Globalization;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Tests.Config;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Testkit;
using Hotline.Tickets;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Loop;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>The ringing of duty phones with its own database and a clock by hand; the telephones write down what is asked of them.</summary>
internal sealed class DutyRoom : IDutyLines, IAsyncDisposable
{
    public const string Unit = "kf-water", Ticket = "t-c1";
    private readonly Room _room;
    private readonly SteadyClock _clock;
    private readonly CityLoop _rules;
    private int _wishes;

    private DutyRoom(Room room, DateTimeOffset start)
    {
        _room = room;
        Time = new HandTime(start);
        _clock = new SteadyClock(Time);
        _rules = new CityLoop(room.City, new LiveCalendar(room.City, new CalendarStore(room.Database)));
        Store = new DutyCallStore(room.Database);
        Restart();
    }

    public HandTime Time { get; }
    public DutyCallStore Store { get; }
    public DutyInbox Inbox { get; private set; } = null!;
    public bool Open { get; set; } = true;

    /// <summary>What was asked of the telephones.</summary>
    public List<string> Asked { get; } = [];

    public CityConfiguration City => _room.City;
    private DutyRinger Ringer { get; set; } = null!;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="start">When it is.</param>
    /// <param name="lines">How many may be rung at once.</param>
    /// <param name="people">The unit's list; empty where it has none.</param>
    public static async Task<DutyRoom> OpenAsync(DateTimeOffset start, int lines, params IReadOnlyList<DutyPerson> people)
    {
        var city = Cities.Kaifeng with
        {
            Duty = new DutyLimits { Lines = lines },
            DutyPhones = new DutyPhones(
                [.. people.Select((person, no) => new DutyPhone(Unit, no + 1, person, new DateOnly(2026, 1, 1), null))], Cities.Kaifeng.Units),
        };
        return new DutyRoom(await Room.OpenAsync(city), start);
    }

    /// <summary>Another server on the same database.</summary>
    public void Restart()
    {
        Inbox = new DutyInbox();
        Ringer = new DutyRinger(
            Store, new CaseStore(_room.Database), _rules, this, Inbox, City, _clock, _room.Faults, NullLogger<DutyRinger>.Instance);
    }

    /// <summary>An urgent ticket that was dispatched to the unit now.</summary>
    public async Task<string> DispatchedAsync(string call = "c1", Urgency urgency = Urgency.SpecialUrgent)
    {
        var (now, id) = (_clock.Now, "t-" + call);
        await _room.Ledger.UpsertAsync(City.Tenant, [_room.Record(call, TerminalState.Answered, now, agent: "1001")], Cancel);
        await _room.Tickets.OpenDraftAsync(
            TicketOpenings.Of(City.Tenant, new TicketId(id), new CallId(call), new AgentId("1001"), "12345", "13800006021", now), Cancel);
        var form = new TicketForm
        {
            DemandType = DemandType.Complaint, Category = "0104", Title = "大面积停水", Text = "全区停水", Unit = Unit, Urgency = urgency,
        };
        (await new TicketCommands(_room.Database).DoAsync(
            new TicketWish(id, 1, new TicketCommand.RecordOutcome(TicketActor.System, form, new CallOutcome.Ticket()), TicketSight.Everything, now,
                City.DateAt(now), "") { Birth = _rules }, Cancel)).ShouldBeOfType<TicketAnswer.Done>();
        await DoAsync(id, wish => new Dispatch(new TicketActor("3001", TicketRole.Dispatcher), wish, Unit, [], null));
        return id;
    }

    public Task SignedAsync(string id = Ticket) => DoAsync(id, wish => new Sign(new TicketActor("4003", TicketRole.UnitHandler, Unit), wish));

    /// <summary>The outbox is read, then the ringer does what is to be done; these were asked of the telephones.</summary>
    public async Task StepAsync(params string[] asked)
    {
        Asked.Clear();
        using var job = new DutyOutboxJob(new Outbox(_room.Database), new CaseStore(_room.Database), _rules, Store, Inbox, City, _clock, Time,
            _room.Faults, NullLogger<DutyOutboxJob>.Instance);
        await job.TellDueAsync(Cancel);
        await Ringer.StepAsync(Cancel);
        Asked.ShouldBe(asked);
    }

    /// <summary>Something is heard of a line, then as <see cref="StepAsync"/>.</summary>
    public Task HearsAsync(DutyNews news, params string[] asked)
    {
        Inbox.Post(news);
        return StepAsync(asked);
    }

    /// <summary>Somebody wishes something.</summary>
    public async Task<bool> WishesAsync(DutyFact fact, params string[] asked)
    {
        var wished = Inbox.WishAsync(Ticket, 1, fact, Cancel);
        await StepAsync(asked);
        return await wished;
    }

    public async Task<DutyCall> CallAsync(string id = Ticket) => (await Store.OfTicketAsync(id, Cancel)).ShouldHaveSingleItem().Call;

    /// <summary>What the desks of the hotline were told of ringing.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync() =>
        [.. (await new CaseStore(_room.Database).NoticesAsync(City.Tenant, "", _clock.Now.AddDays(-9), 10, Cancel))
            .Where(notice => notice.Topic == "duty").Select(notice => notice.What).Reverse()];

    public static DutyLine Line(int attempt, string ticket = Ticket) => new(ticket, 1, attempt);

    public void Ring(DutyLine line, string number, string trunk, string caller, TimeSpan limit) =>
        Asked.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Channel}: ring {number}@{trunk} as {caller}"));

    public void Read(DutyLine line, int reading, bool special, string number) =>
        Asked.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Channel}: read {reading} {(special ? "specialUrgent" : "special")} {number}"));

    public void Thank(DutyLine line, int reading) => Asked.Add($"{line.Channel}: thank");

    public void HangUp(DutyLine line) => Asked.Add($"{line.Channel}: hang up");

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    private async Task DoAsync(string id, Func<string, LoopCommand> command)
    {
        var wish = command(string.Create(CultureInfo.InvariantCulture, $"wish-{_wishes++}"));
        (await new TicketCommands(_room.Database).DoAsync(new CaseWish(id, (_, _) => wish, [Unit], null, _ => true, _rules, _clock.Now, ""), Cancel))
            .ShouldBeOfType<CaseAnswer.Done>();
    }
}
