namespace Hotline.Telephony.Sip;

/// <summary>Who calls and what he dialled.</summary>
/// <param name="Dialled">A number of the city's lists, or what was written where none knows it.</param>
/// <param name="Caller">As people read it; empty where withheld or unknown.</param>
/// <param name="CallerSent">What the network said, where that is not <paramref name="Caller"/>: another spelling, or a withheld number.</param>
internal readonly record struct Arrival(string Dialled, string Caller, string? CallerSent);

/// <summary>
/// Reads an arrival by the rules of its trunk. The network's word goes before the caller's; who withholds his number has none, for nobody
/// but the emergency services (RFC 3325 section 9, RFC 3323).
/// </summary>
internal sealed class ArrivalReader(IArrivalRules rules)
{
    private static readonly string[] Withholding = ["id", "user", "header"];

    /// <param name="trunk">The trunk it came by.</param>
    /// <param name="request">The number in the request, as far as the dialplan could read it.</param>
    /// <param name="facts">What the message said.</param>
    /// <param name="caller">Whom Asterisk takes for the caller: for messages of which nothing else is known.</param>
    /// <param name="at">When it came: number policies hold by the day.</param>
    public Arrival Read(string trunk, string request, ArrivalFacts facts, string? caller, DateTimeOffset at)
    {
        var rule = rules.Of(trunk);
        var dialled = Dialled(rule, trunk, request, facts, at);
        if (facts.IsEmpty)
        {
            return Named(dialled, OutsideText.Caller(caller));
        }
        foreach (var source in rule.Caller)
        {
            // A header that is there is the last word, also where it names nobody: what stands behind it is less to be trusted.
            if (AddressesOf(source, facts) is { Count: > 0 } addresses)
            {
                var sent = addresses.Select(a => OutsideText.Caller(a.Number)).FirstOrDefault(n => n.Any(char.IsAsciiDigit))
                    ?? (source == CallerSource.From ? NameIn(addresses, caller) : "");
                return IsWithheld(facts, addresses)
                    ? new Arrival(dialled, "", sent.Length > 0 ? rules.NormalCaller(sent) : null)
                    : Named(dialled, sent);
            }
        }
        return new Arrival(dialled, "", null);
    }

    /// <summary>A caller's own word may be a name; and one of more than 4,096 characters was cut, and Asterisk has its beginning.</summary>
    private static string NameIn(List<SipAddress> addresses, string? caller) =>
        addresses.Select(a => OutsideText.Caller(a.Number)).FirstOrDefault(n => n.Length > 0) ?? OutsideText.Caller(caller);

    private Arrival Named(string dialled, string sent)
    {
        var normal = sent.Length > 0 ? rules.NormalCaller(sent) : "";
        return new Arrival(dialled, normal, normal == sent ? null : sent);
    }

    private string Dialled(TrunkRules rule, string trunk, string request, ArrivalFacts facts, DateTimeOffset at)
    {
        foreach (var source in rule.Dialled)
        {
            foreach (var written in WrittenBy(source, request, facts))
            {
                if (rules.NumberOf(trunk, written, at) is { } number)
                {
                    return number;
                }
            }
        }
        return OutsideText.Clean(facts.Unread is { } uri ? SipAddresses.NumberOf(uri) is { Length: > 0 } name ? name : uri : request,
            OutsideText.DialledMax);
    }

    private static IEnumerable<string> WrittenBy(DialledSource source, string request, ArrivalFacts facts) => source switch
    {
        DialledSource.Request => [facts.Unread is { } uri ? SipAddresses.NumberOf(uri) : request],
        DialledSource.To => Numbers(facts, "to"),
        DialledSource.CalledParty => Numbers(facts, "called"),
        // The newest stands first (RFC 5806 section 4): the citizen dialled the last.
        DialledSource.Diversion => Numbers(facts, "diversion").Reverse(),
        _ => Numbers(facts, "history"),
    };

    private static IEnumerable<string> Numbers(ArrivalFacts facts, string header) =>
        facts.Of(header).SelectMany(SipAddresses.Read).Select(a => a.Number).Where(n => n.Length > 0);

    private static List<SipAddress> AddressesOf(CallerSource source, ArrivalFacts facts) =>
    [
        .. facts.Of(source switch { CallerSource.AssertedIdentity => "pai", CallerSource.RemoteParty => "rpid", _ => "from" })
            .SelectMany(SipAddresses.Read),
    ];

    /// <summary>
    /// "Privacy: none" is his own word that it may be told. A From without a name beside the network's word says that he wants to stay unknown,
    /// also where the network forgot the header.
    /// </summary>
    private static bool IsWithheld(ArrivalFacts facts, List<SipAddress> addresses)
    {
        string[] wishes = [.. facts.Of("privacy").SelectMany(p => p.Split([';', ','], StringSplitOptions.TrimEntries))];
        if (wishes.Contains("none", StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }
        return wishes.Any(w => Withholding.Contains(w, StringComparer.OrdinalIgnoreCase))
            || addresses.Any(a => a["privacy"] is { } privacy && !privacy.Equals("off", StringComparison.OrdinalIgnoreCase))
            || facts.Of("from").SelectMany(SipAddresses.Read).Any(a => a.Number.Length > 0 && OutsideText.Caller(a.Number).Length == 0);
    }
}
