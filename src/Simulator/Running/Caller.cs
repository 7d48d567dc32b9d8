namespace Hotline.Simulator.Running;

/// <summary>A caller of a run, with all that was drawn for him.</summary>
internal sealed class Caller(int index, DateTimeOffset arrivedAt, bool counts, TimeSpan talk, TimeSpan writing)
{
    /// <summary>Of which class.</summary>
    public int Class { get; } = index;
    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    /// <summary>False for one of the warm-up.</summary>
    public bool Counts { get; } = counts;
    public TimeSpan Talk { get; } = talk;
    public TimeSpan Writing { get; } = writing;
    public DateTimeOffset? AnsweredAt { get; set; }
    public VirtualAgent? AnsweredBy { get; set; }
}
