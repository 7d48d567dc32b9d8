using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets.Duty;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Duty;

/// <summary>Reads the outbox for duty phones: a step of an urgent ticket makes the ringing for its tasks begin, or end.</summary>
internal sealed class DutyOutboxJob(
    Outbox outbox, CaseStore cases, ICaseRules rules, DutyCallStore store, DutyInbox inbox, CityConfiguration city, SteadyClock clock,
    TimeProvider time, ServiceFaults faults, ILogger<DutyOutboxJob> log)
    : OutboxJob(Outbox.Duty, outbox, clock, time, faults, log)
{
    private readonly SteadyClock _clock = clock;

    protected override async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (await cases.LoadAsync(new TicketId(row.TicketId), rules, cancellationToken) is not { } subject)
        {
            return;
        }
        var now = _clock.Now;
        foreach (var task in DutyCall.Wanted(subject))
        {
            var call = DutyCall.For(subject, task, city.DutyPhones.Of(task.Unit, city.DateAt(now)), now);
            IReadOnlyList<CaseNoticeRow> notices = call.IsLive ? [] : [DutyNotices.Of(city.Tenant, call, DutyNotice.NobodyListed, now)];
            await store.BeginAsync(city.Tenant, call, notices, cancellationToken);
        }
        inbox.Look(row.TicketId);
    }
}
