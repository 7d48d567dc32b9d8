using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Hotline.Telephony.Sip;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony.Capture;

/// <summary>
/// Listens to what Asterisk tells of its SIP messages (hep.conf): how long calls wait before anything sees them, which were refused without a
/// channel, and what was never answered. Loopback only. Where nothing is told, nothing else misses it.
/// </summary>
public sealed partial class SipCapture : SteadyService
{
    /// <summary>
    /// Of these others tell: a challenge is none; 487 was the caller's own wish; 403 and 503 are our dialplan's, and CEL has their channels.
    /// </summary>
    private static readonly int[] ToldElsewhere = [401, 403, 407, 487, 503];

    /// <summary>A second of everything at once: what does not fit is lost, and only a figure with it.</summary>
    private const int BufferBytes = 8 << 20, RefusedMax = 10_000, PacketMax = 65_535;

    /// <summary>As tools/settings.mjs has them.</summary>
    private const string DemoCarrier = "127.0.0.2:5080", DemoSubcentre = "127.0.0.3:5070";
    private readonly AsteriskOptions _options;
    private readonly ArrivalReader _reader;
    private readonly NodeLag _lag;
    private readonly ILogger<SipCapture> _log;
    private readonly Lock _lock = new();
    private readonly SipWatch _watch;
    private readonly ConcurrentQueue<RefusedCall> _refused = new();
    private long _strangers, _unanswered;

    internal SipCapture(
        AsteriskOptions options, IArrivalRules rules, NodeLag lag, TimeProvider time, ServiceFaults faults, ILogger<SipCapture> log)
        : base(time, faults, log)
    {
        (_options, _reader, _lag, _log) = (options, new ArrivalReader(rules), lag, log);
        var own = IPAddress.TryParse(options.SipAddress, out var address) && !address.Equals(IPAddress.Any) ? [address] : LocalAddresses();
        _watch = new SipWatch(place => own.Contains(place.Address) && (place.Port == options.Sip || place.Port == options.Sip + 1)); // + 1: TLS
    }

    /// <summary>Calls refused for which no trunk of ours has the address.</summary>
    public long Strangers => Volatile.Read(ref _strangers);

    /// <summary>Requests that Asterisk never answered: it has no module for them (docs/production.md).</summary>
    public long Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>The next call that was refused without a channel; false where there is none.</summary>
    public bool TryTakeRefused(out RefusedCall? refused) => _refused.TryDequeue(out refused);

    /// <summary>Looks for calls that nothing has answered yet, and for requests that nobody will answer any more.</summary>
    internal void Look()
    {
        var now = Time.GetUtcNow();
        IReadOnlyList<SipRequest> late;
        lock (_lock)
        {
            if (_watch.OldestCall() is { } oldest)
            {
                _lag.NoteWaiting(now - oldest);
            }
            late = _watch.TakeUnanswered(now);
        }
        foreach (var request in late)
        {
            Interlocked.Increment(ref _unanswered);
            LogUnanswered(OutsideText.Clean(request.Message.Method, 20), OutsideText.Clean(request.Message.Header("Content-Type", "c"), 60),
                request.From.Address);
        }
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        if (_options.CapturePort is not { } port)
        {
            return;
        }
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = BufferBytes };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        var secret = Encoding.UTF8.GetBytes(_options.CaptureSecret ?? "");
        var packet = new byte[PacketMax];
        while (!stoppingToken.IsCancellationRequested)
        {
            var length = await socket.ReceiveAsync(packet, stoppingToken);
            if (HepPacket.Read(packet.AsMemory(0, length), secret) is { } read)
            {
                Take(read);
            }
        }
    }

    /// <summary>Takes a message.</summary>
    internal void Take(HepPacket packet)
    {
        SipAnswer? answer;
        lock (_lock)
        {
            answer = _watch.Feed(packet);
        }
        if (answer is { Request.IsNewCall: true })
        {
            _lag.NoteAnswer(answer.At - answer.Request.At);
            if (answer.Status >= 300 && !ToldElsewhere.Contains(answer.Status))
            {
                Refuse(answer);
            }
        }
    }

    private void Refuse(SipAnswer answer)
    {
        var (request, from) = (answer.Request.Message, answer.Request.From.Address);
        var trunk = IsOf(_options.Carrier ?? DemoCarrier, from) ? "carrier" : IsOf(_options.Subcentre ?? DemoSubcentre, from) ? "subcentre" : "";
        LogRefused(answer.Status, from);
        if (trunk.Length == 0 || _refused.Count >= RefusedMax)
        {
            Interlocked.Increment(ref _strangers);
            return;
        }
        var said = new StringBuilder("asked=").Append(Uri.EscapeDataString(request.RequestUri));
        foreach (var (name, header, shortName) in new[]
        {
            ("from", "From", "f"), ("to", "To", "t"), ("pai", "P-Asserted-Identity", ""), ("rpid", "Remote-Party-ID", ""),
            ("privacy", "Privacy", ""), ("diversion", "Diversion", ""), ("history", "History-Info", ""), ("called", "P-Called-Party-ID", ""),
        })
        {
            said.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(request.Header(header, shortName)));
        }
        var arrival = _reader.Read(trunk, "", ArrivalFacts.Parse(said.ToString()), null, answer.Request.At);
        _refused.Enqueue(new RefusedCall(trunk, arrival.Dialled, arrival.Caller, arrival.CallerSent,
            OutsideText.Clean(request.CallId, OutsideText.SipCallIdMax), answer.Request.At, answer.At, answer.Status));
    }

    private static bool IsOf(string place, IPAddress address) =>
        IPEndPoint.TryParse(place, out var known) && known.Address.Equals(address);

    private static IPAddress[] LocalAddresses() =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)];

    [LoggerMessage(1, LogLevel.Information, "Asterisk refused a call from {Address} by itself: {Status}")]
    private partial void LogRefused(int status, IPAddress address);

    [LoggerMessage(2, LogLevel.Information, "Asterisk never answered {Method} ({ContentType}) of {Address}")]
    private partial void LogUnanswered(string method, string contentType, IPAddress address);
}
