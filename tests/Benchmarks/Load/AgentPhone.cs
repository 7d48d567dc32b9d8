using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Benchmarks.Sip;
using Hotline.Testkit.Sip;

namespace Hotline.Benchmarks.Load;

/// <summary>An agent's SIP account, as the desk gets it.</summary>
internal sealed record SipAccount(string User, string Realm, string Secret);

/// <summary>One agent's telephone: registers, rings, answers by itself, talks, is hung up on.</summary>
internal sealed class AgentPhone(int index, SipAccount account, Generator generator)
{
    private readonly ConcurrentDictionary<string, Leg> _legs = new();
    private TaskCompletionSource? _registered;
    private int _sequence, _expires;

    public int Index { get; } = index;
    public SipAccount Account { get; } = account;

    /// <summary>When the agent's last caller hung up while others waited; 0 otherwise.</summary>
    public long FreedWhileWaiting { get; set; }

    /// <summary>Hears nothing and says nothing: no signalling.</summary>
    public bool Unplugged { get; set; }

    /// <summary>How many calls are on the line now: above one, it rang before it had been hung up.</summary>
    public int Lines => _legs.Count;
    private string Contact => $"sip:{Account.User}@{generator.AgentAddress}:{generator.AgentPort}";

    public Task RegisterAsync(CancellationToken cancellationToken) => RegisterAsync(3600, cancellationToken);

    /// <summary>Whatever it still held is over, without a word: Asterisk was killed.</summary>
    public void ForgetCalls()
    {
        foreach (var id in _legs.Keys)
        {
            Remove(id);
        }
    }

    /// <summary>Takes the registration back and makes it anew.</summary>
    public async Task RegisterAnewAsync(CancellationToken cancellationToken)
    {
        await RegisterAsync(0, cancellationToken);
        await RegisterAsync(3600, cancellationToken);
    }

    private async Task RegisterAsync(int expires, CancellationToken cancellationToken)
    {
        _expires = expires;
        _registered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        SendRegister("");
        await _registered.Task.WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
    }

    public void Take(SipMessage message, long at)
    {
        if (Unplugged)
        {
            return;
        }
        if (message.IsResponse)
        {
            Registered(message);
            return;
        }
        switch (message.Method)
        {
            case "INVITE": Invited(message, at); break;
            case "ACK": Acknowledged(message); break;
            case "BYE": HungUp(message); break;
            case "CANCEL": Cancelled(message); break;
            default: generator.SendFromAgent(message.Answer("200 OK", "a")); break;
        }
    }

    private void Invited(SipMessage invite, long at)
    {
        if (_legs.TryGetValue(invite.CallId, out var known))
        {
            generator.Repeated();
            generator.SendFromAgent(known.LastAnswer); // its answer was lost, or is late
            return;
        }
        var call = generator.CallOf(invite.FromUser);
        var leg =
            new Leg(invite, call, new RtpStream((uint)(0x20000000 + (call?.Index * 7 ?? Index)), null, null)) { Tag = $"g{Index}-{_legs.Count}" };
        _legs[invite.CallId] = leg;
        if (call is not null)
        {
            generator.Rang(call, this, at);
        }
        leg.LastAnswer = invite.Answer("180 Ringing", leg.Tag, Contact);
        generator.SendFromAgent(leg.LastAnswer);
        generator.Agenda.In(generator.RingMilliseconds, () => Answer(leg));
    }

    private void Answer(Leg leg)
    {
        lock (leg)
        {
            if (leg.Gone)
            {
                return;
            }
            leg.Answered = true;
            generator.AgentSound.Listen(leg.Stream, leg.Invite.AudioPort);
            leg.LastAnswer = leg.Invite.Answer("200 OK", leg.Tag, Contact, SipMessage.Sdp(generator.AgentAddress, generator.AgentSound.Port));
            if (leg.Call is not null)
            {
                leg.Call.AgentAnswered = Now.Ticks;
            }
            generator.SendFromAgent(leg.LastAnswer);
        }
    }

