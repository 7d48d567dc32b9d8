using System.Data.Common;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Loop;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Cases;

/// <summary>
/// Reads the outbox for desks: a unit hears of what was dispatched to it, urged, demanded and decided. One row that cannot be told keeps
/// no other back.
/// </summary>
internal sealed partial class DeskOutboxJob(
    Outbox outbox, CaseStore cases, CityLoop rules, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<DeskOutboxJob> log)
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
        var due = await outbox.DueAsync(Outbox.Desks, clock.Now, AtOnce, cancellationToken);
        foreach (var row in due)
        {
            try
            {
                await TellAsync(row, cancellationToken);
                await outbox.DoneAsync(Outbox.Desks, row.TicketId, row.StepNo, cancellationToken);
            }
            catch (Exception e) when (e is not (OperationCanceledException or DbException))
            {
                var wait = TimeSpan.FromSeconds(Math.Min(PutOffMax.TotalSeconds, Math.Pow(2, Math.Min(row.Attempts, 20))));
                LogNotTold(row.TicketId, row.StepNo, wait, e);
                await outbox.PutOffAsync(row, clock.Now + wait, cancellationToken);
            }
        }
        return due.Count;
    }

    private async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var id = new TicketId(row.TicketId);
        if (await cases.LoadAsync(id, rules, cancellationToken) is { } subject
            && (await cases.StepsAsync(id, cancellationToken)).FirstOrDefault(step => step.Step.Number == row.StepNo) is { } step)
        {
            var (units, what) = step switch
            {
                { Verb: { } verb } => (UnitsToldOf(verb, step.Step, subject), Code.Of(verb)),
                { Step.FollowUp: { } followUp } => (Live(subject), Code.Of(followUp)),
                _ => ([], ""),
            };
            await cases.NoticeAsync([.. units.Distinct().Select(unit => new CaseNoticeRow
            {
                TicketId = row.TicketId, Tenant = subject.Ticket.Tenant, Unit = unit, Topic = "step", What = what, At = step.Step.At,
            })], cancellationToken);
        }
    }

    // Who did it need not be told.
    private static IEnumerable<string> UnitsToldOf(LoopVerb verb, TicketStep step, TicketCase subject) => verb switch
    {
        LoopVerb.Dispatch or LoopVerb.DecideCoordination or LoopVerb.SubAssign or LoopVerb.Withdraw or LoopVerb.MarkUrgent => Live(subject),
        LoopVerb.Urge or LoopVerb.Supervise or LoopVerb.DecideReturn or LoopVerb.DecideExtension or LoopVerb.DecideTemporaryClosure => Live(subject),
        _ when step.To == TicketState.Redo && step.From != TicketState.Redo => Live(subject),
        _ => [],
    };

    private static IEnumerable<string> Live(TicketCase subject) => subject.Assignments.Where(task => !task.IsOver).Select(task => task.Unit);

    [LoggerMessage(1, LogLevel.Warning, "The desks were not told of step {Step} of ticket {Ticket}; it is tried again in {Wait}")]
    private partial void LogNotTold(string ticket, int step, TimeSpan wait, Exception e);
}
