using System.Data.Common;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Tickets;

/// <summary>
/// Reads the outbox for one consumer: what it was not told yet it is told, also where the server ended between the two. One row that cannot
/// be told keeps no other back.
/// </summary>
internal abstract partial class OutboxJob(
    string consumer, Outbox outbox, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger log) : SteadyService(time, faults, log)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PutOffMax = TimeSpan.FromHours(1);
    private readonly ILogger _log = log;

    /// <summary>Tells the consumer of one step; told twice, it changes nothing more.</summary>
    protected abstract Task TellAsync(OutboxRow row, CancellationToken cancellationToken);

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
        var due = await outbox.DueAsync(consumer, clock.Now, AtOnce, cancellationToken);
        foreach (var row in due)
        {
            try
            {
                await TellAsync(row, cancellationToken);
                await outbox.DoneAsync(consumer, row.TicketId, row.StepNo, cancellationToken);
            }
            catch (Exception e) when (e is not (OperationCanceledException or DbException))
            {
                var wait = TimeSpan.FromSeconds(Math.Min(PutOffMax.TotalSeconds, Math.Pow(2, Math.Min(row.Attempts, 20))));
                LogNotTold(consumer, row.TicketId, row.StepNo, wait, e);
                await outbox.PutOffAsync(row, clock.Now + wait, cancellationToken);
            }
        }
        return due.Count;
    }

    [LoggerMessage(1, LogLevel.Warning, "{Consumer} was not told of step {Step} of ticket {Ticket}; it is tried again in {Wait}")]
    private partial void LogNotTold(string consumer, string ticket, int step, TimeSpan wait, Exception e);
}
