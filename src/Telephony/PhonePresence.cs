using Hotline.Routing;
using Hotline.Telephony.Ami;
using Microsoft.Extensions.Hosting;

namespace Hotline.Telephony;

/// <summary>Keeps the manager connection and turns registrations of agents' phones into facts.</summary>
internal sealed class PhonePresence(AmiConnection ami, IInbox inbox) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ami.Received += message =>
        {
            if (Translate(message) is { } input)
            {
                _ = inbox.PostAsync(input, stoppingToken).AsTask();
            }
        };
        return ami.RunAsync(stoppingToken);
    }

    /// <summary>ContactStatus: a contact was made, refreshed or removed.</summary>
    internal static Input.PhoneRegistered? Translate(AmiMessage message) => message["Event"] == "ContactStatus"
        ? message["ContactStatus"] switch
        {
            "NonQualified" or "Reachable" or "Created" or "Updated" => new Input.PhoneRegistered(message["EndpointName"], true),
            "Removed" or "Unreachable" => new Input.PhoneRegistered(message["EndpointName"], false),
            _ => null,
        }
        : null;
}
