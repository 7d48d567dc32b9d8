using System.Text;
using System.Text.Json;

namespace Hotline.Persistence;

/// <summary>
/// Writes that the database has not got yet, one JSON object per line, synced to the disk. It covers an outage of the
/// database and a stop or crash during it. Whoever reads it may write everything in it again: writes are safe to repeat.
/// </summary>
internal sealed class SpillFile(string path, SpillSeal? seal = null)
{
    /// <summary>Adds writes at the end and returns once they are on the disk.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    public void Append(IEnumerable<QueuedWrite> writes)
    {
        using var file = PrivateFile.Open(path, FileMode.Append);
        foreach (var write in writes)
        {
            var text = JsonSerializer.SerializeToUtf8Bytes(write, SpillJson.Default.QueuedWrite);
            file.Write(seal is null ? text : Encoding.ASCII.GetBytes(seal.Seal(text)));
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads all writes, oldest first.</summary>
    /// <param name="unreadable">Gets each whole line that is none.</param>
    /// <remarks>A last line without its end was being written when the process died: it was never promised, and is cut off.</remarks>
    public IReadOnlyList<QueuedWrite> Read(Action<string> unreadable)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var content = File.ReadAllText(path, Encoding.UTF8);
        var end = content.LastIndexOf('\n') + 1;
        if (end < content.Length)
        {
            using var file = PrivateFile.Open(path, FileMode.Open);
            file.SetLength(Encoding.UTF8.GetByteCount(content.AsSpan(0, end)));
        }

        List<QueuedWrite> writes = [];
        foreach (var line in content[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(line) is { } write)
            {
                writes.Add(write);
            }
            else
            {
                unreadable(line);
            }
        }

        return writes;
    }

    /// <summary>Forgets everything: the database has it.</summary>
    public void Clear() => File.Delete(path);

    // A line of before there was a seal is JSON as it stands.
    private QueuedWrite? Parse(string line)
    {
        try
        {
            var text = seal is null || line.StartsWith('{') ? Encoding.UTF8.GetBytes(line) : seal.Open(line);
            return JsonSerializer.Deserialize(text ?? "null"u8, SpillJson.Default.QueuedWrite) is { Id: not null, Item: not null } write
                ? write : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
