using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>The floor's records as they come to the database.</summary>
public sealed class LedgerFeedTests : IAsyncLifetime
{
    private static readonly CallId Call = new("c1");
    private static readonly TicketId TicketOfCall = new("t-c1");
    private Room _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _room = await Room.OpenAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Write_record_is_the_calls_row()
    {
        _room.Feed.Write(_room.Clock.Now, new Effect.WriteLedger(_room.Record("c1", TerminalState.Answered, _room.Clock.Now, agent: "1001")));
        var row = (await _room.RowAsync("c1")).ShouldNotBeNull();
        (row.Tenant, row.AgentId, row.TerminalState).ShouldBe((_room.City.Tenant.Value, "1001", "answered"));
    }

    [Fact]
    public async Task Write_open_ticket_is_the_agents_draft()
    {
        _room.Feed.Write(_room.Clock.Now, new Effect.OpenTicket(Call, TicketOfCall, new AgentId("1001"), "12348", "13800006021"));
        var ticket = await TicketAsync();
        (ticket.State, ticket.AgentId, ticket.CallId, ticket.Dialled, ticket.Caller)
            .ShouldBe((TicketState.Draft, "1001", "c1", "12348", "13800006021"));
    }

    /// <summary>Nobody is left to write it: it has its outcome all the same (CALL-07).</summary>
    [Theory]
    [InlineData(ClosedBecause.AgentGone, "1001", "座席 1001")]
    [InlineData(ClosedBecause.HandedToParty, "99999", "99999")]
    public async Task Write_close_ticket_is_handed_on_with_the_reason(ClosedBecause because, string subject, string summary)
    {
        _room.Feed.Write(_room.Clock.Now, new Effect.CloseTicket(Call, TicketOfCall, because, subject, "12345", ""));
        var ticket = await TicketAsync();
        (ticket.Outcome, ticket.State).ShouldBe((OutcomeKind.Transfer, TicketState.Transferred));
        ticket.Summary.ShouldContain(summary);
    }

    [Fact]
    public async Task Write_handed_to_a_party_of_the_city_names_it()
    {
        var party = _room.City.Parties[0];
        _room.Feed.Write(_room.Clock.Now, new Effect.CloseTicket(Call, TicketOfCall, ClosedBecause.HandedToParty, party.Target, "12345", ""));
        (await TicketAsync()).Summary.ShouldContain(party.Name);
    }

    [Fact]
    public void Write_what_is_no_record_is_passed_over()
    {
        _room.Feed.Write(_room.Clock.Now, new Effect.ShowFloor());
        _room.Writes.Pending.ShouldBe(0);
    }

    private async Task<Ticket> TicketAsync()
    {
        await _room.WrittenAsync();
        return (await _room.Tickets.LoadAsync(TicketOfCall, Cancel)).ShouldNotBeNull();
    }
}
