using System.Buffers.Binary;
using System.Net;
using System.Text;
using Hotline.Telephony.Capture;

namespace Hotline.Telephony.Tests.Capture;

/// <summary>Messages as Asterisk tells them: 127.0.0.1:5060 is its place.</summary>
internal static class Hep
{
    public static readonly IPEndPoint Asterisk = new(IPAddress.Loopback, 5060), Carrier = new(IPAddress.Parse("127.0.0.2"), 5080);
    public static readonly DateTimeOffset Start = new(2026, 10, 1, 2, 0, 0, TimeSpan.Zero);

    public static HepPacket In(string message, double atMs = 0, IPEndPoint? from = null) =>
        new(from ?? Carrier, Asterisk, Start.AddMilliseconds(atMs), Encoding.UTF8.GetBytes(message));

    public static HepPacket Out(string message, double atMs = 0, IPEndPoint? to = null) =>
        new(Asterisk, to ?? Carrier, Start.AddMilliseconds(atMs), Encoding.UTF8.GetBytes(message));

    public static string Request(string method, string callId = "c1", string headers = "", string toTag = "", string branch = "z9hG4bK1") =>
        $"{method} sip:12345@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.2:5080;branch={branch};rport\r\nFrom: <sip:13800006021@c.invalid>;tag=f\r\n"
        + $"To: <sip:12345@127.0.0.1>{(toTag.Length > 0 ? $";tag={toTag}" : "")}\r\nCall-ID: {callId}\r\nCSeq: 1 {method}\r\n{headers}\r\n";

    public static string Answer(string status, string method = "INVITE", string callId = "c1", string branch = "z9hG4bK1") =>
        $"SIP/2.0 {status}\r\nVia: SIP/2.0/UDP 127.0.0.2:5080;received=127.0.0.2;branch={branch}\r\nCall-ID: {callId}\r\nCSeq: 1 {method}\r\n\r\n";

    /// <summary>As it goes over the line.</summary>
    public static byte[] Bytes(HepPacket packet, string secret)
    {
        List<byte> bytes = [.. "HEP3"u8, 0, 0];
        Chunk(1, [2]);
        Chunk(2, [17]);
        Chunk(3, packet.From.Address.GetAddressBytes());
        Chunk(4, packet.To.Address.GetAddressBytes());
        Chunk(7, Number16(packet.From.Port));
        Chunk(8, Number16(packet.To.Port));
        Chunk(9, Number32(packet.At.ToUnixTimeSeconds()));
        Chunk(10, Number32((packet.At.Ticks % TimeSpan.TicksPerSecond) / 10));
        Chunk(11, [1]);
        Chunk(14, Encoding.UTF8.GetBytes(secret));
        Chunk(15, packet.Message.ToArray());
        Chunk(17, "c1"u8.ToArray());
        var all = bytes.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(all.AsSpan(4), (ushort)all.Length);
        return all;

        void Chunk(int type, byte[] value) => bytes.AddRange([0, 0, .. Number16(type), .. Number16(value.Length + 6), .. value]);
    }

    private static byte[] Number16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Number32(long value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
