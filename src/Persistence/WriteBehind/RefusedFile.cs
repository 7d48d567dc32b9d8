using System.Text;
using System.Text.Json;

namespace Hotline.Persistence;

/// <summary>
/// Writes that the database refuses however often they come, kept for people to look at: one of them must not hold up
/// those behind it, and none may vanish.
/// </summary>
internal sealed class RefusedFile(string path)
{
    /// <summary>Beyond this size only the count grows; so many refusals are one fault, told thousands of times.</summary>
    private const long SizeMax = 64 * 1024 * 1024;

    /// <summary>Keeps a write with the reason it was refused for.</summary>
    public void Append(QueuedWrite write, string reason) =>
        Append($"{reason.ReplaceLineEndings(" ")}\t{JsonSerializer.Serialize(write, SpillJson.Default.QueuedWrite)}");

    /// <summary>Keeps a line that could not be read.</summary>
    public void Append(string line)
    {
        using var file = PrivateFile.Open(path, FileMode.Append);
        if (file.Length < SizeMax)
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }
}
