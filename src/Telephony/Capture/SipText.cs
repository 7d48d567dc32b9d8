using System.Globalization;
using System.Text;

namespace Hotline.Telephony.Capture;

/// <summary>The head of a SIP message (RFC 3261 section 7), read as far as somebody asks. What is missing is empty.</summary>
internal sealed class SipText
{
    private const int HeadMax = 16_384;
    private readonly string[] _lines;

    private SipText(string[] lines)
    {
        _lines = lines;
        var words = lines[0].Split(' ', 3);
        IsResponse = words[0] == "SIP/2.0";
        Status = IsResponse && words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : 0;
        RequestUri = !IsResponse && words.Length > 1 ? words[1] : "";
        CallId = Header("Call-ID", "i");
        Method = Header("CSeq").Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var method, ..] ? method : "";
        Branch = Parameter(Header("Via", "v").Split(',')[0], "branch");
    }

    public bool IsResponse { get; }
    public int Status { get; }
    public string RequestUri { get; }
    public string CallId { get; }

    /// <summary>Of the CSeq: a response's request has the same.</summary>
    public string Method { get; }

    /// <summary>Of the uppermost Via: what a transaction is known by.</summary>
    public string Branch { get; }

    /// <summary>Within a call or a subscription that stands.</summary>
    public bool InDialogue => Parameter(Header("To", "t"), "tag").Length > 0;

    public static SipText? Parse(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        var head = message[..Math.Min(end < 0 ? message.Length : end, HeadMax)];
        var lines = Encoding.UTF8.GetString(head).Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal)
            .Split("\r\n");
        return lines[0].Contains("SIP/2.0", StringComparison.Ordinal) ? new SipText(lines) : null;
    }

    /// <summary>The first line of a header, by its name or its short one.</summary>
    public string Header(string name, string shortName = "")
    {
        foreach (var line in _lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).TrimEnd() is var found
                && (found.Equals(name, StringComparison.OrdinalIgnoreCase) || found.Equals(shortName, StringComparison.OrdinalIgnoreCase)))
            {
                return line[(colon + 1)..].Trim();
            }
        }
        return "";
    }

    private static string Parameter(string header, string name)
    {
        foreach (var part in header.Split(';').Skip(1))
        {
            if (part.Split('=', 2) is [var key, var value] && key.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Trim().TrimEnd('>');
            }
        }
        return "";
    }
}
