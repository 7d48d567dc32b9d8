using System.Collections.Concurrent;
using Hotline.Routing;

namespace Hotline.Telephony;

/// <summary>
/// Music that is to end is told so more than once. Asterisk forgets a stop that comes while the bridge's thread makes the next piece of the
/// music (channel.c: <c>generator_force</c> takes the generator's data away for so long, and <c>ast_deactivate_generator</c> does nothing
/// without them). It was one call in some two hundred, and its citizen heard music instead of the agent until he hung up.
/// </summary>
/// <param name="again">Sends a stop once more, in the order of its call's commands.</param>
internal sealed class MusicStops(Action<Effect.StopMusic> again)
{
    /// <summary>
    /// After the first. A piece of 20 ms is made in well under a millisecond: the second falls between two, the others are for a machine that
    /// stumbles.
    /// </summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(7), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250)];

    private readonly ConcurrentDictionary<CallId, Effect.StopMusic> _last = new();

    /// <summary>How often a stop is sent.</summary>
    public static int Times => 1 + Pauses.Length;

    /// <summary>Music begins (again): what is still to come of an earlier stop must not end it.</summary>
    public void Forget(CallId call) => _last.TryRemove(call, out _);

    /// <summary>A stop is on its way.</summary>
    public void Expect(Effect.StopMusic stop) => _last[stop.Call] = stop;

    /// <summary>The stop was sent for the first time.</summary>
    public void Sent(Effect.StopMusic stop) => _ = RepeatAsync(stop);

    /// <summary>False where music began since, or another stop came.</summary>
    public bool Holds(Effect.StopMusic stop) => _last.TryGetValue(stop.Call, out var last) && ReferenceEquals(last, stop);

    private async Task RepeatAsync(Effect.StopMusic stop)
    {
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause);
            if (!Holds(stop))
            {
                return;
            }
            again(stop);
        }
        await Task.Delay(Pauses[^1]); // for the last one to be sent
        _last.TryRemove(KeyValuePair.Create(stop.Call, stop));
    }
}
