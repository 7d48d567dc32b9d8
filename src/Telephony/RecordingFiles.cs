using Hotline.Routing;

namespace Hotline.Telephony;

/// <summary>Where recordings lie: each node keeps those of its calls.</summary>
/// <param name="spools">The spool folder of each node, as this machine sees it.</param>
public sealed class RecordingFiles(IReadOnlyDictionary<NodeId, string> spools)
{
    /// <summary>8 kHz, 16 bit, two channels: bytes a second.</summary>
    public const int BytesPerSecond = 8000 * 2 * 2;

    /// <summary>The raw file of a call: spool/monitor/hotline/CALL.raw.</summary>
    internal static string PathOf(string spool, CallId call) => Path.Combine(spool, "monitor", "hotline", LegNames.Recording(call) + ".raw");

    /// <summary>The raw file of a call on that node, whether it is there or not; null for a node of which nothing is known.</summary>
    public string? PathOf(NodeId node, CallId call) => spools.TryGetValue(node, out var spool) ? PathOf(spool, call) : null;

    /// <summary>Removes what was last written before then, of all nodes.</summary>
    /// <returns>The calls whose recordings are gone.</returns>
    public IReadOnlyList<string> RemoveBefore(DateTimeOffset moment)
    {
        List<string> removed = [];
        foreach (var folder in spools.Values.Select(spool => Path.Combine(spool, "monitor", "hotline")).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.raw").Where(file => File.GetLastWriteTimeUtc(file) < moment.UtcDateTime))
            {
                File.Delete(file);
                removed.Add(Path.GetFileNameWithoutExtension(file));
            }
        }
        return removed;
    }

    /// <summary>The raw file of a call on whichever node has it; null where none has.</summary>
    public string? Find(CallId call) => spools.Values.Select(spool => PathOf(spool, call)).FirstOrDefault(File.Exists);
}
