using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Hotline.Testkit.Sound;
using static System.FormattableString;

namespace Hotline.Testkit.Sip;

/// <summary>
/// A telephone whose every word the test writes: what SIPp would not send, and what no careful maker would. It says nothing by itself but
/// the 200 to a BYE and the ACK to a final answer.
/// </summary>
public sealed class RawPhone : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly IPEndPoint _asterisk;
    private readonly List<RawCall> _calls = [];

    public RawPhone(string name, IPEndPoint here, IPEndPoint asterisk, Tone tone)
    {
        _asterisk = asterisk;
        _socket.Bind(here);
        Ear = new RtpPeer(name, here.Address, tone);
        Messages = new Happenings<SipMessage>(name);
        _ = Task.Run(ListenAsync);
    }

    public RtpPeer Ear { get; }

    public Tone Tone => Ear.Tone;

    public IPEndPoint Here => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>All that came, in order.</summary>
    public Happenings<SipMessage> Messages { get; }

    /// <summary>Its side of a call's sound.</summary>
    public string Sdp => SipMessage.Sdp(Here.Address.ToString(), Ear.Port);

    /// <summary>A branch, tag or Call-ID that nobody had before.</summary>
    public static string New(string prefix = "") => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Sends a message; lines may end as the test's source does.</summary>
    public void Send(string text) => _socket.SendTo(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), _asterisk);

    /// <summary>Starts a call; what is left out is as a careful telephone writes it.</summary>
    public RawCall Call(string number, RawInvite? invite = null)
    {
        var call = new RawCall(this, _asterisk, number, invite ?? new RawInvite());
        _calls.Add(call);
        return call;
    }

    /// <summary>Answers a request that came.</summary>
    public void Answer(SipMessage request, string status, bool sound = false, string headers = "") =>
        Send(With(request.Answer(status, "raw", $"sip:{Here}", sound ? Sdp : ""), headers));

    /// <summary>The next request of a method.</summary>
    public Task<SipMessage> RequestAsync(string method, int from = 0) =>
        Messages.FirstAsync(m => !m.IsResponse && m.Method == method, $"a {method}", from: from);

    public async ValueTask DisposeAsync()
    {
        foreach (var call in _calls.Where(c => c.IsUp))
        {
            await call.HangUpAsync();
        }
        Ear.Dispose();
        _socket.Dispose();
    }

    private static string With(string message, string headers) =>
        headers.Length == 0
            ? message
            : message.Replace("Content-Length:", headers.ReplaceLineEndings("\r\n") + "\r\nContent-Length:", StringComparison.Ordinal);

    private async Task ListenAsync()
    {
        var buffer = new byte[65_536];
        while (true)
        {
            SipMessage? message;
            try
            {
                message = SipMessage.Parse(buffer.AsSpan(0, await _socket.ReceiveAsync(buffer)));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
            if (message is null)
            {
                continue;
            }
            if (!message.IsResponse && message.Method == "BYE")
            {
                Send(message.Answer("200 OK", "raw"));
            }
            Messages.Add(message);
        }
    }
}

/// <summary>How an INVITE differs from that of a careful telephone. {0} in a header is the telephone's own address.</summary>
public sealed record RawInvite
{
    /// <summary>The request's address; null for sip:NUMBER@Asterisk.</summary>
    public string? Uri { get; init; }

    public string From { get; init; } = "<sip:13800006021@carrier.invalid>";

    /// <summary>Null for the request's address.</summary>
    public string? To { get; init; }

    /// <summary>Lines between Contact and Content-Type.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Null for the usual SDP; empty for an offer that comes with the ACK.</summary>
    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/sdp";

}

/// <summary>One call of a <see cref="RawPhone"/>.</summary>
public sealed class RawCall
{
    private readonly RawPhone _phone;
    private readonly RawInvite _invite;
    private readonly string _uri;
    private readonly string _branch = RawPhone.New("z9hG4bK");
    private readonly int _from;
    private string _to;
    private string _target;
    private int _sequence = 1;
    private bool _up;

    internal RawCall(RawPhone phone, IPEndPoint asterisk, string number, RawInvite invite)
    {
        (_phone, _invite, _from) = (phone, invite, phone.Messages.Count);
        _uri = _target = invite.Uri ?? $"sip:{number}@{asterisk}";
        _to = invite.To ?? $"<{_uri}>";
        SendInvite(_branch);
    }

