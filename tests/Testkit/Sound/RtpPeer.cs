using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using NAudio.Codecs;

namespace Hotline.Testkit.Sound;

/// <summary>
/// One party's ear and voice: a UDP socket that sends the party's tone as A-law and keeps what arrives. Who hears whom is
/// measured on the wire, needs no rights and no capture.
/// </summary>
public sealed class RtpPeer : IDisposable
{
    private const int FrameSamples = 160;
    private const int HeaderBytes = 12;
    private const byte PayloadType = 8;

    /// <summary>RFC 4733 §2.3: event, end bit and loudness, length so far; at 20 ms a packet.</summary>
    private const byte KeyPayloadType = 101, KeyLoudness = 10, KeyEnd = 0x80, Marker = 0x80;
    private const int KeyBeats = 5, KeyEndBeats = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(90);

    /// <summary>From here on a tone is heard; a tenth of the sender's loudness and less is silence.</summary>
    private const double Heard = 0.5, Silent = 0.1;

    private readonly string _name;
    private readonly Socket _socket;
    private readonly byte[] _voice;
    private readonly byte[] _packet = new byte[HeaderBytes + FrameSamples];
    private readonly Lock _lock = new();
    private readonly Queue<(long At, byte[] Frame)> _frames = new();
    private IPEndPoint? _far;
    private ushort _sequence;
    private volatile int _keyBeatsLeft;
    private byte _key;
    private uint _keyTime;

    public RtpPeer(string name, IPAddress address, Tone tone)
    {
        (_name, Tone, _voice) = (name, tone, tone.Second());
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        _socket.Bind(new IPEndPoint(address, 0));
        _packet[0] = 0x80;
        _packet[1] = PayloadType;
        BinaryPrimitives.WriteInt32BigEndian(_packet.AsSpan(8), Port + tone.Hertz);
        _ = Task.Run(ListenAsync);
    }

    public Tone Tone { get; }

    public IPAddress Address => ((IPEndPoint)_socket.LocalEndPoint!).Address;

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Speaks to this address until <see cref="FallSilent"/>.</summary>
    public void SpeakTo(IPEndPoint far)
    {
        SpeakLater(far);
        Speak();
    }

    /// <summary>Keeps the address for <see cref="Speak"/>: it stands in the INVITE, the answer comes later.</summary>
    public void SpeakLater(IPEndPoint far) => _far = far;

    public void Speak() => Metronome.Join(this);

    public void FallSilent() => Metronome.Leave(this);

    /// <summary>Presses a digit for a tenth of a second, as a telephone does: in place of his voice.</summary>
    public void Press(int digit) => (_key, _keyBeatsLeft) = ((byte)digit, KeyBeats + KeyEndBeats);

    /// <summary>Waits until this party hears another's tone.</summary>
    public Task ShouldHearAsync(Tone tone, TimeSpan? limit = null) =>
        UntilAsync(() => Loudness(tone, Window) >= Heard, limit,
            () => $"{_name} should hear {tone}, but hears it at {Loudness(tone, Window):0.00}; {Level(Window):0.000} of any sound");

    /// <summary>Waits until a tone is gone, and stays gone.</summary>
    public Task ShouldNotHearAsync(Tone tone, TimeSpan? limit = null) =>
        UntilAsync(() => Enumerable.Range(0, 3).All(n => Loudness(tone, Window, n * Window) <= Silent), limit,
            () => $"{_name} should not hear {tone}, but hears it at {Loudness(tone, Window):0.00}", atLeast: 3 * Window);

    /// <summary>Waits until something is heard that is no party's tone: music, or a voice.</summary>
    public Task ShouldHearSomethingAsync(TimeSpan? limit = null) =>
        UntilAsync(() => Level(Window) > 0.005, limit, () => $"{_name} should hear music or a voice, but all is silent ({Level(Window):0.0000})");

    public async Task ShouldHearOnlyAsync(Tone tone, params Tone[] not)
    {
        await ShouldHearAsync(tone);
        foreach (var other in not)
        {
            await ShouldNotHearAsync(other);
        }
    }

    /// <summary>Lets a talk last.</summary>
    public static Task ListenAsync(TimeSpan length) => Task.Delay(length);

    /// <summary>The longest time since a moment in which the tone was not heard, in steps of a packet.</summary>
    public TimeSpan LongestBreak(Tone tone, long since)
    {
        TimeSpan longest = TimeSpan.Zero, silent = TimeSpan.Zero;
        var span = TimeProvider.System.GetElapsedTime(since);
        for (var back = span - Window; back >= TimeSpan.Zero; back -= Metronome.Beat)
        {
            silent = Loudness(tone, Window, back) < Heard ? silent + Metronome.Beat : TimeSpan.Zero;
            longest = silent > longest ? silent : longest;
        }
        return longest;
    }

