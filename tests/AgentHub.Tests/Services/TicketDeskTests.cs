using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Tickets;
using Hotline.AgentHub.Web;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>An outcome is on record first, then the floor is told; the same wish again gets the same answer.</summary>
public sealed class TicketDeskTests : IAsyncLifetime
{
    private static readonly CallId Call = new("c1");
    private static readonly Person Agent = new(new AgentId("1001"), "李雯", [Roles.Agent], null);
    private Room _room = null!;
    private TicketDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.OpenAsync();
        var sights = new Sights(_room.Loop, new SecuritySettings());
        _desk = new TicketDesk(new TicketAccess(_room.Tickets, _room.Loop, _room.LastWrites, sights, _room.City, _room.Clock),
            new TicketCommands(_room.Database), new Outbox(_room.Database), _room.Tickets, _room.Ledger, _room.Loop, sights,
            new CityLoop(_room.City, new LiveCalendar(_room.City, new CalendarStore(_room.Database))), _room.City, _room.Clock);
        await _room.Ledger.UpsertAsync(_room.City.Tenant, [_room.Record("c1", TerminalState.Answered, _room.Clock.Now, agent: "1001")], Cancel);
        await _room.Tickets.OpenDraftAsync(
            TicketOpenings.Of(_room.City.Tenant, new TicketId("t-c1"), Call, Agent.Id, "12345", "13800006021", _room.Clock.Now), Cancel);
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Record_answer_on_the_spot_is_on_record_and_told()
    {
        var done = (await RecordAsync(await FormAsync())).ShouldBeOfType<TicketAnswer.Done>();
        done.Ticket.State.ShouldBe(TicketState.AnsweredDirect);
        (await _room.RowAsync("c1"))!.Outcome.ShouldBe("directAnswer");
        await _room.Loop.ReadAsync(_ => 0, Cancel);
        _room.Figures.Inputs.ShouldBe(1);
    }

    /// <summary>The answer was lost on its way, or somebody clicked twice.</summary>
    [Fact]
    public async Task Record_same_wish_again_gets_the_same_answer()
    {
        var form = await FormAsync();
        var first = (TicketAnswer.Done)await RecordAsync(form);
        var second = (await RecordAsync(form)).ShouldBeOfType<TicketAnswer.Done>();
        second.Ticket.Version.ShouldBe(first.Ticket.Version);
    }

    [Fact]
    public async Task Record_old_version_is_stale_and_changes_nothing()
    {
        var form = await FormAsync();
        var stale = (await RecordAsync(form with { Version = form.Version + 1 })).ShouldBeOfType<TicketAnswer.Stale>();
        stale.Current.State.ShouldBe(TicketState.Draft);
        (await _room.RowAsync("c1"))!.Outcome.ShouldBeNull();
    }

    [Fact]
    public async Task Record_ticket_without_what_it_needs_is_refused_and_draws_no_number()
    {
        var refused = (await RecordAsync(await FormAsync() with { Outcome = "ticket" })).ShouldBeOfType<TicketAnswer.Refused>();
        refused.Why.Code.ShouldBe(TicketRefusal.FieldsMissing);
        (await _room.Tickets.LoadAsync(new TicketId("t-c1"), Cancel))!.Number.ShouldBeNull();
    }

    [Fact]
    public async Task Record_somebody_elses_draft_is_not_there() =>
        (await RecordAsync(await FormAsync(), Agent with { Id = new AgentId("1002") })).ShouldBeOfType<TicketAnswer.NotFound>();

    [Fact]
    public async Task Record_no_such_call_is_not_found() =>
        (await RecordAsync(await FormAsync(), call: new CallId("c9"))).ShouldBeOfType<TicketAnswer.NotFound>();

    [Fact]
    public async Task Remind_only_what_is_on_record_is_told()
    {
        (await _desk.RemindAsync(Call, Cancel)).ShouldBeFalse();
        (await _desk.RemindAsync(new CallId("c9"), Cancel)).ShouldBeFalse();
        await RecordAsync(await FormAsync());
        (await _desk.RemindAsync(Call, Cancel)).ShouldBeTrue();
        await _room.Loop.ReadAsync(_ => 0, Cancel);
        _room.Figures.Inputs.ShouldBe(2);
    }

    private Task<TicketAnswer> RecordAsync(OutcomeForm form, Person? person = null, CallId? call = null)
    {
        var by = person ?? Agent;
        var command = new TicketCommand.RecordOutcome(by.ToActor(), form.ToForm(), form.ToOutcome()!);
        return _desk.RecordAsync(call ?? Call, form.Version, command, by, "10.1.2.3", Cancel);
    }

    private async Task<OutcomeForm> FormAsync() => new()
    {
        Version = (await _room.Tickets.LoadAsync(new TicketId("t-c1"), Cancel))!.Version,
        Outcome = "directAnswer",
        Summary = "已答复",
        DemandType = _room.City.DemandTypes[0].Code,
        Title = "咨询",
        Text = "咨询内容",
    };
}
