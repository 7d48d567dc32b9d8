using System.Text;
using Hotline.Telephony.Capture;

namespace Hotline.Telephony.Tests.Capture;

/// <summary>Which answer is whose, and what stays without one.</summary>
public sealed class SipWatchTests
{
    private readonly SipWatch _watch = new(place => place.Equals(Hep.Asterisk));

    [Fact]
    public void The_first_answer_but_100_says_how_long_a_call_lay_also_where_it_was_sent_again()
    {
        _watch.Feed(Hep.In(Hep.Request("INVITE"))).ShouldBeNull();
        _watch.Feed(Hep.In(Hep.Request("INVITE"), atMs: 500)).ShouldBeNull();
        _watch.OldestCall().ShouldBe(Hep.Start);
        _watch.Feed(Hep.Out(Hep.Answer("100 Trying"), atMs: 600)).ShouldBeNull();
        _watch.OldestCall().ShouldBe(Hep.Start);

        var answer = _watch.Feed(Hep.Out(Hep.Answer("180 Ringing"), atMs: 700))!;

        (answer.Status, answer.At - answer.Request.At, answer.Request.IsNewCall).ShouldBe((180, TimeSpan.FromMilliseconds(700), true));
        _watch.Feed(Hep.Out(Hep.Answer("200 OK"), atMs: 900)).ShouldBeNull();
        _watch.OldestCall().ShouldBeNull();
    }

    [Fact]
    public void What_we_ask_others_and_what_they_answer_is_none_of_it()
    {
        _watch.Feed(Hep.Out(Hep.Request("INVITE")));
        _watch.Feed(Hep.In(Hep.Answer("486 Busy Here"))).ShouldBeNull();
        _watch.OldestCall().ShouldBeNull();
        _watch.TakeUnanswered(Hep.Start.AddMinutes(5)).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_branch_of_another_method_is_another_request()
    {
        _watch.Feed(Hep.In(Hep.Request("INVITE")));
        _watch.Feed(Hep.In(Hep.Request("CANCEL")));
        _watch.Feed(Hep.Out(Hep.Answer("200 OK", "CANCEL"))).ShouldBeNull();
        _watch.Feed(Hep.Out(Hep.Answer("487 Request Terminated")))!.Status.ShouldBe(487);
    }

    [Fact]
    public void A_request_that_nobody_answers_is_told_once_when_nobody_waits_any_more()
    {
        _watch.Feed(Hep.In(Hep.Request("INFO", headers: "c: application/isup\r\n", toTag: "t", branch: "b2")));
        _watch.Feed(Hep.In(Hep.Request("OPTIONS", branch: "b3")));
        _watch.Feed(Hep.Out(Hep.Answer("200 OK", "OPTIONS", branch: "b3")));
        _watch.TakeUnanswered(Hep.Start.AddSeconds(31)).ShouldBeEmpty();

        var late = _watch.TakeUnanswered(Hep.Start.AddSeconds(33)).ShouldHaveSingleItem();

        (late.Message.Method, late.Message.Header("Content-Type", "c"), late.Message.InDialogue, late.IsNewCall)
            .ShouldBe(("INFO", "application/isup", true, false));
        _watch.TakeUnanswered(Hep.Start.AddSeconds(90)).ShouldBeEmpty();
    }

    [Fact]
    public void A_re_invite_is_no_new_call()
    {
        _watch.Feed(Hep.In(Hep.Request("INVITE", toTag: "t")));
        _watch.OldestCall().ShouldBeNull();
        _watch.Feed(Hep.Out(Hep.Answer("488 Not Acceptable Here")))!.Request.IsNewCall.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("INVITE")]
    [InlineData("SIP/2.0")]
    [InlineData("SIP/2.0 abc\r\nCall-ID: c1\r\nCSeq: x\r\n\r\n")]
    [InlineData("INVITE sip:x SIP/2.0\r\n: \r\nVia\r\nCSeq:\r\nCall-ID: c9\r\n")]
    public void What_is_no_message_is_passed_over(string text)
    {
        _watch.Feed(new HepPacket(Hep.Carrier, Hep.Asterisk, Hep.Start, Encoding.UTF8.GetBytes(text))).ShouldBeNull();
        _watch.Feed(new HepPacket(Hep.Asterisk, Hep.Carrier, Hep.Start, Encoding.UTF8.GetBytes(text))).ShouldBeNull();
    }

    [Fact]
    public void Short_names_and_folded_lines_are_read()
    {
        var text = SipText.Parse("INVITE sip:1 SIP/2.0\r\nv: SIP/2.0/UDP h;branch=z9b\r\ni: c7\r\nt: <sip:1@h>\r\n ;tag=x\r\nCSeq: 3 INVITE\r\n\r\nbody"u8)!;
        (text.CallId, text.Branch, text.Method, text.InDialogue).ShouldBe(("c7", "z9b", "INVITE", true));
    }
}
