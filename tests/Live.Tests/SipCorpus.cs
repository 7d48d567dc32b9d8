using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>An INVITE as some network or telephone writes it, and what becomes of it.</summary>
/// <param name="Invite">What differs from a careful telephone's.</param>
/// <param name="Number">The user part of the request's address.</param>
/// <param name="Dialled">The number of the city's lists that is meant; what was written where there is none.</param>
/// <param name="Caller">Who calls, as people read it; empty where withheld or unknown.</param>
/// <param name="Sent">What the ledger keeps beside it.</param>
/// <param name="Status">The final answer.</param>
/// <param name="Trunk">The address from which it comes.</param>
public sealed record CorpusCall(
    RawInvite Invite, string Number = "12345", string Dialled = "12345", string Caller = "13800006021", string Sent = "", int Status = 200,
    string Trunk = Citizen.CarrierAddress);

/// <summary>Messages that were seen on trunks, or might be: each with what Hotline makes of it.</summary>
internal static class SipCorpus
{
    private const string Me = "<sip:13800006021@carrier.invalid>", Other = "13911112222", SubCentre = "127.0.0.3";
    private const string Law = "12348";

    /// <summary>INVITEs that become a call, or do not.</summary>
    public static Dictionary<string, CorpusCall> Invites { get; } = new()
    {
        ["a careful telephone"] = new(new RawInvite()),
        ["no offer in the INVITE"] = new(new RawInvite { Body = "" }, Status: 200),

        // Who calls.
        ["PAI sip"] = new(new RawInvite { Headers = $"P-Asserted-Identity: <sip:{Other}@carrier.invalid>" }, Caller: Other),
        ["PAI tel"] = new(new RawInvite { Headers = $"P-Asserted-Identity: <tel:+86{Other}>" }, Caller: Other, Sent: "+86" + Other),
        ["PAI with a name"] =
        new(new RawInvite { Headers = $"P-Asserted-Identity: \"Li, Lei\" <sip:{Other}@carrier.invalid;user=phone>" }, Caller: Other),
        ["PAI with two values on one line"] =
            new(new RawInvite { Headers = $"P-Asserted-Identity: <sip:{Other}@c.invalid>, <tel:+86{Other}>" }, Caller: Other),
        ["PAI on two lines"] =
            new(new RawInvite { Headers = $"P-Asserted-Identity: <sip:{Other}@c.invalid>\r\nP-Asserted-Identity: <tel:+86{Other}>" }, Caller: Other),
        ["PAI whose first value is no number"] =
            new(new RawInvite { Headers = $"P-Asserted-Identity: <sip:gateway@c.invalid>, <tel:+86{Other}>" }, Caller: Other, Sent: "+86" + Other),
        ["PAI without brackets"] = new(new RawInvite { Headers = $"P-Asserted-Identity: sip:{Other}@c.invalid" }, Caller: Other),
        ["PAI in small letters"] = new(new RawInvite { Headers = $"p-asserted-identity: <sip:{Other}@c.invalid>" }, Caller: Other),
        ["PAI that names nobody"] = new(new RawInvite { Headers = "P-Asserted-Identity: <sip:gateway@c.invalid>" }, Caller: ""),
        ["PAI on the sub-centre's trunk"] =
            new(new RawInvite { Headers = $"P-Asserted-Identity: <sip:{Other}@c.invalid>, <tel:+86{Other}>" }, Caller: Other, Trunk: SubCentre),
        ["RPID"] = new(new RawInvite { Headers = $"Remote-Party-ID: <sip:{Other}@c.invalid>;party=calling;privacy=off;screen=yes" }, Caller: Other),
        ["RPID beside PAI"] = new(
            new RawInvite { Headers = $"Remote-Party-ID: <sip:13700001111@c.invalid>\r\nP-Asserted-Identity: <sip:{Other}@c.invalid>" },
            Caller: Other),
        ["P-Preferred-Identity is the caller's own wish"] = new(new RawInvite { Headers = $"P-Preferred-Identity: <sip:{Other}@c.invalid>" }),
        ["the caller with +86"] = new(new RawInvite { From = "<sip:+8613800006021@c.invalid>" }, Sent: "+8613800006021"),
        ["the caller with 0086"] = new(new RawInvite { From = "<sip:008613800006021@c.invalid>" }, Sent: "008613800006021"),
        ["the caller with 86"] = new(new RawInvite { From = "<sip:8613800006021@c.invalid>" }, Sent: "8613800006021"),
        ["the caller with 0 before a mobile"] = new(new RawInvite { From = "<sip:013800006021@c.invalid>" }, Sent: "013800006021"),
        ["the caller in hyphens"] = new(new RawInvite { From = "<sip:+86-138-0000-6021@c.invalid>" }, Sent: "+86-138-0000-6021"),
        ["the caller's From as tel:"] = new(new RawInvite { From = "<tel:+8613800006021>" }, Sent: "+8613800006021"),
        ["a fixed line of the city"] = new(new RawInvite { From = "<sip:23456789@c.invalid>" }, Caller: "037123456789", Sent: "23456789"),
        ["a fixed line with +86371"] = new(new RawInvite { From = "<sip:+8637123456789@c.invalid>" }, Caller: "037123456789", Sent: "+8637123456789"),
        ["a fixed line with its phone-context"] =
            new(new RawInvite { From = "<sip:23456789;phone-context=+86371@c.invalid;user=phone>" }, Caller: "037123456789", Sent: "+8637123456789"),
        ["a number from abroad"] = new(new RawInvite { From = "<sip:004915112345678@c.invalid>" }, Caller: "+4915112345678", Sent: "004915112345678"),

        // Who withholds his number.
        ["Privacy: id"] = new(Hidden("id"), Caller: ""),
        ["Privacy: header;id"] = new(Hidden("header;id"), Caller: ""),
        ["Privacy: user;critical"] = new(Hidden("user;critical"), Caller: ""),
        ["Privacy: id on the sub-centre's trunk"] = new(Hidden("id"), Caller: "", Trunk: SubCentre),
        ["Privacy: id with PAI of two values"] = new(
            new RawInvite { Headers = $"Privacy: id\r\nP-Asserted-Identity: <sip:{Other}@c.invalid>, <tel:+86{Other}>" }, Caller: ""),
        ["Privacy: none"] = new(Hidden("none"), Caller: Other),
        ["RPID with privacy=full"] = new(new RawInvite { Headers = $"Remote-Party-ID: <sip:{Other}@c.invalid>;privacy=full" }, Caller: ""),
        ["From anonymous beside PAI"] = new(
            new RawInvite
            {
                From = "\"Anonymous\" <sip:anonymous@anonymous.invalid>", Headers = $"P-Asserted-Identity: <sip:{Other}@c.invalid>",
            }, Caller: ""),
        ["From anonymous"] = new(new RawInvite { From = "\"Anonymous\" <sip:anonymous@anonymous.invalid>" }, Caller: ""),
        ["From without a user"] = new(new RawInvite { From = "<sip:c.invalid>" }, Caller: ""),

        // What was dialled.
        ["12348"] = new(new RawInvite(), Law, Law),
        ["+8612348"] = new(new RawInvite(), "+8612348", Law),
        ["008612348"] = new(new RawInvite(), "008612348", Law),
        ["+8637112348"] = new(new RawInvite(), "+8637112348", Law),
        ["037112348"] = new(new RawInvite(), "037112348", Law),
        ["+86-371-12348 in hyphens"] = new(new RawInvite(), "+86-371-12348", Law),
        ["(0371)12348 in brackets"] = new(new RawInvite(), "(0371)12348", Law),
        ["12348;phone-context=+86"] = new(new RawInvite(), "12348;phone-context=+86", Law),
        ["12348;npdi"] = new(new RawInvite(), "12348;npdi;rn=+86371000", Law),
        ["an escaped 12348"] = new(new RawInvite(), "%31%32348", Law),
        ["tel:12348"] = new(new RawInvite { Uri = "tel:12348;phone-context=+86371" }, Dialled: Law),
        ["tel:+86-371-12348"] = new(new RawInvite { Uri = "tel:+86-371-12348" }, Dialled: Law),
        ["Diversion"] = new(new RawInvite { Headers = "Diversion: <sip:12348@c.invalid>;reason=unconditional" }, Dialled: Law),
        ["Diversion as tel:"] = new(new RawInvite { Headers = "Diversion: <tel:+86-371-12348>;reason=user-busy" }, Dialled: Law),
        ["two Diversions on two lines"] =
            new(new RawInvite { Headers = "Diversion: <sip:12345@c.invalid>\r\nDiversion: <sip:12348@c.invalid>" }, Dialled: Law),
        ["Diversion of the caller's own telephone"] = new(new RawInvite { Headers = $"Diversion: <sip:{Other}@c.invalid>;reason=no-answer" }),
        ["Diversion on the sub-centre's trunk"] =
            new(new RawInvite { Headers = "Diversion: <sip:12348@c.invalid>;reason=unconditional" }, Dialled: Law, Trunk: SubCentre),
        ["History-Info"] = new(
            new RawInvite { Headers = "History-Info: <sip:12348@c.invalid?Reason=SIP%3Bcause%3D302>;index=1, <sip:12345@c.invalid>;index=1.1" },
            Dialled: Law),
        ["P-Called-Party-ID"] = new(new RawInvite { Headers = "P-Called-Party-ID: <sip:+8612348@c.invalid>" }, "12345", Law),
        ["To, where the request has the network's own number"] = new(new RawInvite { To = "<sip:12348@c.invalid>" }, "87654321", Law),
        ["a number of no list"] = new(new RawInvite(), "99999", "99999"),
        ["letters"] = new(new RawInvite(), "abc", "abc"),
        ["digits and letters"] = new(new RawInvite(), "12345abc", "12345"),
        ["no user at all"] = new(new RawInvite { Uri = "sip:127.0.0.1" }, Dialled: "sip:127.0.0.1"),
        ["a number of forty digits"] = new(new RawInvite(), new string('1', 40), new string('1', 32)),

        // What cannot become a call.
        ["Require of something unknown"] = new(new RawInvite { Headers = "Require: moon" }, Status: 420),
        ["Require: replaces"] = new(new RawInvite { Headers = "Require: replaces\r\nReplaces: a@b;to-tag=1;from-tag=2" }, Status: 420),
        ["a body that is no SDP"] = new(new RawInvite { Body = "hello", ContentType = "text/plain" }, Status: 415),
        ["an SDP without a codec of ours"] = new(
            new RawInvite
            {
                Body = "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\nm=audio 9 RTP/AVP 18\r\na=rtpmap:18 G729/8000\r\n",
            }, Status: 488),
        ["an SDP that is broken"] = new(new RawInvite { Body = "v=0\r\nrubbish" }, Status: 400),
        ["sips: over UDP"] = new(new RawInvite { Uri = "sips:12345@127.0.0.1" }, Status: 480),
    };

