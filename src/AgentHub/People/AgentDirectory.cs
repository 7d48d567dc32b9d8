using System.Collections.Concurrent;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.People;

/// <summary>
/// Who may sign in. Held in memory, since people sign in also while the database is away; kept in the database.
/// </summary>
public sealed partial class AgentDirectory(AgentStore store, CityConfiguration city, TimeProvider time, ILogger<AgentDirectory> log)
{
    /// <summary>So many wrong passwords in a row lock an account for <see cref="LockTime"/>.</summary>
    private const string FirstAdministrator = "0000";
    private const int FailuresMax = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, AgentAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>One change at a time per account: passwords tried in parallel count each, and nothing undoes what another change did.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the accounts are here; a database that is away at the start is waited for.</summary>
    public Task Loaded => _loaded.Task;
    public bool IsLoaded => _loaded.Task.IsCompleted;

    /// <summary>Loads everybody; makes the demo people (at each start), or on the first start one administrator, and says their passwords.</summary>
    /// <param name="demo">Make the city's demo people.</param>
    /// <param name="secret">This installation's own secret, from which demo passwords are derived.</param>
    /// <param name="say">Prints a line for the operator.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LoadAsync(bool demo, string secret, Action<string> say, CancellationToken cancellationToken)
    {
        foreach (var account in await store.AllAsync(city.Tenant, cancellationToken))
        {
            _accounts[account.Id] = account;
        }
        if (demo)
        {
            await LoadDemoAsync(secret, say, cancellationToken);
        }
        else if (_accounts.IsEmpty)
        {
            var password = IdSource.Random(16);
            var administrator = new AgentAccount
            {
                Tenant = city.Tenant.Value, Id = FirstAdministrator, Name = Text.Of("admin.name"),
                PasswordHash = Passwords.Hash(password), Roles = [Roles.Administrator], Skills = [], Enabled = true,
            };
            await SaveAsync(FirstAdministrator, _ => administrator, cancellationToken);
            say(Text.Of("admin.signIn", FirstAdministrator, password));
        }
        _loaded.TrySetResult();
    }

    public IReadOnlyList<AgentAccount> All => [.. _accounts.Values.OrderBy(a => a.Id, StringComparer.Ordinal)];

    public AgentAccount? Find(string id) => _accounts.TryGetValue(id, out var account) && account.Enabled ? account : null;

    /// <summary>Checks a sign-in.</summary>
    /// <returns>The account; or null with how long it is locked (zero where the number or password is wrong).</returns>
    public async Task<(AgentAccount? Account, TimeSpan Locked)> SignInAsync(string id, string password, CancellationToken cancellationToken)
    {
        if (Find(id) is null)
        {
            Passwords.Verify(null, password);
            return (null, TimeSpan.Zero);
        }
        using var turn = await TurnAsync(id, cancellationToken);
        if (Find(id) is not { } account)
        {
            return (null, TimeSpan.Zero); // closed while this one waited
        }
        var now = time.GetUtcNow();
        if (account.LockedUntil > now)
        {
            return (null, account.LockedUntil.Value - now);
        }
        var right = Passwords.Verify(account.PasswordHash, password);
        var failures = right ? 0 : account.Failures + 1;
        DateTimeOffset? lockedUntil = failures >= FailuresMax ? now + LockTime : null;
        account = account with { Failures = lockedUntil is null ? failures : 0, LockedUntil = lockedUntil };
        _accounts[id] = account;
        try
        {
            await store.RecordSignInAsync(city.Tenant, new AgentId(id), account.Failures, lockedUntil, right ? now : null, cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            LogNotKept(id, e.Message);
        }
        if (lockedUntil is not null)
        {
            LogLocked(id, FailuresMax, LockTime);
        }
        return (right ? account : null, lockedUntil is null ? TimeSpan.Zero : LockTime);
    }

    private async Task LoadDemoAsync(string secret, Action<string> say, CancellationToken cancellationToken)
    {
        // The same over restarts of this installation, another one in every other: none is ever a default.
        string PasswordOf(AgentId id) => IdSource.Derived(secret, $"demo {id}", 8);
        // A hash takes 40 ms and a row 3: a restart has no time for hundreds. Where the first password is as it was, so are the others.
        var asBefore = city.DemoPeople is [var first, ..] && Passwords.Verify(Find(first.Id.Value)?.PasswordHash, PasswordOf(first.Id));
        foreach (var person in city.DemoPeople)
        {
            var (password, skills) = (PasswordOf(person.Id), person.Skills.Select(s => s.ToString()).ToList());
            if (!asBefore || Find(person.Id.Value) is not { } known || known.Name != person.Name || !known.Roles.SequenceEqual(person.Roles)
                || !known.Skills.SequenceEqual(skills))
            {
                await SaveAsync(person.Id.Value, _ => new AgentAccount
                {
                    Tenant = city.Tenant.Value,
                    Id = person.Id.Value,
                    Name = person.Name,
                    PasswordHash = Passwords.Hash(password),
                    Roles = [.. person.Roles],
                    Skills = skills,
                    Enabled = true,
                }, cancellationToken);
            }
            say(Text.Of("demo.signIn", person.Id.Value, person.Name, string.Join(' ', person.Roles), password));
        }
    }

    /// <summary>Makes an account or changes it; it holds from the next sign-in on. Wrong passwords and a lock stay as they are.</summary>
    /// <param name="id">Agent number.</param>
    /// <param name="change">The account as it shall be; given as it is now, or null for a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AgentAccount> SaveAsync(string id, Func<AgentAccount?, AgentAccount> change, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(id, cancellationToken);
        var known = _accounts.GetValueOrDefault(id);
        var account = change(known) with { Failures = known?.Failures ?? 0, LockedUntil = known?.LockedUntil };
        await store.UpsertAsync(account, cancellationToken);
        return _accounts[id] = account;
    }

    /// <summary>The account's skills; what is no skill was refused when it was saved.</summary>
    public static IReadOnlyList<AgentSkill> SkillsOf(AgentAccount account) => [.. account.Skills.Select(AgentSkill.Parse).OfType<AgentSkill>()];

    [LoggerMessage(1, LogLevel.Warning, "Account {Agent} is locked for {Time} after {Failures} wrong passwords")]
    private partial void LogLocked(string agent, int failures, TimeSpan time);

    [LoggerMessage(2, LogLevel.Warning, "The sign-in of {Agent} is known in memory only: {Reason}")]
    private partial void LogNotKept(string agent, string reason);

    private async Task<Turn> TurnAsync(string id, CancellationToken cancellationToken)
    {
        var gate = _turns.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private readonly struct Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
