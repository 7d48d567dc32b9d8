using System.Data.Common;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Import;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Imports;

/// <summary>
/// Imports what stands in the imports that are not done, ticket by ticket. How far it came stands with the import; a ticket that was kept before a
/// restart is known by its number of before.
/// </summary>
internal sealed partial class ImportJob(
    ImportStore store, CityLoop rules, CityConfiguration city, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<ImportJob> log)
    : SteadyService(time, faults, log)
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, Time);
        do
        {
            try
            {
                foreach (var row in await store.UnfinishedAsync(city.Tenant, stoppingToken))
                {
                    await ImportAsync(row, stoppingToken);
                }
            }
            catch (DbException)
            {
                // The database is away, which others say; what is left is imported when it is back.
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ImportAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var tickets = await store.ContentAsync(row, cancellationToken);
        while (row.DoneAt is null)
        {
            foreach (var ticket in tickets.Skip(row.NextRow).Take(AtOnce))
            {
                var kept = await TryAsync(row, ticket, cancellationToken);
                row = row with
                {
                    NextRow = row.NextRow + 1,
                    Added = row.Added + (kept == true ? 1 : 0),
                    Known = row.Known + (kept == false ? 1 : 0),
                    Failed = row.Failed + (kept is null ? 1 : 0),
                    Report = kept is not null ? row.Report : ImportJson.Of(
                        [.. ImportJson.ProblemsOf(row.Report), new ImportProblem(ticket.Line, "", ticket.SourceNumber, ImportMistake.Unreadable)]),
                };
            }
            row = row with { DoneAt = row.NextRow >= tickets.Count ? clock.Now : null };
            await store.MoveAsync(row, cancellationToken);
        }
    }

    /// <summary>True: it is a ticket now; false: it was one already; null: it cannot be kept, and stands in the report.</summary>
    private async Task<bool?> TryAsync(ImportRow row, ImportedTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            return await store.KeepAsync(
                new ImportWish(
                    ImportDesk.IdOf(row.Tenant, ticket.SourceNumber), row.Tenant, ticket, new TicketActor(row.MadeBy, TicketRole.Dispatcher),
                    Text.Of("import.reason", ticket.SourceNumber), rules, clock.Now, city.DateAt(ticket.AcceptedAt)),
                cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException))
        {
            LogNotKept(row.ImportNo, ticket.Line, e);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Line {Line} of import {Import} cannot be kept")]
    private partial void LogNotKept(int import, int line, Exception e);
}
