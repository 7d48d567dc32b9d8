using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;

namespace Hotline.Telephony.Capture;

/// <summary>
/// A SIP message as Asterisk tells of it (res_hep_pjsip): HEP version 3, chunks of vendor 0 (github.com/sipcapture/HEP, section 3).
/// </summary>
/// <param name="From">Who sent it.</param>
/// <param name="To">Who received it.</param>
/// <param name="At">When it was read from the line, or written to it, by Asterisk's clock; of what came in to the millisecond.</param>
/// <param name="Message">The message, as it stood on the line.</param>
internal sealed record HepPacket(IPEndPoint From, IPEndPoint To, DateTimeOffset At, ReadOnlyMemory<byte> Message)
{
    private const int Head = 6, Sip = 1;
    private static readonly IPAddress None = IPAddress.None;

    /// <summary>Null where it is none, or does not bear the secret: whoever is on this machine can write to a port.</summary>
    public static HepPacket? Read(ReadOnlyMemory<byte> packet, ReadOnlySpan<byte> secret)
    {
        var bytes = packet.Span;
        if (bytes.Length < Head || !bytes[..4].SequenceEqual("HEP3"u8) || BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) > bytes.Length)
        {
            return null;
        }
        var (from, to) = (new IPEndPoint(None, 0), new IPEndPoint(None, 0));
        ReadOnlyMemory<byte> message = default;
        long seconds = 0, microseconds = 0;
        bool known = secret.IsEmpty, sip = false;
        var end = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        for (var at = Head; at + Head <= end;)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 4)..]));
            if (length < Head || at + length > end)
            {
                return null;
            }
            var value = bytes[(at + Head)..(at + length)];
            switch (type)
            {
                case 3 or 5: from.Address = value.Length is 4 or 16 ? new IPAddress(value) : from.Address; break;
                case 4 or 6: to.Address = value.Length is 4 or 16 ? new IPAddress(value) : to.Address; break;
                case 7 when value.Length == 2: from.Port = BinaryPrimitives.ReadUInt16BigEndian(value); break;
                case 8 when value.Length == 2: to.Port = BinaryPrimitives.ReadUInt16BigEndian(value); break;
                case 9 when value.Length == 4: seconds = BinaryPrimitives.ReadUInt32BigEndian(value); break;
                case 10 when value.Length == 4: microseconds = BinaryPrimitives.ReadUInt32BigEndian(value); break;
                case 11 when value.Length == 1: sip = value[0] == Sip; break;
                case 14: known |= CryptographicOperations.FixedTimeEquals(value, secret); break;
                case 15: message = packet[(at + Head)..(at + length)]; break;
            }
            at += length;
        }
        return known && sip && !message.IsEmpty
            ? new HepPacket(from, to, DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(microseconds), message)
            : null;
    }
}
