using System.Security.Cryptography;
using System.Text;

namespace Hotline.Telephony;

/// <summary>The one place where ids and secrets are made.</summary>
/// <param name="time">The clock that orders the ids.</param>
public sealed class IdSource(TimeProvider time)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: nothing to confuse on the phone

    /// <summary>A call id and the ticket id that goes with it: 'c' or 't', 9 characters of time, 6 of chance; sorts by time.</summary>
    public (Routing.CallId Call, Routing.TicketId Ticket) NewCall()
    {
        Span<char> text = stackalloc char[15];
        var ms = time.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 8; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(ms & 31)];
            ms >>= 5;
        }
        Fill(text[9..]);
        return (new("c" + new string(text)), new("t" + new string(text)));
    }

    /// <summary>A secret of 160 bits, printable.</summary>
    public static string NewSecret() => Random(32);

    /// <summary>What only the holder of a secret can make again: printable, 5 bits a character.</summary>
    public static string Derived(string secret, string purpose, int length) =>
        string.Create(length, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(purpose)),
        static (text, hash) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[hash[i] & 31];
            }
        });

    /// <summary>Printable chance, 5 bits a character.</summary>
    public static string Random(int length)
    {
        var text = new char[length];
        Fill(text);
        return new string(text);
    }

    private static void Fill(Span<char> text)
    {
        Span<byte> chance = stackalloc byte[text.Length];
        RandomNumberGenerator.Fill(chance);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Alphabet[chance[i] & 31];
        }
    }
}