    /// <summary>What is asked within a call: method, headers, body, and the final answer; null where Asterisk 22 gives none.</summary>
    public static (string Name, string Method, string Headers, string Body, int? Status)[] InDialogue { get; } =
    [
        ("OPTIONS", "OPTIONS", "", "", 200),
        ("UPDATE", "UPDATE", "", "", 200),
        ("INFO without a body", "INFO", "", "", 200),
        ("INFO with a key", "INFO", "Content-Type: application/dtmf-relay", "Signal=5\r\nDuration=160\r\n", 200),
        ("INFO with a key in the short form", "INFO", "Content-Type: application/dtmf", "5", 200),
        ("INFO for a picture", "INFO", "Content-Type: application/media_control+xml", "<media_control/>", 200),
        ("MESSAGE", "MESSAGE", "Content-Type: text/plain", "hello", 202),
        ("REFER", "REFER", "Refer-To: <sip:13900000000@127.0.0.2>", "", null),
        ("PRACK of nothing", "PRACK", "RAck: 1 1 INVITE", "", 400),
        ("REGISTER", "REGISTER", "", "", 404),
        ("INFO of ISUP (SIP-I)", "INFO", "Content-Type: application/ISUP;version=itu-t92+\r\nContent-Disposition: signal;handling=optional",
            "\u0001\u0002", null),
        ("INFO of a package", "INFO", "Info-Package: moon\r\nContent-Type: text/plain", "x", null),
        ("SUBSCRIBE", "SUBSCRIBE", "Event: dialog\r\nExpires: 60", "", null),
        ("NOTIFY", "NOTIFY", "Event: refer\r\nSubscription-State: active", "", null),
        ("PUBLISH", "PUBLISH", "Event: presence\r\nExpires: 60", "", null),
        ("a method that nobody knows", "MOON", "", "", null),
    ];

