using System.Net;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Tickets;
using Microsoft.Extensions.Hosting;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The floor hears of every outcome that is on record, also where the server ended before it told it.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class FloorOutboxTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static readonly DateTimeOffset Whenever = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<IReadOnlyList<OutboxRow>> DueAsync() => server.Part<Outbox>().DueAsync(Outbox.Floor, Whenever, 10, Cancel);

    [Fact]
    public async Task An_outcome_that_the_floor_was_told_is_not_due_any_more()
    {
        await server.TalkedAsync("c-told", "1001");
        using var agent = await server.SignedInAsync("1001");
        var outcome = new { version = 1, outcome = "directAnswer", demandType = "consultation", summary = "已答复" };
        (await agent.SendAsync(HttpMethod.Post, "/api/calls/c-told/outcome", outcome)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outcome_of_a_server_that_ended_before_it_told_it_is_told_by_the_next()
    {
        await server.TalkedAsync("c-untold", "1001");
        var command =
            new TicketCommand.RecordOutcome(new TicketActor("1001", TicketRole.Agent), TicketForm.Empty, new CallOutcome.DirectAnswer("已答复"));
        var now = server.Part<SteadyClock>().Now;
        await server.Part<TicketCommands>()
            .DoAsync(new TicketWish("t-c-untold", 1, command, TicketSight.Everything, now, new DateOnly(2026, 4, 1), ""), Cancel);
        var before = await server.Part<FloorLoop>().ReadAsync(_ => server.Part<FloorFigures>().Inputs, Cancel);

        await server.Part<IEnumerable<IHostedService>>().OfType<FloorOutboxJob>().Single().TellDueAsync(Cancel);

        (await DueAsync()).ShouldBeEmpty();
        (await server.Part<FloorLoop>().ReadAsync(_ => server.Part<FloorFigures>().Inputs, Cancel)).ShouldBeGreaterThan(before);
    }
}
