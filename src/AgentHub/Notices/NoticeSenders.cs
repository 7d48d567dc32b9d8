using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Tickets.Notices;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Notices;

/// <summary>The ways out of the house, as the installation's file sets them up.</summary>
internal sealed class NoticeSenders : IDisposable
{
    private readonly SmsGateway? _gateway;

    public NoticeSenders(
        NoticeSettings settings, DeliveryStore deliveries, TicketStore tickets, CityConfiguration city, SteadyClock clock, TimeProvider time,
        ServiceFaults faults, ILogger<NoticeSenders> log)
    {
        _gateway = settings.Sms is { } sms ? new SmsGateway(sms, time) : null;
        var relay = settings.Mail is { } mail ? new MailRelay(mail, city.Name, time) : null;
        Sms = new NoticeSender(NoticeChannel.Sms, _gateway, settings.TriesMax, deliveries, tickets, city, clock, faults, log);
        Mail = new NoticeSender(NoticeChannel.Mail, relay, settings.TriesMax, deliveries, tickets, city, clock, faults, log);
        NotSetUp = [.. new[] { (NoticeChannel.Sms, _gateway is null), (NoticeChannel.Mail, relay is null) }
            .Where(way => way.Item2).Select(way => Hotline.Tickets.Code.Of(way.Item1))];
    }

    public NoticeSender Sms { get; }
    public NoticeSender Mail { get; }

    /// <summary>Codes of the ways that are not set up.</summary>
    public IReadOnlyList<string> NotSetUp { get; }

    public void Dispose() => _gateway?.Dispose();
}
