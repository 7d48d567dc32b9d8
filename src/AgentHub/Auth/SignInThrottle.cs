using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Auth;

/// <summary>
/// Counts guesses. Each counts before its password is looked at, so that none of many at once goes uncounted; and by the number that was
/// typed, so that a number that nobody has answers like any other. A lock is one of an address: whoever guesses shuts himself out, and of
/// strangers together only strangers.
/// </summary>
public sealed class SignInThrottle(SecuritySettings settings, TimeProvider time)
{
    /// <summary>Pairs that are remembered; beyond it the longest silent are forgotten.</summary>
    private const int CountsMax = 50_000;

    /// <summary>Stands for all addresses of strangers.</summary>
    private const string Strangers = "*";

    /// <summary>A try so long ago is none of a row.</summary>
    private static readonly TimeSpan RowEndsAfter = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Id, string Address), Count> _counts = [];
    private readonly Lock _lock = new();

    private TimeSpan LockTime => TimeSpan.FromMinutes(settings.LockMinutes);

    /// <summary>Counts a try, unless none is open now.</summary>
    /// <param name="id">As it was typed.</param>
    /// <param name="address">From where.</param>
    /// <param name="familiar">The account's owner signed in from there before.</param>
    /// <returns>How long there is none; zero where this one may go on.</returns>
    public TimeSpan Begin(string id, string address, bool familiar)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (LockOf(id, address, familiar, now) is var locked && locked > TimeSpan.Zero)
            {
                return locked;
            }
            CountOne((id, address), settings.TriesMax, now);
            if (!familiar)
            {
                CountOne((id, Strangers), settings.StrangerTriesMax, now);
            }
            return TimeSpan.Zero;
        }
    }

    /// <summary>For how long no try is open.</summary>
    public TimeSpan LockOf(string id, string address, bool familiar)
    {
        lock (_lock)
        {
            return LockOf(id, address, familiar, time.GetUtcNow());
        }
    }

    /// <summary>The right password came from there.</summary>
    public void Right(string id, string address)
    {
        lock (_lock)
        {
            _counts.Remove((id, address));
            _counts.Remove((id, Strangers));
        }
    }

    /// <summary>An administrator opens the account again, from everywhere.</summary>
    public void Forgive(string id)
    {
        lock (_lock)
        {
            foreach (var key in _counts.Keys.Where(key => key.Id == id).ToList())
            {
                _counts.Remove(key);
            }
        }
    }

    private TimeSpan LockOf(string id, string address, bool familiar, DateTimeOffset now)
    {
        var own = Left((id, address), now);
        return familiar || Left((id, Strangers), now) is var all && all < own ? own : all;
    }

    private TimeSpan Left((string Id, string Address) key, DateTimeOffset now) =>
        _counts.TryGetValue(key, out var count) && count.LockedUntil > now ? count.LockedUntil.Value - now : TimeSpan.Zero;

    private void CountOne((string Id, string Address) key, int max, DateTimeOffset now)
    {
        var tries = _counts.TryGetValue(key, out var before) && before.LockedUntil is null && now - before.At < RowEndsAfter ? before.Tries + 1 : 1;
        _counts[key] = new Count(tries, now, tries >= max ? now + LockTime : null);
        if (_counts.Count > CountsMax)
        {
            foreach (var oldest in _counts.OrderBy(c => c.Value.At).Take(CountsMax / 10).Select(c => c.Key).ToList())
            {
                _counts.Remove(oldest);
            }
        }
    }

    private readonly record struct Count(int Tries, DateTimeOffset At, DateTimeOffset? LockedUntil);
}
