namespace Hotline.Persistence;

/// <summary>How many tickets have a pair, counted to a limit.</summary>
internal sealed class PairCountRow
{
    public int Term { get; init; }
    public int Hits { get; init; }
}
