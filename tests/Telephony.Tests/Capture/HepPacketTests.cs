using System.Text;
using Hotline.Telephony.Capture;

namespace Hotline.Telephony.Tests.Capture;

/// <summary>What Asterisk tells of its messages, and what a stranger on the machine may write to the same port.</summary>
public sealed class HepPacketTests
{
    private static readonly HepPacket Told = Hep.In(Hep.Request("INVITE"), atMs: 1_234);

    [Fact]
    public void A_message_comes_with_its_places_and_its_time()
    {
        var read = HepPacket.Read(Hep.Bytes(Told, "secret"), "secret"u8)!;

        (read.From, read.To, read.At).ShouldBe((Told.From, Told.To, Told.At));
        Encoding.UTF8.GetString(read.Message.Span).ShouldBe(Hep.Request("INVITE"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secreT")]
    [InlineData("secret2")]
    public void Who_does_not_know_the_secret_is_not_believed(string secret) =>
        HepPacket.Read(Hep.Bytes(Told, secret), "secret"u8).ShouldBeNull();

    /// <summary>Whatever is cut or turned: nothing falls.</summary>
    [Fact]
    public void A_packet_that_is_cut_or_damaged_is_none_or_read_and_never_more()
    {
        var whole = Hep.Bytes(Told, "secret");
        for (var length = 0; length < whole.Length; length++)
        {
            HepPacket.Read(whole.AsMemory(0, length), "secret"u8).ShouldBeNull();
        }
        var random = new Random(7);
#pragma warning disable CA5394 // a seed, so that a fault comes again
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = whole.ToArray();
            for (var n = 0; n < 3; n++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }
            if (HepPacket.Read(damaged, "secret"u8) is { } read)
            {
                SipText.Parse(read.Message.Span);
            }
        }
#pragma warning restore CA5394
    }
}
