using System.Globalization;

namespace Hotline.Exchange;

/// <summary>
/// A number that each start has for itself: the seconds of Unix time, or one more than the last start's. So whoever was started later has
/// the greater one, also on another machine and after the file was lost; an older server that wakes up finds itself outranked
/// (the node keeps the greatest that commanded it).
/// </summary>
/// <param name="Number">Written on every mark.</param>
/// <param name="IsFirst">This installation was never started before.</param>
public sealed record Epoch(long Number, bool IsFirst)
{
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Epoch Next(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, "epoch");
        var first = !File.Exists(path);
        // A torn file costs nothing: the clock goes on.
        var last = !first && long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var number = Math.Max(last + 1, now.ToUnixTimeSeconds());
        WriteWhole(path, number.ToString(CultureInfo.InvariantCulture));
        return new Epoch(number, first);
    }

    /// <summary>Never half a file: the new one takes the old one's place once it is on the disk.</summary>
    private static void WriteWhole(string path, string text)
    {
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".new", path, overwrite: true);
    }
}
