using System.Collections.Concurrent;
using Hotline.Routing;
using Hotline.Telephony.Ari;

namespace Hotline.Telephony;

/// <summary>
/// Dials third parties so that the agent hears the line before it is answered (183: 您拨打的用户正忙), and the citizen, with whom he talks on,
/// does not. The line hears nobody. All that is made for it ends when the party is answered or gone.
/// </summary>
internal sealed class EarlyMedia(AriClient ari, AriRequests requests)
{
    /// <summary>Asterisk tells that a channel is with us some milliseconds after it was made; commands about it are refused until then.</summary>
    private static readonly TimeSpan EntryLimit = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _entering = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LegId, bool> _ears = new();

    /// <summary>Asterisk says that this channel is with us.</summary>
    public void NoteEntry(string channel)
    {
        if (_entering.TryGetValue(channel, out var entry))
        {
            entry.TrySetResult();
        }
    }

    /// <summary>Makes the channel and dials it. What is heard before the answer is a help, never a condition.</summary>
    /// <returns>The first refusal of what it takes to ring; nothing is left standing then.</returns>
    public async Task<AriResult> DialAsync(Effect.DialParty dial)
    {
        var made = await MakeAsync(dial.Leg.Channel, requests.Of(dial)!);
        if (!made.Ok)
        {
            return made;
        }
        var ear = dial.Listener is not null && (await SendAsync(AriRequests.OpenEar(dial.Leg))).Ok;
        if (ear)
        {
            _ears[dial.Leg] = true;
            await SendAsync(AriRequests.IntoEar(dial.Leg, dial.Leg.Channel));
        }
        var rings = await SendAsync(AriRequests.Dial(dial));
        if (!rings.Ok)
        {
            await EndAsync(dial.Leg);
            await SendAsync(AriRequests.Remove(dial.Leg));
        }
        else if (ear && (await MakeAsync(LegNames.Ear(dial.Leg), requests.Listen(dial.Leg, dial.Listener!.Value))).Ok)
        {
            await SendAsync(AriRequests.IntoEar(dial.Leg, LegNames.Ear(dial.Leg)));
        }
        return rings;
    }

    /// <summary>The party is answered and with the others, or gone.</summary>
    public async Task EndAsync(LegId party)
    {
        if (_ears.TryRemove(party, out _))
        {
            await SendAsync(AriRequests.StopListening(party));
            await SendAsync(AriRequests.CloseEar(party));
        }
    }

    /// <summary>Another Asterisk, or the same after a while: what stands there is found by its name.</summary>
    public void Forget() => _ears.Clear();

    private async Task<AriResult> MakeAsync(string channel, AriRequest request)
    {
        var entry = _entering[channel] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var made = await SendAsync(request);
            if (made.Ok)
            {
                await Task.WhenAny(entry.Task, Task.Delay(EntryLimit));
            }
            return made;
        }
        finally
        {
            _entering.TryRemove(channel, out _);
        }
    }

    private Task<AriResult> SendAsync(AriRequest request) => ari.SendAsync(request, CancellationToken.None);
}
