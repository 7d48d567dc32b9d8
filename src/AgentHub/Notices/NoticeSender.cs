using System.Data.Common;
using System.Security.Cryptography;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Notices;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Notices;

/// <summary>
/// Sends what is due by one way. Each is sent at least once: where the server ends between the gateway's answer and our note of it, it is told
/// again under the same key. What cannot be delivered is tried later and later, and is dead in the end; what must not be sent says why.
/// </summary>
/// <param name="channel">The way.</param>
/// <param name="carrier">Who carries it; null where the way is not set up.</param>
/// <param name="triesMax">So often one is tried.</param>
/// <param name="deliveries">Where they stand.</param>
/// <param name="tickets">Where citizens' numbers stand.</param>
/// <param name="city">Where units are reached.</param>
/// <param name="clock">Now.</param>
/// <param name="faults">Where what nobody thought of is counted.</param>
/// <param name="log">Of the service.</param>
internal sealed partial class NoticeSender(
    NoticeChannel channel, INoticeCarrier? carrier, int triesMax, DeliveryStore deliveries, TicketStore tickets, CityConfiguration city,
    SteadyClock clock, ServiceFaults faults, ILogger log)
{
    private const int AtOnce = 50;

    /// <summary>One slow answer holds up no more than its own lane.</summary>
    private const int Beside = 4;
    private const int Fine = 1_000_000;

    /// <summary>Sends what is due now, as long as there is something.</summary>
    /// <returns>How many rows were looked at.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        for (var all = 0; ;)
        {
            var due = await deliveries.DueAsync(city.Tenant, Code.Of(channel), clock.Now, AtOnce, cancellationToken);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Beside, CancellationToken = cancellationToken },
                async (row, cancel) => await SendAsync(row, cancel));
            all += due.Count;
            if (due.Count == 0)
            {
                return all;
            }
        }
    }

    private async Task SendAsync(DeliveryRow row, CancellationToken cancellationToken)
    {
        Carried carried;
        try
        {
            if (carrier is null)
            {
                await SkipAsync(row, DeliveryReasons.NotSetUp, cancellationToken);
                return;
            }
            var (to, why) = await AddressAsync(row, cancellationToken);
            if (to.Length == 0)
            {
                await SkipAsync(row, why, cancellationToken);
                return;
            }
            carried = await carrier.SendAsync(
                new Message(Invariant($"{row.DeliveryId}-{row.Sendings}"), to, row.Subject, row.Body), cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException))
        {
            faults.Note(nameof(NoticeSender));
            LogFault(row.Way, row.DeliveryId, e.GetType().Name); // its words may hold the number
            carried = new Carried.Later(DeliveryReasons.Fault, e.GetType().Name);
        }
        await deliveries.MoveAsync(After(row, carried), cancellationToken);
    }

    /// <summary>The row as it stands after a try.</summary>
    private DeliveryRow After(DeliveryRow row, Carried carried)
    {
        var (now, attempts) = (clock.Now, row.Attempts + 1);
        var tried = row with { Attempts = attempts, DueAt = null, DoneAt = now };
        switch (carried)
        {
            case Carried.Later later when attempts < triesMax:
                var wait = NoticeBackoff.Wait(attempts, RandomNumberGenerator.GetInt32(Fine) / (double)Fine, later.After);
                return tried with { State = DeliveryStates.Failed, Reason = later.Reason, Detail = later.Detail, DueAt = now + wait, DoneAt = null };
            case Carried.Later later:
                LogDead(row.Way, row.DeliveryId, attempts, later.Reason, later.Detail);
                return tried with { State = DeliveryStates.Dead, Reason = later.Reason, Detail = later.Detail };
            case Carried.Refused refused:
                LogDead(row.Way, row.DeliveryId, attempts, refused.Reason, refused.Detail);
                return tried with { State = DeliveryStates.Dead, Reason = refused.Reason, Detail = refused.Detail };
            default:
                return tried with { State = DeliveryStates.Sent, Reason = "", Detail = "" };
        }
    }

    private Task SkipAsync(DeliveryRow row, string reason, CancellationToken cancellationToken) => deliveries.MoveAsync(
        row with { State = DeliveryStates.Skipped, Reason = reason, Detail = "", DueAt = null, DoneAt = clock.Now }, cancellationToken);

    /// <summary>Where to, looked up when it is sent; empty with the reason where it must not or cannot be.</summary>
    private async Task<(string To, string Why)> AddressAsync(DeliveryRow row, CancellationToken cancellationToken)
    {
        if (row.Audience == Code.Of(NoticeAudience.Citizen))
        {
            return await tickets.LoadAsync(new TicketId(row.TicketId), cancellationToken) is { } ticket
                ? await CitizenAsync(ticket, cancellationToken) : ("", DeliveryReasons.NoNumber);
        }
        var contact = city.NoticeContacts.GetValueOrDefault(row.Unit.Length > 0 ? row.Unit : NoticeTable.Leader);
        var to = (channel == NoticeChannel.Sms ? contact?.Mobile : contact?.Mail) ?? "";
        return (to, DeliveryReasons.NoAddress);
    }

    /// <summary>The number that he gave, else the one he called from: the first that is a mobile, unless he wants no messages there.</summary>
    private async Task<(string To, string Why)> CitizenAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var numbers = MobileNumbers.Of(city.Callers, ticket.Form.ContactNumber, ticket.Caller);
        foreach (var number in numbers)
        {
            if (await deliveries.IsRefusedAsync(city.Tenant, number, cancellationToken))
            {
                return ("", DeliveryReasons.OptedOut); // whichever he said it for
            }
        }
        return numbers.FirstOrDefault(MobileNumbers.IsOne) is { } mobile ? (mobile, "")
            : ("", numbers.Count == 0 ? DeliveryReasons.NoNumber : DeliveryReasons.NoMobile);
    }

    [LoggerMessage(1, LogLevel.Warning, "Notice {Delivery} by {Channel} is given up after {Attempts} tries: {Reason} {Detail}")]
    private partial void LogDead(string channel, string delivery, int attempts, string reason, string detail);

    [LoggerMessage(2, LogLevel.Error, "Notice {Delivery} by {Channel} could not be sent: {Fault}")]
    private partial void LogFault(string channel, string delivery, string fault);
}
