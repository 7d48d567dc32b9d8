using System.Globalization;

namespace Hotline.AgentHub.Journal;

/// <summary>Counts the starts of this installation; older epochs' marks are recognised by it.</summary>
internal static class Epoch
{
    public static long Next(string folder)
    {
        var path = Path.Combine(folder, "epoch");
        var last = File.Exists(path) && long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        File.WriteAllText(path, (last + 1).ToString(CultureInfo.InvariantCulture));
        return last + 1;
    }
}
