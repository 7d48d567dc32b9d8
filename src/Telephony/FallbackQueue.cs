using System.Collections.Concurrent;
using Hotline.Routing;
using Hotline.Telephony.Sip;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>
/// Asterisk's own queue, which serves callers while Hotline is away. It is told who would answer, and gives back who
/// still waits when Hotline is there again.
/// </summary>
internal sealed partial class FallbackQueue
{
    public const string QueueName = "fallback";
    public const string AdoptContext = "adopt";

    private readonly AmiConnection _ami;
    private readonly ILogger<FallbackQueue> _log;

    /// <summary>What the queue was told of each phone, since it is told at every change of an agent's state. Forgotten with the connection.</summary>
    private readonly ConcurrentDictionary<string, (bool Member, bool Paused)> _told = new(StringComparer.Ordinal);

    public FallbackQueue(AmiConnection ami, ILogger<FallbackQueue> log)
    {
        (_ami, _log) = (ami, log);
        ami.SignedIn += _told.Clear;
    }

    public async Task SetAsync(Effect.SetFallbackMember effect)
    {
        var phone = $"PJSIP/{effect.Phone.Endpoint}";
        var wanted = (effect.Member, effect.Paused);
        if (_told.TryGetValue(phone, out var told) && told == wanted)
        {
            return;
        }
        _told.TryRemove(phone, out _);
        try
        {
            if (await TellAsync(effect, phone) && effect.Member)
            {
                _told[phone] = wanted;
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            LogNotSet(effect.Agent.Value, e.Message);
        }
    }

    /// <summary>Brings callers who wait in the fallback dialplan under our control again, in the given order.</summary>
    public async Task TakeBackAsync(IReadOnlyList<AriChannel> waiting, CancellationToken cancellationToken)
    {
        foreach (var channel in waiting)
        {
            try
            {
                await _ami.SendAsync(AmiMessage.Action("Redirect", ("Channel", channel.Name), ("Context", AdoptContext),
                    ("Exten", OutsideText.Digits(channel.Dialplan?.Exten ?? "")), ("Priority", "1")), cancellationToken);
            }
            catch (Exception e) when (e is IOException or TimeoutException)
            {
                LogNotTaken(channel.Id, e.Message);
            }
        }
    }

    private async Task<bool> TellAsync(Effect.SetFallbackMember effect, string phone)
    {
        if (!effect.Member)
        {
            var removal = AmiMessage.Action("QueueRemove", ("Queue", QueueName), ("Interface", phone));
            return (await _ami.SendAsync(removal, CancellationToken.None)).Response.Ok;
        }
        var paused = effect.Paused ? "true" : "false";
        var pause = AmiMessage.Action("QueuePause", ("Queue", QueueName), ("Interface", phone), ("Paused", paused));
        var answer = await _ami.SendAsync(pause, CancellationToken.None);
        if (!answer.Response.Ok)
        {
            answer = await _ami.SendAsync(AmiMessage.Action("QueueAdd", ("Queue", QueueName), ("Interface", phone),
                ("MemberName", effect.Agent.Value), ("Paused", paused)), CancellationToken.None);
        }
        return answer.Response.Ok;
    }

    [LoggerMessage(1, LogLevel.Warning, "The fallback queue was not told of agent {Agent}: {Reason}")]
    private partial void LogNotSet(string agent, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Caller {Channel} could not be taken back from the fallback queue: {Reason}")]
    private partial void LogNotTaken(string channel, string reason);
}