    private void Acknowledged(SipMessage ack)
    {
        if (_legs.TryGetValue(ack.CallId, out var leg))
        {
            lock (leg)
            {
                if (leg.Answered && !leg.Talks && !leg.Gone)
                {
                    leg.Talks = true;
                    generator.AgentSound.Start(leg.Stream);
                }
            }
        }
    }

    private void HungUp(SipMessage bye)
    {
        generator.SendFromAgent(bye.Answer("200 OK", "a"));
        Remove(bye.CallId);
    }

    private void Cancelled(SipMessage cancellationToken)
    {
        generator.SendFromAgent(cancellationToken.Answer("200 OK", "a"));
        if (Remove(cancellationToken.CallId) is { } leg)
        {
            generator.SendFromAgent(leg.Invite.Answer("487 Request Terminated", leg.Tag));
        }
    }

    private Leg? Remove(string callId)
    {
        if (!_legs.TryRemove(callId, out var leg))
        {
            return null;
        }
        lock (leg)
        {
            leg.Gone = true;
            leg.Stream.Silent = true;
        }
        leg.Call?.LeftAnAgent();
        return leg;
    }

    private void Registered(SipMessage answer)
    {
        if (answer.Method != "REGISTER")
        {
            return;
        }
        if (answer.Status == 401)
        {
            SendRegister(Digest(answer["WWW-Authenticate"]));
        }
        else if (answer.Status == 200)
        {
            _registered?.TrySetResult();
        }
        else if (answer.Status >= 300)
        {
            _registered?.TrySetException(new InvalidOperationException($"REGISTER of {Account.User}: {answer.StartLine}"));
        }
    }

    private void SendRegister(string authorization)
    {
        var number = ++_sequence;
        var uri = $"sip:{generator.AsteriskAddress}";
        var text = new StringBuilder($"REGISTER {uri} SIP/2.0\r\n")
            .Append(CultureInfo.InvariantCulture,
                $"Via: SIP/2.0/UDP {generator.AgentAddress}:{generator.AgentPort};branch=z9hG4bKr{Index}-{number}\r\n")
            .Append(CultureInfo.InvariantCulture,
                $"From: <sip:{Account.User}@{generator.AsteriskAddress}>;tag=r{Index}\r\nTo: <sip:{Account.User}@{generator.AsteriskAddress}>\r\n")
            .Append(CultureInfo.InvariantCulture,
                $"Call-ID: r{Index}-{Account.User}@bench\r\nCSeq: {number} REGISTER\r\nMax-Forwards: 70\r\nExpires: {_expires}\r\n");
        if (authorization.Length > 0)
        {
            text.Append("Authorization: ").Append(authorization).Append("\r\n");
        }
        generator.SendFromAgent(SipMessage.Finish(text, Contact, ""));
    }

    private string Digest(string challenge)
    {
        string Part(string name) => SipMessage.Between(challenge, name + "=\"", '"');
        var uri = $"sip:{generator.AsteriskAddress}";
        var ha1 = Md5($"{Account.User}:{Part("realm")}:{Account.Secret}");
        var ha2 = Md5($"REGISTER:{uri}");
        const string Count = "00000001", Client = "bench";
        var response = Md5($"{ha1}:{Part("nonce")}:{Count}:{Client}:auth:{ha2}");
        return $"Digest username=\"{Account.User}\", realm=\"{Part("realm")}\", nonce=\"{Part("nonce")}\", uri=\"{uri}\", response=\"{response}\", " +
            $"algorithm=MD5, qop=auth, nc={Count}, cnonce=\"{Client}\", opaque=\"{Part("opaque")}\"";
    }

#pragma warning disable CA5351 // SIP's digest is MD5
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes(text)));
#pragma warning restore CA5351

    private sealed class Leg(SipMessage invite, Call? call, RtpStream stream)
    {
        public SipMessage Invite { get; } = invite;
        public Call? Call { get; } = call;
        public RtpStream Stream { get; } = stream;
        public string Tag { get; init; } = "";
        public string LastAnswer { get; set; } = "";
        public bool Answered { get; set; }
        public bool Talks { get; set; }
        public bool Gone { get; set; }
    }
}
