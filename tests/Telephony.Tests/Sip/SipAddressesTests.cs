using Hotline.Telephony.Sip;

namespace Hotline.Telephony.Tests.Sip;

/// <summary>Addresses as networks and strangers write them.</summary>
public sealed class SipAddressesTests
{
    [Theory]
    [InlineData("<sip:13800006021@carrier>", "13800006021")]
    [InlineData("\"a, <b>\" <sip:13800006021@carrier>", "13800006021")]
    [InlineData("\"a \\\" <sip:1@x>\" <sip:2@y>", "2")]
    [InlineData("sip:13800006021@carrier;tag=1", "13800006021")]
    [InlineData("<sip:+86-371-6688@carrier;user=phone>", "+86-371-6688")]
    [InlineData("<sip:66881234;phone-context=+86371@carrier>", "+8637166881234")]
    [InlineData("<sip:12348;npdi;rn=+86371@carrier>", "12348")]
    [InlineData("<sip:user:word@carrier>", "user")]
    [InlineData("<sip:%31%32345@carrier>", "12345")]
    [InlineData("<SIPS:12345@carrier>", "12345")]
    [InlineData("tel:+86-371-12348", "+86-371-12348")]
    [InlineData("<tel:12348;phone-context=+86371>", "+8637112348")]
    [InlineData("<tel:+8613800006021;cpc=ordinary>", "+8613800006021")]
    [InlineData("<tel:12348;phone-context=example.com>", "12348")]
    [InlineData("<sip:a@b@c>", "a@b")]
    [InlineData("<sip:carrier>", "")]
    [InlineData("<urn:service:sos>", "")]
    [InlineData("<", "")]
    [InlineData("\"", "")]
    [InlineData("<sip:%zz@c>", "%zz")]
    [InlineData("nonsense", "")]
    public void The_number_of_one_address(string header, string number) => SipAddresses.Read(header).ShouldHaveSingleItem().Number.ShouldBe(number);

    [Fact]
    public void Several_in_one_line_are_parted_outside_quotes_and_brackets() =>
        SipAddresses.Read("\"a, b\" <sip:1@x;y=\"1,2\">;z=3, <tel:+2>;q, sip:3@z").Select(a => a.Number).ShouldBe(["1", "+2", "3"]);

    [Fact]
    public void Parameters_stand_behind_the_bracket()
    {
        var address = SipAddresses.Read("<sip:1@x;privacy=no>;privacy=full;screen").ShouldHaveSingleItem();
        address["privacy"].ShouldBe("full");
        address["SCREEN"].ShouldBe("");
        address["party"].ShouldBeNull();
    }

    [Fact]
    public void Nothing_has_no_address() => SipAddresses.Read(" , ,").ShouldBeEmpty();

    [Fact]
    public void However_many_are_written_few_are_read() =>
        SipAddresses.Read(string.Join(',', Enumerable.Repeat("<sip:1@x>", 5_000))).Count.ShouldBe(16);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_written_is_read_without_an_error(int seed)
    {
        var chance = new Random(seed);
        const string Signs = "<>\",;:@%\\ =sipte+12a\u0001é中";
        for (var n = 0; n < 3_000; n++)
        {
            var text = new string([.. Enumerable.Range(0, chance.Next(40)).Select(_ => Signs[chance.Next(Signs.Length)])]);
            foreach (var address in SipAddresses.Read(text))
            {
                address.Number.Any(char.IsControl).ShouldBeFalse(text);
                _ = address["privacy"];
            }
        }
    }
}
