using Hotline.Telephony.Cel;

namespace Hotline.Telephony.Tests;

/// <summary>Asterisk's own book, read line by line (lines as Asterisk 22.10 wrote them).</summary>
public sealed class CelCallsTests
{
    private static readonly string[] ServedByFallback =
    [
        "\"CHAN_START\",\"1795213000.041067\",\"hotline-1-1.0\",\"hotline-1-1.0\",\"PJSIP/carrier-00000000\",\"12348\",\"from-carrier\",\"\",\"13800006021\",\"\",\"\"",
        "\"ANSWER\",\"1795213000.089634\",\"hotline-1-1.0\",\"hotline-1-1.0\",\"PJSIP/carrier-00000000\",\"12348\",\"fallback\",\"Answer\",\"13800006021\",\"1-4613@127.0.0.2\",\"\"",
        "\"BRIDGE_ENTER\",\"1795213003.5\",\"hotline-1-1.0\",\"hotline-1-1.0\",\"PJSIP/carrier-00000000\",\"12348\",\"fallback\",\"Queue\",\"13800006021\",\"1-4613@127.0.0.2\",\"{\"\"bridge_id\"\":\"\"x\"\"}\"",
        "\"HANGUP\",\"1795213010.5\",\"hotline-1-1.0\",\"hotline-1-1.0\",\"PJSIP/carrier-00000000\",\"12348\",\"fallback\",\"\",\"13800006021\",\"1-4613@127.0.0.2\",\"{\"\"hangupcause\"\":16,\"\"hangupsource\"\":\"\"PJSIP/carrier-00000000\"\",\"\"dialstatus\"\":\"\"\"\"}\"",
        "\"CHAN_END\",\"1795213010.5\",\"hotline-1-1.0\",\"hotline-1-1.0\",\"PJSIP/carrier-00000000\",\"12348\",\"fallback\",\"\",\"13800006021\",\"1-4613@127.0.0.2\",\"\"",
    ];

    private static List<CelCall> Read(IEnumerable<string> lines)
    {
        var calls = new CelCalls();
        return [.. lines.Select(CelLine.Parse).OfType<CelLine>().Select(calls.Feed).OfType<CelCall>()];
    }

    [Fact]
    public void A_call_that_the_fallback_queue_served_is_told_whole()
    {
        var call = Read(ServedByFallback).ShouldHaveSingleItem();
        (call.Trunk, call.Dialled, call.Caller, call.SipCallId).ShouldBe(("carrier", "12348", "13800006021", "1-4613@127.0.0.2"));
        (call.TalkedAt!.Value - call.InvitedAt).TotalSeconds.ShouldBe(3.459, 0.001);
        call.HungUpItself.ShouldBeTrue();
    }

    /// <summary>Each three-way left a second, abandoned call in the ledger: a party's leg begins in its trunk's context.</summary>
    [Theory]
    [InlineData("c1m8gfagcy0068ky.p1")]
    [InlineData("c1m8gfagcy0068ky.a1.1007")]
    [InlineData("duty-t1m8gfagcy0068ky-1-2")]
    public void A_leg_that_we_dial_is_no_call(string ours) =>
        Read(ServedByFallback.Select(l => l.Replace("hotline-1-1.0", ours, StringComparison.Ordinal)
            .Replace("from-carrier", "from-subcentre", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void A_caller_who_gave_up_in_the_queue_never_talked() =>
        Read(ServedByFallback.Where(l => !l.Contains("BRIDGE_ENTER", StringComparison.Ordinal))).Single().TalkedAt.ShouldBeNull();

    [Fact]
    public void Agents_legs_are_no_calls() =>
        Read(ServedByFallback.Select(l => l.Replace("from-carrier", "from-agent", StringComparison.Ordinal))).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("\"CHAN_START\",\"179")]
    [InlineData("CHAN_START,1,2,3,4,5,6,7,8,9,10")]
    [InlineData("\"a\",\"nan\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"")]
    [InlineData("\"a\",\"99999999999999999999\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"")]
    public void A_torn_line_is_no_line(string line) => CelLine.Parse(line).ShouldBeNull();
}
