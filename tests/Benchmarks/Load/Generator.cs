using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Hotline.Benchmarks.Sip;
using Hotline.Testkit.Sip;

namespace Hotline.Benchmarks.Load;

/// <summary>
/// Citizens and agents in one process: the same for whoever distributes the calls. Callers come from the carrier's address,
/// ring for an agent, hear him, talk, and hang up.
/// </summary>
internal sealed class Generator : IDisposable
{
    public const string CallerAddress = "127.0.0.2";
    private const double RepeatAfter = 500;
    private const int RepeatsMax = 6, AgentTone = 3000, CallerTone = 440;
    private readonly ConcurrentDictionary<string, Call> _byKey = new();
    private readonly ConcurrentDictionary<string, Call> _byCallId = new();
    private readonly ConcurrentDictionary<string, AgentPhone> _byUser = new();
    private readonly Tone _agentTone = new(AgentTone);
    private readonly SocketAddress _asterisk;
    private readonly UdpPort _callers, _agents;
    private readonly Rtp _callerSound;
    private readonly int _sipPort;
    private int _waiting, _live, _repeats, _early, _strays;

    public Generator(int sipPort)
    {
        _sipPort = sipPort;
        _asterisk = UdpPort.To("127.0.0.1", sipPort);
        _callers = new UdpPort(CallerAddress, "callers-sip", (packet, _, at) => Take(packet, at, ToCaller));
        _agents = new UdpPort("127.0.0.4", "agents-sip", (packet, _, at) => Take(packet, at, ToAgent));
        _callerSound = new Rtp(CallerAddress, "callers", new Tone(CallerTone).Sound);
        AgentSound = new Rtp("127.0.0.4", "agents", _agentTone.Sound);
    }

    public Agenda Agenda { get; } = new();
    public Rtp AgentSound { get; }
    public string AgentAddress => _agents.Address;
    public int AgentPort => _agents.Port;
    public string AsteriskAddress => $"127.0.0.1:{_sipPort}";
    public double RingMilliseconds { get; init; } = 100;

    /// <summary>How long a caller talks once he hears the agent.</summary>
    public double TalkMilliseconds { get; set; } = 1500;

    /// <summary>How long he waits for that.</summary>
    public double PatienceMilliseconds { get; set; } = 20_000;
    public int Waiting => _waiting;
    public int Live => _live;

    /// <summary>SIP messages that had to be sent again: a machine that is too busy.</summary>
    public int Repeats => _repeats;

    /// <summary>Agents' phones that rang before their last call had been hung up there.</summary>
    public int EarlyRings => _early;

    /// <summary>Packets of an agent that reached somebody else's caller.</summary>
    public int Strays => _strays;
    public long Packets => AgentSound.Sent + AgentSound.Received + _callerSound.Sent + _callerSound.Received;

    /// <summary>Caller's hang-up to the next ring of the same agent, in ms, where others waited.</summary>
    public ConcurrentQueue<(long At, double Milliseconds)> Reuses { get; } = new();

    public IReadOnlyList<AgentPhone> Phones => [.. _byUser.Values.OrderBy(p => p.Index)];

    public AgentPhone Add(int index, SipAccount account) => _byUser[account.User] = new AgentPhone(index, account, this);

    public void Forget()
    {
        _byUser.Clear();
        _byKey.Clear();
        _byCallId.Clear();
        Reuses.Clear();
        _repeats = 0;
        _early = 0;
    }

    public Call? CallOf(string key) => _byKey.GetValueOrDefault(key);

    public void SendFromAgent(string text) => _agents.Send(Encoding.UTF8.GetBytes(text), _asterisk);

    public void Repeated() => Interlocked.Increment(ref _repeats);

    /// <summary>A citizen dials.</summary>
    public Call Dial(string number, int index, string? caller = null)
    {
        var call = new Call(number, index, caller ?? number);
        call.Stream = new RtpStream((uint)(index * 13), _agentTone, at => Heard(call, at));
        _byKey[number] = call;
        _byCallId[call.CallId] = call;
        Interlocked.Increment(ref _live);
        Interlocked.Increment(ref _waiting);
        var invite = Request(call, "INVITE", 1, SipMessage.Sdp(CallerAddress, _callerSound.Port));
        call.Invited = Now.Ticks;
        SendFromCaller(invite);
        RepeatUntil(() => call.Answered != 0 || call.Ended != 0 || call.Acknowledged, invite, 1);
        Agenda.In(PatienceMilliseconds, () => GiveUp(call));
        return call;
    }

    /// <summary>An agent's phone rings for a call.</summary>
    public void Rang(Call call, AgentPhone agent, long at)
    {
        if (agent.Lines > 1)
        {
            Interlocked.Increment(ref _early);
        }
        if (agent.FreedWhileWaiting is not 0 and var freed)
        {
            Reuses.Enqueue((at, Now.Between(freed, at)));
        }
        agent.FreedWhileWaiting = 0;
        lock (call)
        {
            call.CameToAnAgent();
            if (call.AgentInvited == 0)
            {
                call.AgentInvited = at;
                if (call.Ended == 0)
                {
                    Interlocked.Decrement(ref _waiting);
                }
            }
            call.Agent = agent;
        }
    }

    public void Dispose()
    {
        _callers.Dispose();
        _agents.Dispose();
        _callerSound.Dispose();
        AgentSound.Dispose();
        Agenda.Dispose();
    }

    private static void Take(ReadOnlySpan<byte> packet, long at, Action<SipMessage, long> taken)
    {
        if (SipMessage.Parse(packet) is { } message)
        {
            taken(message, at);
        }
    }

