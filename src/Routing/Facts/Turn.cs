namespace Hotline.Routing;

/// <summary>
/// Whose turn it is. Between calls of one class: who was cut off by us goes first, then who waits longest. Between classes: the
/// same, but for priority, which ages, and for the plan's weights.
/// </summary>
internal static class Turn
{
    /// <summary>The order of calls in one class. It never changes while they wait.</summary>
    public static int Within(Call a, Call b)
    {
        var front = b.Front.CompareTo(a.Front);
        var turn = front != 0 ? front : a.Times.QueuedAt.CompareTo(b.Times.QueuedAt);
        return turn != 0 ? turn : string.CompareOrdinal(a.Id.Value, b.Id.Value);
    }

    /// <summary>Negative where <paramref name="a"/> goes before <paramref name="b"/>.</summary>
    /// <param name="a">A waiting call.</param>
    /// <param name="b">Another one.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <param name="ageing">So long a wait is worth one level of priority.</param>
    /// <param name="idle">How long the agent to be given a call has been idle.</param>
    public static int Compare(Call a, Call b, DateTimeOffset now, TimeSpan ageing, TimeSpan idle)
    {
        if (ReferenceEquals(a.Class, b.Class) || a.Front != b.Front)
        {
            return Within(a, b);
        }
        var (waitA, waitB) = (now - a.Times.QueuedAt, now - b.Times.QueuedAt);
        var priority = Priority(b, waitB, ageing).CompareTo(Priority(a, waitA, ageing));
        if (priority != 0)
        {
            return priority;
        }
        var (weightsA, weightsB) = (a.Class!.Key.Weights, b.Class!.Key.Weights);
        var score = weightsA == weightsB ? 0 : weightsB.Score(waitB, idle).CompareTo(weightsA.Score(waitA, idle));
        return score != 0 ? score : Within(a, b);
    }

    private static long Priority(Call call, TimeSpan wait, TimeSpan ageing) =>
        call.Class!.Key.Priority + (ageing > TimeSpan.Zero ? wait.Ticks / ageing.Ticks : 0);
}
