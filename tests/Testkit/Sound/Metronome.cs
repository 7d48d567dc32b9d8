using System.Collections.Concurrent;

namespace Hotline.Testkit.Sound;

/// <summary>Lets every voice send its packet each 20 ms; a late tick is made up for, as a telephone's clock would.</summary>
internal static class Metronome
{
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);
    private static readonly ConcurrentDictionary<RtpPeer, byte> Voices = new();
    private static readonly Lazy<Task> Running = new(() => Task.Run(RunAsync));

    public static void Join(RtpPeer voice)
    {
        Voices[voice] = 0;
        _ = Running.Value;
    }

    public static void Leave(RtpPeer voice) => Voices.TryRemove(voice, out _);

    private static async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        var start = TimeProvider.System.GetTimestamp();
        for (long sent = 0; await timer.WaitForNextTickAsync();)
        {
            for (var due = TimeProvider.System.GetElapsedTime(start).Ticks / Beat.Ticks; sent < due; sent++)
            {
                foreach (var voice in Voices.Keys)
                {
                    voice.SendPacket();
                }
            }
        }
    }
}