    /// <summary>How the third party answers our INVITE, and what the agent reads.</summary>
    public static (string Name, string Answer, string Headers, string Reason)[] Parties { get; } =
    [
        ("busy", "486 Busy Here", "", "busy"),
        ("busy everywhere", "600 Busy Everywhere", "", "busy"),
        ("declined", "603 Decline", "", "rejected"),
        ("forbidden", "403 Forbidden", "", "rejected"),
        ("no such number", "404 Not Found", "", "failed"),
        ("gone", "410 Gone", "", "failed"),
        ("not there", "480 Temporarily Unavailable", "", "noAnswer"),
        ("timed out", "408 Request Timeout", "", "noAnswer"),
        ("not acceptable", "488 Not Acceptable Here", "", "failed"),
        ("server error", "500 Server Internal Error", "", "failed"),
        ("overloaded", "503 Service Unavailable", "Retry-After: 30", "failed"),
        ("moved for now", "302 Moved Temporarily", "Contact: <sip:12345@127.0.0.9>", "moved"),
        ("moved for ever", "301 Moved Permanently", "Contact: <sip:13900000000@127.0.0.9>", "moved"),
        ("several choices", "300 Multiple Choices", "Contact: <sip:12345@127.0.0.9>, <sip:12348@127.0.0.9>", "moved"),
        ("another proxy", "305 Use Proxy", "Contact: <sip:127.0.0.9>", "moved"),
        ("moved nowhere", "302 Moved Temporarily", "", "moved"),
        ("asks for a password", "407 Proxy Authentication Required", "Proxy-Authenticate: Digest realm=\"x\", nonce=\"y\"", "rejected"),
    ];

    private static RawInvite Hidden(string privacy) => new()
    {
        From = Me, Headers = $"Privacy: {privacy}\r\nP-Asserted-Identity: <sip:{Other}@carrier.invalid>",
    };
}
