using System.Globalization;

namespace Hotline.Exchange;

/// <summary>The journal's files, floor-00000001.journal and on. They hold personal data: mode 0600, and removed when they are old.</summary>
/// <param name="folder">Where they lie; it exists.</param>
/// <param name="time">Says what is old.</param>
public sealed class JournalFiles(string folder, TimeProvider time)
{
    /// <summary>Files last written before this time are removed.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private const string Prefix = "floor-", Extension = ".journal", SetAsideExtension = ".aside";
    private int? _last;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<string> NewestFirst() => [.. All().OrderByDescending(f => f.Number).Select(f => f.Path)];

    /// <summary>Begins the next file.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    public StreamWriter New()
    {
        _last = (_last ?? All().Select(f => f.Number).DefaultIfEmpty(0).Max()) + 1;
        return new StreamWriter(new FileStream(Path.Combine(folder, Invariant($"{Prefix}{_last:D8}{Extension}")), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }));
    }

    /// <summary>Keeps a file that must not be read again, for people to look at; it is removed with the others of its age.</summary>
    /// <returns>Its new name.</returns>
    public static string SetAside(string path)
    {
        File.Move(path, path + SetAsideExtension, overwrite: true);
        return path + SetAsideExtension;
    }

    /// <summary>Removes what is older than <see cref="Retention"/>. The newest file stays: it may be the one that is being written.</summary>
    /// <returns>How many.</returns>
    public int RemoveOld()
    {
        var old = NewestFirst().Skip(1)
            .Concat(Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}{SetAsideExtension}"))
            .Where(path => File.GetLastWriteTimeUtc(path) < time.GetUtcNow() - Retention).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private IEnumerable<(int Number, string Path)> All() => Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}")
        .SelectMany(path => NumberOf(path) is { } number ? [(number, path)] : Array.Empty<(int, string)>());

    private static int? NumberOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).AsSpan(Prefix.Length);
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
