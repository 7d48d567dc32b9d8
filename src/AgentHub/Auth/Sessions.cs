using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using Hotline.Routing;

namespace Hotline.AgentHub.Auth;

/// <summary>
/// Every sign-in, open or over. What is over is so at once: for requests, for open pages, and over a restart, since it is written down. One
/// that we do not know is taken up, since nobody but us seals a cookie: it was begun while the database was away.
/// </summary>
public sealed class Sessions(
    SessionStore store, WriteBehind writes, OpenPages pages, CityConfiguration city, SecuritySettings settings, TimeProvider time)
{
    /// <summary>Codes of why a session ended.</summary>
    public const string SignedOut = "sign-out", Account = "account", Password = "password", Idle = "idle", TooOld = "too-old", ByOwner = "owner",
        Administrator = "administrator";

    /// <summary>Requests come often; that one came is written down so often.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, SessionRow> _all = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _moved = new(StringComparer.Ordinal);
    private readonly Channel<bool> _endings =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something arrives here after sessions ended.</summary>
    public ChannelReader<bool> Endings => _endings.Reader;

    /// <summary>Telephones of sessions that ended, and of those whose agent has another one now: to be removed.</summary>
    public ConcurrentQueue<string> PhonesOver { get; } = new();

    /// <summary>An agent's telephone is another one from now on.</summary>
    public void PhoneMoved(string from, string to)
    {
        _moved[from] = true;
        _moved.TryRemove(to, out _);
        PhonesOver.Enqueue(from);
        _endings.Writer.TryWrite(true);
    }

    /// <summary>Whether a telephone may take another's place without being told to: a newer sign-in's, and none that was replaced.</summary>
    public bool ComesAfter(string phone, string other) => !_moved.ContainsKey(phone) && !(BegunWith(phone) < BegunWith(other));

    private TimeSpan LifeMax => TimeSpan.FromHours(settings.SessionHours);

    private TimeSpan IdleMax => TimeSpan.FromMinutes(settings.IdleMinutes);

    /// <summary>Reads what was begun before this start and could still be open.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - LifeMax;
        foreach (var row in await store.SinceAsync(city.Tenant, since, cancellationToken))
        {
            _all.AddOrUpdate(row.SessionId, row, (_, here) => here.EndedAt is null ? row with { SeenAt = here.SeenAt } : here);
        }
        await store.RemoveAsync(city.Tenant, since - LifeMax, cancellationToken);
    }

    /// <summary>Begins one.</summary>
    public async Task BeginAsync(SessionRow row, CancellationToken cancellationToken)
    {
        _all[row.SessionId] = row;
        await KeepAsync(row, cancellationToken);
    }

    /// <summary>Whether a session that a cookie names is open; a request of it counts as use.</summary>
    /// <param name="cookie">As the cookie tells it, should we not know it.</param>
    public bool IsOpen(SessionRow cookie)
    {
        var now = time.GetUtcNow();
        var row = _all.GetOrAdd(cookie.SessionId, cookie with { SeenAt = now });
        if (row.EndedAt is not null || row.AgentId != cookie.AgentId)
        {
            return false;
        }
        if (OverBecause(row, now) is { } because)
        {
            _ = EndAsync(row, because, CancellationToken.None);
            return false;
        }
        _seen[row.SessionId] = now;
        if (now - row.SeenAt > SeenEvery && _all.TryUpdate(row.SessionId, row with { SeenAt = now }, row))
        {
            writes.TryWrite(new WriteItem.Session(row with { SeenAt = now }));
        }
        return true;
    }

    /// <summary>Somebody's open sessions, the newest first.</summary>
    public IReadOnlyList<SessionRow> OpenOf(AgentId person) =>
    [
        .. _all.Values.Where(row => row.AgentId == person.Value && row.EndedAt is null).OrderByDescending(row => row.StartedAt)
            .Select(row => row with { SeenAt = SeenAt(row) }),
    ];

    /// <summary>Whether anybody's session with this telephone is open.</summary>
    public bool HasPhone(string endpoint) => _all.Values.Any(row => row.Phone == endpoint && row.EndedAt is null);

    /// <summary>Whoever waits for calls or has one is no idler, though his page asks for nothing.</summary>
    public void Used(string endpoint)
    {
        foreach (var row in _all.Values.Where(row => row.Phone == endpoint && row.EndedAt is null))
        {
            _seen[row.SessionId] = time.GetUtcNow();
        }
    }

    /// <summary>Whether this person has a sign-in with a telephone.</summary>
    public bool HasAnyPhone(AgentId person) =>
        _all.Values.Any(row => row.AgentId == person.Value && row.Phone.Length > 0 && row.EndedAt is null);

    /// <summary>Whether a session with this telephone was open and is over.</summary>
    public bool IsOverWithPhone(string endpoint) => !HasPhone(endpoint) && _all.Values.Any(row => row.Phone == endpoint);

    /// <summary>Whether somebody signed in from an address not long ago.</summary>
    public bool KnowsAddress(string person, string address) => _all.Values.Any(row => row.AgentId == person && row.Address == address);

    /// <summary>Ends one.</summary>
    /// <returns>False where it was over, or is none of this person's.</returns>
    public async Task<bool> EndAsync(AgentId person, string session, string because, CancellationToken cancellationToken)
    {
        if (!_all.TryGetValue(session, out var row) || row.AgentId != person.Value || row.EndedAt is not null)
        {
            return false;
        }
        await EndAsync(row, because, cancellationToken);
        return true;
    }

    /// <summary>Ends all of somebody's, but one where that is named.</summary>
    public async Task EndAllOfAsync(AgentId person, string because, CancellationToken cancellationToken, string? except = null)
    {
        foreach (var row in OpenOf(person).Where(row => row.SessionId != except))
        {
            await EndAsync(row, because, cancellationToken);
        }
        if (except is null)
        {
            pages.CloseAllOf(person); // also those whose session is not known here
        }
    }

    /// <summary>Ends those whose time is over, and forgets those that no cookie can name any more.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var row in _all.Values)
        {
            if (row.EndedAt is null && OverBecause(row, now) is { } because)
            {
                await EndAsync(row, because, cancellationToken);
            }
            else if (now - row.StartedAt > LifeMax + LifeMax)
            {
                _all.TryRemove(row.SessionId, out _);
                _seen.TryRemove(row.SessionId, out _);
                _moved.TryRemove(row.Phone, out _);
            }
        }
    }

    private DateTimeOffset? BegunWith(string phone) => _all.Values.FirstOrDefault(row => row.Phone == phone)?.StartedAt;

    private string? OverBecause(SessionRow row, DateTimeOffset now) =>
        now - row.StartedAt > LifeMax ? TooOld : now - SeenAt(row) > IdleMax ? Idle : null;

    private DateTimeOffset SeenAt(SessionRow row) => _seen.TryGetValue(row.SessionId, out var seen) && seen > row.SeenAt ? seen : row.SeenAt;

    private async Task EndAsync(SessionRow row, string because, CancellationToken cancellationToken)
    {
        var ended = row with { EndedAt = time.GetUtcNow(), Because = because };
        _all[row.SessionId] = ended;
        pages.CloseAllOf(row.SessionId);
        if (row.Phone.Length > 0)
        {
            PhonesOver.Enqueue(row.Phone);
        }
        _endings.Writer.TryWrite(true);
        await KeepAsync(ended, cancellationToken);
    }

    // At once where the database is there, so that a start right after it knows; else with what waits for it.
    private async Task KeepAsync(SessionRow row, CancellationToken cancellationToken)
    {
        try
        {
            await store.UpsertAsync(row, cancellationToken);
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            writes.TryWrite(new WriteItem.Session(row));
        }
    }
}
