using System.Data.Common;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Tickets;

/// <summary>
/// Reads the outbox for the floor: an outcome that was recorded reaches it also where the server ended between the two. One row that cannot
/// be told does not keep the others back.
/// </summary>
internal sealed partial class FloorOutboxJob(
    Outbox outbox, TicketStore tickets, TicketDesk desk, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<FloorOutboxJob> log)
    : SteadyService(time, faults, log)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PutOffMax = TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, Time);
        do
        {
            try
            {
                while (await TellDueAsync(stoppingToken) == AtOnce)
                {
                }
            }
            catch (DbException)
            {
                // The database is away, which others say; what is due stays so.
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Tells what is due, at most a hundred.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> TellDueAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.DueAsync(Outbox.Floor, clock.Now, AtOnce, cancellationToken);
        foreach (var row in due)
        {
            await TellAsync(row, cancellationToken);
        }
        return due.Count;
    }

    private async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (await tickets.LoadAsync(new TicketId(row.TicketId), cancellationToken) is { } ticket)
            {
                await desk.TellAsync(ticket, cancellationToken);
            }
            await outbox.DoneAsync(Outbox.Floor, row.TicketId, row.StepNo, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException))
        {
            var wait = TimeSpan.FromSeconds(Math.Min(PutOffMax.TotalSeconds, Math.Pow(2, Math.Min(row.Attempts, 20))));
            LogNotTold(row.TicketId, row.StepNo, wait, e);
            await outbox.PutOffAsync(row, clock.Now + wait, cancellationToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The floor was not told of step {Step} of ticket {Ticket}; it is tried again in {Wait}")]
    private partial void LogNotTold(string ticket, int step, TimeSpan wait, Exception e);
}
