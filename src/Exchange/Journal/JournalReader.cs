using System.Text.Json;
using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>Reads a file of the journal, as far as it can be read.</summary>
internal static class JournalReader
{
    /// <param name="path">The file.</param>
    /// <param name="cipher">The installation's.</param>
    /// <param name="unreadable">Told why the reading ended before the file did.</param>
    public static IEnumerable<JournalRecord> Read(string path, JournalCipher cipher, Action<string> unreadable)
    {
        foreach (var line in File.ReadLines(path))
        {
            JournalRecord? record = null;
            var reason = "torn, or of another installation";
            try
            {
                record = cipher.Open(line) is { } text ? JournalRecord.Decode(text) : null;
            }
            catch (JsonException e)
            {
                reason = e.Message;
            }
            if (record is not { Version: JournalRecord.CurrentVersion })
            {
                unreadable(record is null ? reason : Invariant($"written by another build (format {record.Version})"));
                yield break; // what came before it counts
            }
            yield return record;
        }
    }
}
