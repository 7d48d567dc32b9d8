using Hotline.Telephony.Cel;

namespace Hotline.Telephony.Tests.Cel;

/// <summary>A line of Asterisk's book is read whole, or is none.</summary>
public sealed class CelLineTests
{
    private const string Whole =
        "\"HANGUP\",\"1795213010.5\",\"u-1.0\",\"l-1.0\",\"PJSIP/carrier-00000000\",\"12348\",\"fallback\",\"Queue\",\"13800006021\",\"1-4613@127.0.0.2\",\"{\"\"hangupcause\"\":16}\"";

    [Fact]
    public void Parse_whole_line_has_each_field_in_its_place()
    {
        var line = CelLine.Parse(Whole).ShouldNotBeNull();
        (line.Event, line.Channel, line.Name, line.Dialled, line.Context, line.Application, line.Caller, line.SipCallId, line.Extra).ShouldBe(
            ("HANGUP", "u-1.0", "PJSIP/carrier-00000000", "12348", "fallback", "Queue", "13800006021", "1-4613@127.0.0.2", "{\"hangupcause\":16}"));
        line.At.ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(1795213010.5));
    }

    /// <summary>But for one that ends in the middle of a doubled quote, which looks like a closed field: the book is read by whole lines.</summary>
    [Fact]
    public void Parse_line_cut_anywhere_is_none()
    {
        var line = With(10, "{}");
        for (var length = 0; length < line.Length; length++)
        {
            CelLine.Parse(line[..length]).ShouldBeNull($"cut after {length}");
        }
    }

    [Theory]
    [InlineData("a,b", "a,b")]
    [InlineData("\"\"", "\"")]
    [InlineData("张三😀", "张三😀")]
    [InlineData("${SHELL(id)}", "${SHELL(id)}")]
    [InlineData("", "")]
    public void Parse_what_strangers_wrote_is_text(string written, string read) => CelLine.Parse(With(8, written))!.Caller.ShouldBe(read);

    [Theory]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData(" 1")]
    [InlineData("1,5")]
    [InlineData("۱۷۹۵")]
    [InlineData("253402300800")]
    [InlineData("")]
    public void Parse_time_that_is_none_is_no_line(string time) => CelLine.Parse(With(1, time)).ShouldBeNull();

    [Fact]
    public void Parse_last_moment_there_is_is_read() => CelLine.Parse(With(1, "253402300799"))!.At.Year.ShouldBe(9999);

    [Theory]
    [InlineData("253402300799.9999999")]
    [InlineData("253402300799.99999999999")]
    [InlineData("0.00000000000000000000000001")]
    public void Parse_any_fraction_is_read_or_no_line(string time) => Should.NotThrow(() => CelLine.Parse(With(1, time)));

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    public void Parse_other_number_of_fields_is_no_line(int count) =>
        CelLine.Parse(string.Join(',', Enumerable.Repeat("\"1\"", count))).ShouldBeNull();

    [Fact]
    public void Parse_endless_line_is_no_line() => CelLine.Parse(With(10, new string('x', 20_000))).ShouldBeNull();

    private static string With(int field, string value) =>
        string.Join(',', Enumerable.Range(0, 11).Select(i => $"\"{(i == field ? value : i == 1 ? "1" : "")}\""));
}
