using System.Text;
using Hotline.Telephony.Ami;

namespace Hotline.Telephony.Tests.Ami;

/// <summary>One message: what is sent cannot become two, what comes is read as it is.</summary>
public sealed class AmiMessageTests
{
    [Fact]
    public void Encode_action_ends_with_its_id_and_an_empty_line() =>
        AmiMessage.Action("Redirect", ("Channel", "x"), ("Exten", "12345")).Encode("7")
            .ShouldBe("Action: Redirect\r\nChannel: x\r\nExten: 12345\r\nActionID: 7\r\n\r\n");

    [Theory]
    [InlineData("x\r\nAction: Originate")]
    [InlineData("x\nAction: Originate")]
    [InlineData("x\rAction: Originate")]
    [InlineData("x\0Action: Originate")]
    public void Action_line_end_in_a_value_begins_no_line_of_its_own(string hostile)
    {
        var sent = AmiMessage.Action("Redirect", ("Channel", hostile)).Encode("7");
        sent.Split(["\r\n", "\n", "\r", "\0"], StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["Action: Redirect", "Channel: xAction: Originate", "ActionID: 7"]);
    }

    [Theory]
    [InlineData("x", 900)]
    [InlineData("字", 900)]
    [InlineData("😀", 900)]
    [InlineData("a😀", 900)]
    public void Action_overlong_value_is_cut_below_900_bytes_and_not_inside_a_character(string piece, int max)
    {
        var value = AmiMessage.Action("x", ("V", string.Concat(Enumerable.Repeat(piece, 2_000))))["V"];
        Encoding.UTF8.GetByteCount(value).ShouldBeInRange(max - 4, max);
        value.EnumerateRunes().ShouldAllBe(r => r != Rune.ReplacementChar);
    }

    [Theory]
    [InlineData("Event: ContactStatus", "Event", "ContactStatus")]
    [InlineData("URI: sip:a@h:1;transport=ws", "URI", "sip:a@h:1;transport=ws")]
    [InlineData("Message:", "Message", "")]
    [InlineData("NoSpace:x", "NoSpace", "x")]
    public void Add_line_key_and_value_are_read_as_they_came(string line, string key, string value)
    {
        var message = new AmiMessage();
        message.AddLine(line);
        message.Lines.ShouldBe([(key, value)]);
    }

    [Theory]
    [InlineData("no colon")]
    [InlineData(": no key")]
    [InlineData("")]
    public void Add_line_what_is_no_header_is_passed_over(string line)
    {
        var message = new AmiMessage();
        message.AddLine(line);
        message.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Item_key_that_comes_twice_or_in_other_letters_is_the_first()
    {
        var message = AmiMessage.Action("x", ("Variable", "a"), ("Variable", "b"));
        (message["variable"], message["Nothing"]).ShouldBe(("a", ""));
    }

    [Theory]
    [InlineData("Success", true)]
    [InlineData("Follows", true)]
    [InlineData("Goodbye", true)]
    [InlineData("Error", false)]
    [InlineData("", false)]
    public void Ok_only_what_was_done_is(string response, bool ok) => AmiMessage.Action("x", ("Response", response)).Ok.ShouldBe(ok);
}
