using System.Data.Common;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Notices;

/// <summary>Looks every few seconds whether something is to go out by one way.</summary>
internal abstract class NoticeSendJob(TimeProvider time, ServiceFaults faults, ILogger log) : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected abstract NoticeSender Sender { get; }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, Time);
        do
        {
            try
            {
                await Sender.SendDueAsync(stoppingToken);
            }
            catch (DbException)
            {
                // The database is away, which others say; what is due stays so.
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Sends short messages: a stalled mail relay holds none up.</summary>
internal sealed class SmsSendJob(NoticeSenders senders, TimeProvider time, ServiceFaults faults, ILogger<SmsSendJob> log)
    : NoticeSendJob(time, faults, log)
{
    protected override NoticeSender Sender => senders.Sms;
}

/// <summary>Sends mail.</summary>
internal sealed class MailSendJob(NoticeSenders senders, TimeProvider time, ServiceFaults faults, ILogger<MailSendJob> log)
    : NoticeSendJob(time, faults, log)
{
    protected override NoticeSender Sender => senders.Mail;
}