    public string CallId { get; } = RawPhone.New() + "@raw";

    /// <summary>Its half of the dialogue's name, once answered.</summary>
    public string ToTag => SipMessage.Between(_to + ";", "tag=", ';');

    public string FromTag { get; } = RawPhone.New();

    /// <summary>Answered, and nobody has hung up.</summary>
    public bool IsUp => _up && !IsEnded;

    /// <summary>The same INVITE on another way, as a proxy that forks sends it (RFC 3261 8.2.2.2).</summary>
    public string InviteAgain()
    {
        var branch = RawPhone.New("z9hG4bK");
        SendInvite(branch);
        return branch;
    }

    /// <summary>The final answer to the INVITE, which is acknowledged: its status.</summary>
    public async Task<int> AnswerAsync(string? branch = null)
    {
        var answer = await FinalAsync("INVITE", 1, branch ?? _branch);
        if (answer.Status is >= 200 and < 300)
        {
            _up = true;
            _to = answer["To"];
            _target = answer.ContactUri;
            Acknowledge(RawPhone.New("z9hG4bK"), _target, _invite.Body == "" ? _phone.Sdp : "");
            _phone.Ear.SpeakTo(answer.Sound);
        }
        else
        {
            Write("ACK", 1, branch ?? _branch, _uri, "", "", to: answer["To"]);
        }
        return answer.Status;
    }

    /// <summary>A request within the call.</summary>
    /// <returns>The status of its final answer; null where none comes within the limit.</returns>
    public async Task<int?> AskAsync(string method, string headers = "", string body = "", TimeSpan? limit = null)
    {
        Write(method, ++_sequence, RawPhone.New("z9hG4bK"), _target, headers, body);
        try
        {
            return (await FinalAsync(method, _sequence, null, limit)).Status;
        }
        catch (NotInTimeException) when (limit is not null)
        {
            return null;
        }
    }

    /// <summary>Whether Asterisk ended it, or comes to.</summary>
    public Task EndsAsync() => _phone.Messages.FirstAsync(m => !m.IsResponse && m.Method == "BYE" && m.CallId == CallId, "a BYE", from: _from);

    public bool IsEnded => _phone.Messages.All.Skip(_from).Any(m => !m.IsResponse && m.Method == "BYE" && m.CallId == CallId);

    public async Task HangUpAsync()
    {
        _up = false;
        _phone.Ear.FallSilent();
        await AskAsync("BYE");
    }

    private void SendInvite(string branch) => Write("INVITE", 1, branch, _uri, _invite.Headers, _invite.Body ?? _phone.Sdp, _invite.ContentType);

    private void Acknowledge(string branch, string uri, string body = "") => Write("ACK", 1, branch, uri, "", body, _invite.ContentType);

    private void Write(string method, int sequence, string branch, string uri, string headers, string body, string contentType = "",
        string? to = null)
    {
        var text = new StringBuilder()
            .Append(Invariant($"{method} {uri} SIP/2.0\r\nVia: SIP/2.0/UDP {_phone.Here};rport;branch={branch}\r\n"))
            .Append(Invariant($"From: {_invite.From};tag={FromTag}\r\nTo: {to ?? _to}\r\nCall-ID: {CallId}\r\nCSeq: {sequence} {method}\r\n"))
            .Append(Invariant($"Max-Forwards: 70\r\nContact: <sip:raw@{_phone.Here}>\r\n"));
        if (headers.Length > 0)
        {
            text.Append(headers.ReplaceLineEndings("\r\n")).Append("\r\n");
        }
        if (body.Length > 0 && contentType.Length > 0)
        {
            text.Append(Invariant($"Content-Type: {contentType}\r\n"));
        }
        _phone.Send(text.Append(Invariant($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}")).ToString());
    }

    private Task<SipMessage> FinalAsync(string method, int sequence, string? branch, TimeSpan? limit = null) => _phone.Messages.FirstAsync(
        m => m.IsResponse && m.Status >= 200 && m.CallId == CallId && m.Method == method && m.Sequence == sequence
            && (branch is null || m["Via"].Contains(branch, StringComparison.Ordinal)),
        $"an answer to {method}", limit, _from);
}
