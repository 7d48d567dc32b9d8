using System.Globalization;
using System.Net;
using System.Text;

namespace Hotline.Testkit.Sip;

/// <summary>A SIP message, parsed as far as a telephone of the tests needs it.</summary>
public sealed class SipMessage
{
    private readonly List<(string Name, string Value)> _headers = [];

    private SipMessage(string startLine) => StartLine = startLine;

    public string StartLine { get; }
    public string Body { get; private set; } = "";
    public bool IsResponse => StartLine.StartsWith("SIP/2.0 ", StringComparison.Ordinal);
    public int Status => IsResponse ? int.Parse(StartLine.AsSpan(8, 3), CultureInfo.InvariantCulture) : 0;
    public string Method => IsResponse ? this["CSeq"].Split(' ')[^1] : StartLine[..StartLine.IndexOf(' ', StringComparison.Ordinal)];
    public string CallId => this["Call-ID"];
    public int Sequence => int.Parse(this["CSeq"].Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>The first header of a name; empty where there is none.</summary>
    public string this[string name] => _headers.Find(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>The user part of the address in From.</summary>
    public string FromUser => Between(this["From"], "sip:", '@');

    /// <summary>Where in-dialogue requests go.</summary>
    public string ContactUri => Between(this["Contact"], "<", '>');

    /// <summary>The port of the audio in the SDP; 0 where there is none.</summary>
    public int AudioPort => Body.Length == 0 ? 0 : int.Parse(Between(Body, "m=audio ", ' '), CultureInfo.InvariantCulture);

    /// <summary>Where the other side wants to hear us.</summary>
    public IPEndPoint Sound => new(IPAddress.Parse(Between(Body, "c=IN IP4 ", '\r')), AudioPort);

    public static SipMessage? Parse(ReadOnlySpan<byte> packet)
    {
        var text = Encoding.UTF8.GetString(packet);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return null; // a keep-alive
        }
        var lines = text[..end].Split("\r\n");
        var message = new SipMessage(lines[0]) { Body = text[(end + 4)..] };
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                message._headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }
        return message;
    }

    /// <summary>A response to this request, with the headers that SIP wants back.</summary>
    public string Answer(string status, string toTag, string contact = "", string sdp = "")
    {
        var text = new StringBuilder("SIP/2.0 ").Append(status).Append("\r\n");
        foreach (var (name, value) in _headers)
        {
            if (name is "Via" or "From" or "Call-ID" or "CSeq" or "Record-Route")
            {
                text.Append(name).Append(": ").Append(value).Append("\r\n");
            }
            else if (name == "To")
            {
                text.Append("To: ").Append(value).Append(value.Contains("tag=", StringComparison.Ordinal) ? "" : ";tag=" + toTag).Append("\r\n");
            }
        }
        return Finish(text, contact, sdp);
    }

    public static string Finish(StringBuilder text, string contact, string sdp)
    {
        if (contact.Length > 0)
        {
            text.Append("Contact: <").Append(contact).Append(">\r\n");
        }
        if (sdp.Length > 0)
        {
            text.Append("Content-Type: application/sdp\r\n");
        }
        return text.Append("Content-Length: ").Append(sdp.Length).Append("\r\n\r\n").Append(sdp).ToString();
    }

    public static string Sdp(string address, int port) =>
        $"v=0\r\no=- 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\nm=audio {port} RTP/AVP 8 101\r\n" +
        "a=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\na=ptime:20\r\na=sendrecv\r\n";

    public static string Between(string text, string before, char after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }
        start += before.Length;
        var end = text.IndexOf(after, start);
        return end < 0 ? text[start..] : text[start..end];
    }
}
