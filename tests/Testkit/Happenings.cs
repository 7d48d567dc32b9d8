namespace Hotline.Testkit;

/// <summary>What happened, in order. Who waits for something is woken by it, or told after a limit what came instead.</summary>
/// <param name="source">Whose happenings: named in the message when something did not come.</param>
public sealed class Happenings<T>(string source)
{
    private const int ShownMax = 12;
    private readonly Lock _lock = new();
    private readonly List<T> _items = [];
    private TaskCompletionSource _next = Fresh();

    /// <summary>How many there were. Remember it to wait only for what comes after.</summary>
    public int Count
    {
        get { lock (_lock) { return _items.Count; } }
    }

    public IReadOnlyList<T> All
    {
        get { lock (_lock) { return [.. _items]; } }
    }

    public void Add(T item)
    {
        TaskCompletionSource woken;
        lock (_lock)
        {
            _items.Add(item);
            (woken, _next) = (_next, Fresh());
        }
        woken.SetResult();
    }

    /// <summary>The first that fits, now or within the limit.</summary>
    /// <param name="fits">What is waited for.</param>
    /// <param name="what">The same in words.</param>
    /// <param name="limit">How long; null for the usual <see cref="Limits.Usual"/>.</param>
    /// <param name="from">Only from this count on.</param>
    public async Task<T> FirstAsync(Func<T, bool> fits, string what, TimeSpan? limit = null, int from = 0)
    {
        using var over = new CancellationTokenSource(limit ?? Limits.Usual);
        for (var seen = from; ;)
        {
            Task next;
            lock (_lock)
            {
                for (; seen < _items.Count; seen++)
                {
                    if (fits(_items[seen]))
                    {
                        return _items[seen];
                    }
                }
                next = _next.Task;
            }
            try
            {
                await next.WaitAsync(over.Token);
            }
            catch (OperationCanceledException)
            {
                throw new NotInTimeException($"{source}: waited {(limit ?? Limits.Usual).TotalSeconds:0.#} s for {what}. {Last(from)}");
            }
        }
    }

    /// <summary>Waits the whole time, in which nothing that fits may come.</summary>
    public async Task ShouldNotComeAsync(Func<T, bool> fits, TimeSpan length, int from = 0)
    {
        try
        {
            var came = await FirstAsync(fits, "nothing", length, from);
            throw new InvalidOperationException($"{source}: came, and should not have: {came}");
        }
        catch (NotInTimeException)
        {
            // Nothing came.
        }
    }

    private string Last(int from)
    {
        var came = All.Skip(from).ToArray();
        return came.Length == 0 ? "Nothing came." : $"{came.Length} came, the last of them:\n  " + string.Join("\n  ", came.TakeLast(ShownMax));
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How long the tests wait for what comes at once when all is well.</summary>
public static class Limits
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(8);
}

/// <summary>Something awaited did not happen; the message says what and what happened instead.</summary>
public sealed class NotInTimeException(string message) : Exception(message);
