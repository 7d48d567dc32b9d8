using System.Net;

namespace Hotline.Telephony.Capture;

/// <summary>A request that came in.</summary>
/// <param name="Message">As it was written.</param>
/// <param name="From">Who sent it.</param>
/// <param name="At">When Asterisk read it first.</param>
internal sealed record SipRequest(SipText Message, IPEndPoint From, DateTimeOffset At)
{
    public bool IsNewCall => Message.Method == "INVITE" && !Message.InDialogue;
}

/// <summary>A request that came in and its first answer but "100 Trying".</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Status">What was answered (RFC 3261 section 21).</param>
/// <param name="At">When, by Asterisk's clock.</param>
internal sealed record SipAnswer(SipRequest Request, int Status, DateTimeOffset At);

/// <summary>
/// What comes in over SIP and how Asterisk answers: also what no channel, no event and no book tells of. Pure; one thread.
/// </summary>
/// <param name="isOurs">Whether Asterisk listens there.</param>
internal sealed class SipWatch(Func<IPEndPoint, bool> isOurs)
{
    /// <summary>More than a machine can have open; beyond it nothing new is followed.</summary>
    private const int OpenMax = 20_000;

    /// <summary>RFC 3261, timer F: after 64 × T1 nobody waits for an answer any more.</summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(32);
    private readonly Dictionary<(string CallId, string Branch, string Method), SipRequest> _open = [];

    /// <summary>Takes a message; returns the request that it was the first answer to.</summary>
    public SipAnswer? Feed(HepPacket packet)
    {
        if (SipText.Parse(packet.Message.Span) is not { CallId.Length: > 0 } message)
        {
            return null;
        }
        var key = (message.CallId, message.Branch, message.Method);
        if (!message.IsResponse)
        {
            // ACK has no answer, and CANCEL's own says nothing of the call.
            if (message.Method is not ("ACK" or "CANCEL") && isOurs(packet.To) && _open.Count < OpenMax)
            {
                _open.TryAdd(key, new SipRequest(message, packet.From, packet.At)); // sent again: it came when it came first
            }
            return null;
        }
        return message.Status > 100 && isOurs(packet.From) && _open.Remove(key, out var request)
            ? new SipAnswer(request, message.Status, packet.At)
            : null;
    }

    /// <summary>When the new call came that has waited longest for any answer; null where none waits.</summary>
    public DateTimeOffset? OldestCall()
    {
        DateTimeOffset? oldest = null;
        foreach (var request in _open.Values)
        {
            oldest = request.IsNewCall && !(oldest <= request.At) ? request.At : oldest;
        }
        return oldest;
    }

    /// <summary>Takes out what nobody answered and nobody waits for any more.</summary>
    public IReadOnlyList<SipRequest> TakeUnanswered(DateTimeOffset now)
    {
        var late = _open.Where(o => now - o.Value.At > AnswerLimit).ToList();
        late.ForEach(o => _open.Remove(o.Key));
        return [.. late.Select(o => o.Value)];
    }
}
