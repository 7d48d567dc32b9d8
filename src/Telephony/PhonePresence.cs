using System.Threading.Channels;
using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>Keeps the manager connection and turns registrations of agents' phones into facts.</summary>
internal sealed class PhonePresence : SteadyService
{
    /// <summary>Registrations that may wait for the floor; a whole shift signs in within far fewer.</summary>
    private const int WaitingMax = 10_000;
    private readonly AmiConnection _ami;
    private readonly IInbox _inbox;
    private readonly Contacts _contacts;
    private readonly Channel<Input> _facts =
        Channel.CreateBounded<Input>(new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    public PhonePresence(AmiConnection ami, AsteriskOptions options, IInbox inbox, TimeProvider time, ServiceFaults faults,
        ILogger<PhonePresence> log)
        : base(time, faults, log)
    {
        (_ami, _inbox, _contacts) = (ami, inbox, new Contacts(new NodeId(options.Node)));
        // Once, however often the service begins again; the comparison of truth finds what a fall may cost.
        ami.Received += message =>
        {
            if (_contacts.Feed(message) is { } input)
            {
                _facts.Writer.TryWrite(input);
            }
        };
    }

    /// <summary>Both go on until the stop; one that falls takes the other along, and both begin again.</summary>
    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task listening = _ami.RunAsync(either.Token), posting = PostAsync(either.Token);
        var first = await Task.WhenAny(listening, posting);
        await either.CancelAsync();
        await first;
        await Task.WhenAll(listening, posting);
    }

    private async Task PostAsync(CancellationToken cancellationToken)
    {
        await foreach (var input in _facts.Reader.ReadAllAsync(cancellationToken))
        {
            await _inbox.PostAsync(input, cancellationToken);
        }
    }

    /// <summary>
    /// The contact that each phone has: the last that was told. One that registers from another port or over a new connection gets a new contact
    /// first and loses the old one after it: it is gone with its last. Of a contact that goes with its account nothing is told at all.
    /// </summary>
    internal sealed class Contacts(NodeId node)
    {
        private readonly Dictionary<string, string> _byEndpoint = new(StringComparer.Ordinal);

        /// <summary>
        /// ContactStatus: a contact was made, refreshed or removed. FullyBooted opens each new connection: what we knew may be gone.
        /// </summary>
        /// <returns>Null where nothing is new.</returns>
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
            var last = _byEndpoint.GetValueOrDefault(endpoint);
            switch (message["ContactStatus"])
            {
                case "NonQualified" or "Reachable" or "Created" or "Updated":
                    _byEndpoint[endpoint] = contact;
                    // Each page that opens has the account made anew, and Asterisk tells its contact again: that of the page before. A page
                    // registers with a contact of its own; a telephone on the desk is in no page.
                    return contact == last && IsOfPage(contact) ? null : new Input.PhoneRegistered(node, endpoint, true);
                case "Removed" or "Unreachable" when last is null || last == contact:
                    _byEndpoint.Remove(endpoint);
                    return new Input.PhoneRegistered(node, endpoint, false);
                default:
                    return null;
            }
        }

        private static bool IsOfPage(string contact) => contact.Contains("transport=ws", StringComparison.OrdinalIgnoreCase);
    }
}