    private void ToAgent(SipMessage message, long at)
    {
        var address = message.IsResponse ? message["To"] : message.StartLine;
        if (_byUser.TryGetValue(SipMessage.Between(address, "sip:", '@'), out var agent))
        {
            agent.Take(message, at);
        }
        else if (!message.IsResponse && message.Method != "ACK")
        {
            SendFromAgent(message.Answer("404 Not Found", "a"));
        }
    }

    private void ToCaller(SipMessage message, long at)
    {
        var call = _byCallId.GetValueOrDefault(message.CallId);
        if (!message.IsResponse)
        {
            SendFromCaller(message.Answer(call is null ? "481 Call Does Not Exist" : "200 OK", "c"));
            if (message.Method == "BYE" && call is not null)
            {
                End(call, call.HungUp == 0 ? "hung up by the far end" : "");
            }
            return;
        }
        if (call is null || message.Status < 200)
        {
            if (call is not null)
            {
                call.Acknowledged = true; // it arrived
            }
            return;
        }
        if (message.Method == "INVITE")
        {
            InviteAnswered(call, message, at);
        }
        else if (message.Method == "BYE")
        {
            End(call, "");
        }
    }

    private void InviteAnswered(Call call, SipMessage message, long at)
    {
        call.ToHeader = message["To"];
        if (message.Status >= 300)
        {
            SendFromCaller(Request(call, "ACK", 1));
            End(call, message.StartLine);
            return;
        }
        call.Target = message.ContactUri;
        SendFromCaller(Request(call, "ACK", 1));
        lock (call)
        {
            if (call.Answered != 0)
            {
                Repeated();
                return;
            }
            call.Answered = at;
            if (call.HungUp != 0)
            {
                SendFromCaller(Request(call, "BYE", 2)); // the answer came while the CANCEL was on its way
                return;
            }
            _callerSound.Listen(call.Stream!, message.AudioPort);
            _callerSound.Start(call.Stream!);
        }
    }

    private bool Heard(Call call, long at)
    {
        lock (call)
        {
            if (call.AgentAnswered == 0)
            {
                Interlocked.Increment(ref _strays); // the last packets of the call that had this port before
                return false;
            }
            call.Heard = at;
        }
        Agenda.In(TalkMilliseconds, () => HangUp(call, ""));
        return true;
    }

    private void GiveUp(Call call)
    {
        if (call.Heard == 0 && call.Ended == 0)
        {
            HangUp(call,
                call.Answered == 0 ? "no answer"
                : call.AgentInvited == 0 ? "no agent"
                : call.AgentAnswered == 0 ? "agent did not answer"
                : "agent not heard");
        }
    }

    /// <summary>The citizen hangs up; a failure is noted with the call.</summary>
    public void HangUp(Call call, string failure)
    {
        lock (call)
        {
            if (call.HungUp != 0 || call.Ended != 0)
            {
                return;
            }
            call.HungUp = Now.Ticks;
            call.Stream!.Silent = true;
            if (failure.Length > 0)
            {
                call.Failure = failure;
            }
        }
        if (call.Agent is { } agent)
        {
            agent.FreedWhileWaiting = Waiting > 2 ? call.HungUp : 0;
        }
        if (call.Answered == 0)
        {
            SendFromCaller(Request(call, "CANCEL", 1));
            Agenda.In(2000, () => End(call, "no answer"));
            return;
        }
        var bye = Request(call, "BYE", 2);
        SendFromCaller(bye);
        RepeatUntil(() => call.Ended != 0, bye, 1);
        Agenda.In(10_000, () => End(call, "BYE not answered"));
    }

    private void End(Call call, string failure)
    {
        lock (call)
        {
            if (call.Ended != 0)
            {
                return;
            }
            call.Ended = Now.Ticks;
            call.Stream!.Silent = true;
            if (call.Failure.Length == 0)
            {
                call.Failure = failure;
            }
            if (call.AgentInvited == 0)
            {
                Interlocked.Decrement(ref _waiting);
            }
        }
        Interlocked.Decrement(ref _live);
    }

    private void RepeatUntil(Func<bool> arrived, string text, int times) => Agenda.In(RepeatAfter * times, () =>
    {
        if (!arrived() && times < RepeatsMax)
        {
            Repeated();
            SendFromCaller(text);
            RepeatUntil(arrived, text, times + 1);
        }
    });

    private string Request(Call call, string method, int sequence, string sdp = "")
    {
        var uri = method is "INVITE" or "CANCEL" || call.Target.Length == 0 ? $"sip:{call.Key}@{AsteriskAddress}" : call.Target;
        var to = method is "INVITE" or "CANCEL" || call.ToHeader.Length == 0 ? $"<sip:{call.Key}@{AsteriskAddress}>" : call.ToHeader;
        var branch = method is "BYE" ? "b" : method == "ACK" && call.Target.Length > 0 ? "a" : "i";
        var text =
            new StringBuilder($"{method} {uri} SIP/2.0\r\nVia: SIP/2.0/UDP {CallerAddress}:{_callers.Port};branch=z9hG4bK{branch}{call.Index}\r\n")
            .Append(CultureInfo.InvariantCulture,
                $"From: <sip:{call.Caller}@{CallerAddress}:{_callers.Port}>;tag=c{call.Index}\r\nTo: {to}\r\nCall-ID: {call.CallId}\r\n")
            .Append(CultureInfo.InvariantCulture, $"CSeq: {sequence} {method}\r\nMax-Forwards: 70\r\n");
        return SipMessage.Finish(text, method == "INVITE" ? $"sip:{call.Caller}@{CallerAddress}:{_callers.Port}" : "", sdp);
    }

    private void SendFromCaller(string text) => _callers.Send(Encoding.UTF8.GetBytes(text), _asterisk);
}
