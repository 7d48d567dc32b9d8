using System.Buffers.Binary;
using System.Net;

namespace Hotline.Benchmarks.Sip;

/// <summary>Sends 20 ms packets of A-law for every stream that talks, from one thread, and hands over what comes.</summary>
internal sealed class Rtp : IDisposable
{
    public const int Slots = 20, Header = 12, Payload = 160;
    private readonly List<RtpStream>[] _slots = [.. Enumerable.Range(0, Slots).Select(_ => new List<RtpStream>())];
    private readonly AutoResetEvent _tick = new(false);
    private readonly RtpStream?[] _byFarPort = new RtpStream?[65536];
    private readonly UdpPort _port;
    private readonly byte[] _sound;
    private volatile bool _closed;
    private long _sent, _received;

    public Rtp(string address, string name, byte[] sound)
    {
        _sound = sound;
        _port = new UdpPort(address, name + "-rtp-in", (packet, from, at) =>
        {
            Interlocked.Increment(ref _received);
            _byFarPort[from]?.Heard(packet, at);
        });
        new Thread(Run) { IsBackground = true, Name = name + "-rtp-out", Priority = ThreadPriority.AboveNormal }.Start();
    }

    public string Address => _port.Address;
    public int Port => _port.Port;
    public long Sent => Interlocked.Read(ref _sent);
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Expects packets from Asterisk's port of a call.</summary>
    public void Listen(RtpStream stream, int farPort)
    {
        stream.To = UdpPort.To("127.0.0.1", farPort);
        _byFarPort[farPort] = stream;
    }

    /// <summary>
    /// Sends a packet every 20 ms from now on. When the first one goes out is up to the phone's own clock, which knows
    /// nothing of the signalling: the place in its 20 ms comes with the stream.
    /// </summary>
    public void Start(RtpStream stream)
    {
        var slot = _slots[stream.Source % Slots];
        lock (slot)
        {
            slot.Add(stream);
        }
    }

    public void Dispose()
    {
        _closed = true;
        _port.Dispose();
    }

    private void Run()
    {
        Span<byte> packet = stackalloc byte[Header + Payload];
        var done = Now.Milliseconds;
        while (!_closed)
        {
            _tick.WaitOne(1);
            for (var now = Now.Milliseconds; done < now; done++)
            {
                var slot = _slots[(done + 1) % Slots];
                lock (slot)
                {
                    slot.RemoveAll(s => s.Silent);
                    foreach (var stream in slot)
                    {
                        Send(stream, packet);
                    }
                }
            }
        }
    }

    private void Send(RtpStream stream, Span<byte> packet)
    {
        var number = stream.Next();
        packet[0] = 0x80;
        packet[1] = number == 0 ? (byte)0x88 : (byte)8;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], (uint)(number * Payload));
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], stream.Source);
        _sound.AsSpan(number * Payload % _sound.Length, Payload).CopyTo(packet[Header..]);
        _port.Send(packet, stream.To!);
        Interlocked.Increment(ref _sent);
    }
}

/// <summary>One party's sound in one call.</summary>
/// <param name="source">Its SSRC.</param>
/// <param name="listens">What tells that the awaited sound has come; null where nobody waits for it.</param>
/// <param name="heard">Called with the moment, until it says that this was it.</param>
internal sealed class RtpStream(uint source, Tone? listens, Func<long, bool>? heard)
{
    private int _number = -1;
    private bool _heard;

    public uint Source { get; } = source;
    public SocketAddress? To { get; set; }

    /// <summary>Set when the call is over: no packet follows.</summary>
    public volatile bool Silent;

    public int Next() => ++_number;

    /// <summary>The longest time between two packets that came, in ms.</summary>
    public double LongestGap { get; private set; }
    private long _last;

    public void Heard(ReadOnlySpan<byte> packet, long at)
    {
        if (!Silent)
        {
            LongestGap = _last == 0 ? 0 : Math.Max(LongestGap, Now.Between(_last, at));
            _last = at;
        }
        if (!_heard && listens is not null && packet.Length > Rtp.Header && (packet[1] & 0x7F) == 8 && listens.IsIn(packet[Rtp.Header..]))
        {
            _heard = heard?.Invoke(at) ?? true;
        }
    }
}
