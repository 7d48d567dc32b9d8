using System.Globalization;

namespace Hotline.AgentHub.Journal;

/// <summary>Counts the starts of this installation, the first is 1; older epochs' marks are recognised by it.</summary>
internal sealed record Epoch(long Number)
{
    public bool IsFirst => Number == 1;

    public static Epoch Next(string folder)
    {
        var path = Path.Combine(folder, "epoch");
        var last = File.Exists(path) && long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        File.WriteAllText(path, (last + 1).ToString(CultureInfo.InvariantCulture));
        return new Epoch(last + 1);
    }
}
