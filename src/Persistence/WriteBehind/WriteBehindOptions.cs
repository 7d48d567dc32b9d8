namespace Hotline.Persistence;

/// <summary>How the spill file lies on the disk: it holds what people told the hotline.</summary>
/// <param name="Seal">Text of a line that only we can read.</param>
/// <param name="Open">What it was; null for a line that is none of ours.</param>
public sealed record SpillSeal(Func<byte[], string> Seal, Func<string, byte[]?> Open);

/// <summary>The limits of <see cref="WriteBehind"/>.</summary>
public sealed record WriteBehindOptions
{
    /// <summary>Folder of the spill file and the file of refused writes. They hold personal data: mode 0600.</summary>
    public required string SpillFolder { get; init; }

    /// <summary>Makes a line of the spill file of a write, and a write of a line; null writes them as they are.</summary>
    public SpillSeal? Seal { get; init; }

    /// <summary>
    /// Writes that may wait. A large city's busiest hour brings about 90,000; at a kilobyte each that is 100 MB of memory.
    /// What comes on top is counted as lost.
    /// </summary>
    public int PendingMax { get; init; } = 100_000;

    /// <summary>Writes in one transaction: large enough that a commit is cheap, small enough that a lock is short.</summary>
    public int BatchMax { get; init; } = 200;

    /// <summary>How long the first write of a batch waits for company. Reads that need it written do not wait so long.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The wait after the first failure; it doubles up to <see cref="RetryDelayMax"/>.</summary>
    public TimeSpan RetryDelayMin { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping process still tries the database before what is left goes to the spill file.</summary>
    public TimeSpan StopFlushTimeout { get; init; } = TimeSpan.FromSeconds(3);
}
