using Hotline.Routing;
using Hotline.Telephony.Ami;
using Microsoft.Extensions.Hosting;

namespace Hotline.Telephony;

/// <summary>Keeps the manager connection and turns registrations of agents' phones into facts.</summary>
internal sealed class PhonePresence(AmiConnection ami, IInbox inbox) : BackgroundService
{
    private readonly Contacts _contacts = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ami.Received += message =>
        {
            if (_contacts.Feed(message) is { } input)
            {
                _ = inbox.PostAsync(input, stoppingToken).AsTask();
            }
        };
        return ami.RunAsync(stoppingToken);
    }

    /// <summary>
    /// Which contacts a phone has. One that registers from another port or over a new connection gets a new contact first and
    /// loses the old one after it: it is gone only with its last.
    /// </summary>
    internal sealed class Contacts
    {
        private readonly Dictionary<string, HashSet<string>> _byEndpoint = new(StringComparer.Ordinal);

        /// <summary>ContactStatus: a contact was made, refreshed or removed. FullyBooted opens each new connection: what we knew may be gone.</summary>
        public Input.PhoneRegistered? Feed(AmiMessage message)
        {
            if (message["Event"] == "FullyBooted")
            {
                _byEndpoint.Clear();
            }
            if (message["Event"] != "ContactStatus")
            {
                return null;
            }
            var (endpoint, contact) = (message["EndpointName"], message["URI"]);
            switch (message["ContactStatus"])
            {
                case "NonQualified" or "Reachable" or "Created" or "Updated":
                    (_byEndpoint.TryGetValue(endpoint, out var known) ? known : _byEndpoint[endpoint] = new(StringComparer.Ordinal)).Add(contact);
                    return new Input.PhoneRegistered(endpoint, true);
                case "Removed" or "Unreachable":
                    if (_byEndpoint.TryGetValue(endpoint, out var others))
                    {
                        others.Remove(contact);
                        if (others.Count > 0)
                        {
                            return new Input.PhoneRegistered(endpoint, true);
                        }
                        _byEndpoint.Remove(endpoint);
                    }
                    return new Input.PhoneRegistered(endpoint, false);
                default:
                    return null;
            }
        }
    }
}