    /// <summary>When the tone fell silent or began after a moment, as time since it; null where it did not.</summary>
    public TimeSpan? FirstPacketAfter(long since)
    {
        lock (_lock)
        {
            return _frames.Where(f => f.At >= since).Select(f => (TimeSpan?)TimeProvider.System.GetElapsedTime(since, f.At)).FirstOrDefault();
        }
    }

    internal void SendPacket()
    {
        if (_far is not { } far)
        {
            return;
        }
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(2), _sequence);
        var length = _keyBeatsLeft > 0 ? WriteKey() : WriteVoice();
        _sequence++;
        try
        {
            _socket.SendTo(_packet.AsSpan(0, length), far);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The far end closed its port: it is hanging up.
        }
    }

    private int WriteVoice()
    {
        _packet[1] = PayloadType;
        BinaryPrimitives.WriteUInt32BigEndian(_packet.AsSpan(4), (uint)_sequence * FrameSamples);
        _voice.AsSpan(_sequence % (Tone.SampleRate / FrameSamples) * FrameSamples, FrameSamples).CopyTo(_packet.AsSpan(HeaderBytes));
        return _packet.Length;
    }

    /// <summary>All packets of one press have the time of its first; the last is sent three times (RFC 4733 §2.5.1.4).</summary>
    private int WriteKey()
    {
        var beat = KeyBeats + KeyEndBeats - _keyBeatsLeft--;
        if (beat == 0)
        {
            _keyTime = (uint)_sequence * FrameSamples;
        }
        _packet[1] = (byte)(KeyPayloadType | (beat == 0 ? Marker : 0));
        BinaryPrimitives.WriteUInt32BigEndian(_packet.AsSpan(4), _keyTime);
        _packet[HeaderBytes] = _key;
        _packet[HeaderBytes + 1] = (byte)(KeyLoudness | (beat >= KeyBeats ? KeyEnd : 0));
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(HeaderBytes + 2), (ushort)(Math.Min(beat + 1, KeyBeats) * FrameSamples));
        return HeaderBytes + 4;
    }

    public void Dispose()
    {
        FallSilent();
        _socket.Dispose();
    }

    private async Task UntilAsync(Func<bool> holds, TimeSpan? limit, Func<string> otherwise, TimeSpan atLeast = default)
    {
        using var timer = new PeriodicTimer(Metronome.Beat);
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < (limit ?? Limits.Usual);)
        {
            if (TimeProvider.System.GetElapsedTime(start) >= atLeast && holds())
            {
                return;
            }
            await timer.WaitForNextTickAsync();
        }
        throw new NotInTimeException(otherwise());
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[2048];
        while (true)
        {
            int length;
            try
            {
                length = await _socket.ReceiveAsync(buffer.AsMemory());
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
            {
                continue;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
            var header = HeaderBytes + 4 * (buffer[0] & 0x0F);
            if (length > header && (buffer[1] & 0x7F) == PayloadType)
            {
                Keep(buffer[header..length]);
            }
        }
    }

    private void Keep(byte[] frame)
    {
        var now = TimeProvider.System.GetTimestamp();
        lock (_lock)
        {
            _frames.Enqueue((now, frame));
            while (TimeProvider.System.GetElapsedTime(_frames.Peek().At, now) > Memory)
            {
                _frames.Dequeue();
            }
        }
    }

    private double Loudness(Tone tone, TimeSpan window, TimeSpan back = default) => tone.LoudnessIn(Samples(window, back));

    private double Level(TimeSpan window)
    {
        double sum = 0;
        var samples = Samples(window, TimeSpan.Zero);
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }
        return Math.Sqrt(sum / samples.Length) / short.MaxValue;
    }

    /// <summary>What arrived in a window; what did not arrive is silence.</summary>
    private short[] Samples(TimeSpan window, TimeSpan back)
    {
        var now = TimeProvider.System.GetTimestamp();
        var samples = new short[(int)(window.TotalSeconds * Tone.SampleRate)];
        var filled = 0;
        lock (_lock)
        {
            foreach (var (at, frame) in _frames)
            {
                var age = TimeProvider.System.GetElapsedTime(at, now) - back;
                if (age < TimeSpan.Zero || age > window)
                {
                    continue;
                }
                foreach (var code in frame)
                {
                    if (filled < samples.Length)
                    {
                        samples[filled++] = ALawDecoder.ALawToLinearSample(code);
                    }
                }
            }
        }
        return samples;
    }
}
