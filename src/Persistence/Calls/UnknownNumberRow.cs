namespace Hotline.Persistence;

/// <summary>A number that was dialled and stands in no list.</summary>
public sealed class UnknownNumberRow
{
    public string Trunk { get; init; } = "";

    /// <summary>As it was written, cut to the length of a number.</summary>
    public string Dialled { get; init; } = "";

    public int Calls { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }
}
