namespace Hotline.Telephony.Sip;

/// <summary>One address of a header: the number in it, and the header's parameters behind it.</summary>
/// <param name="Number">A telephone number or name, with the place of its phone-context before it; empty where there is none.</param>
/// <param name="Parameters">"privacy=full;screen=yes".</param>
internal readonly record struct SipAddress(string Number, string Parameters)
{
    /// <summary>The value of a parameter; null where it is not there.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var part in Parameters.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (part.AsSpan(0, equals < 0 ? part.Length : equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return equals < 0 ? "" : part[(equals + 1)..].Trim().Trim('"');
                }
            }
            return null;
        }
    }
}

/// <summary>
/// Reads headers that hold addresses (RFC 3261 section 20, sip: and tel: of RFC 3966), several in a line. Nothing that a stranger writes is
/// an error: what cannot be read has no number.
/// </summary>
internal static class SipAddresses
{
    private const int AddressesMax = 16;

    public static IReadOnlyList<SipAddress> Read(string header)
    {
        List<SipAddress> found = [];
        foreach (var part in Parts(header))
        {
            if (found.Count < AddressesMax && part.Trim() is { Length: > 0 } text)
            {
                found.Add(One(text));
            }
        }
        return found;
    }

    /// <summary>The number in an address of sip: or tel:.</summary>
    public static string NumberOf(string uri)
    {
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return "";
        }
        var (scheme, rest) = (uri[..colon].Trim().ToUpperInvariant(), uri[(colon + 1)..]);
        var user = scheme switch
        {
            "SIP" or "SIPS" when rest.LastIndexOf('@') is >= 0 and var at => rest[..at],
            "TEL" => rest,
            _ => "",
        };
        var semicolon = user.IndexOf(';', StringComparison.Ordinal);
        var parameters = semicolon < 0 ? "" : user[(semicolon + 1)..];
        var number = Unescape((semicolon < 0 ? user : user[..semicolon]).Split(':')[0]); // behind a colon stands a password
        var context = new SipAddress("", parameters)["phone-context"];
        return OutsideText.Clean(number.StartsWith('+') || context?.StartsWith('+') != true ? number : context + number, OutsideText.CallerMax);
    }

    private static SipAddress One(string text)
    {
        var open = OutsideQuotes(text, '<', 0);
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        if (open >= 0 && close > open)
        {
            return new SipAddress(NumberOf(text[(open + 1)..close]), text[(close + 1)..].TrimStart().TrimStart(';'));
        }
        // Without brackets the parameters of a sip: are the header's; those of a tel: cannot be told apart and are the number's.
        var semicolon = text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? -1 : text.IndexOf(';', StringComparison.Ordinal);
        return new SipAddress(NumberOf(semicolon < 0 ? text : text[..semicolon]), semicolon < 0 ? "" : text[(semicolon + 1)..]);
    }

    /// <summary>Commas part addresses, but for those in quotes and in brackets.</summary>
    private static IEnumerable<string> Parts(string header)
    {
        var (from, quoted, bracketed) = (0, false, false);
        for (var i = 0; i < header.Length; i++)
        {
            switch (header[i])
            {
                case '\\' when quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '<' or '>' when !quoted:
                    bracketed = header[i] == '<';
                    break;
                case ',' when !quoted && !bracketed:
                    yield return header[from..i];
                    from = i + 1;
                    break;
            }
        }
        yield return header[from..];
    }

    private static int OutsideQuotes(string text, char wanted, int from)
    {
        var quoted = false;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == wanted && !quoted)
            {
                return i;
            }
        }
        return -1;
    }

    private static string Unescape(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
}
