using System.Collections.Concurrent;
using System.Data.Common;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.People;

/// <summary>
/// Who may sign in. Held in memory, since people sign in also while the database is away; kept in the database.
/// </summary>
public sealed class AgentDirectory(AgentStore store, Sessions sessions, CityConfiguration city)
{
    private const int PasswordLength = 16;
    private readonly ConcurrentDictionary<string, AgentAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>
    /// One change at a time per account: nothing undoes what another change did. And one at a time at all (the empty name): of two
    /// administrators who close each other, the second finds himself the last.
    /// </summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the accounts are here; a database that is away at the start is waited for.</summary>
    public Task Loaded => _loaded.Task;
    public bool IsLoaded => _loaded.Task.IsCompleted;

    /// <summary>
    /// Loads everybody; makes the demo people (at each start), and of each kind of administrator one where there is none, and says their
    /// passwords.
    /// </summary>
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
        await sessions.LoadAsync(cancellationToken);
        if (demo)
        {
            await LoadDemoAsync(secret, say, cancellationToken);
        }
        foreach (var mixed in All.Where(a => !Roles.GoTogether(a.Roles)))
        {
            // Of before the three were apart: he goes on with his work, and administers no more.
            await SaveAsync(mixed.Id, known => known! with { Roles = [.. known.Roles.Except(Roles.OfAdministrators)] }, cancellationToken);
            say(Text.Of("admin.separated", mixed.Id));
        }
        foreach (var role in Roles.OfAdministrators.Where(role => !_accounts.Values.Any(a => a.Enabled && a.Roles.Contains(role))))
        {
            await MakeAdministratorAsync(role, say, cancellationToken);
        }
        _loaded.TrySetResult();
    }

    public IReadOnlyList<AgentAccount> All => [.. _accounts.Values.OrderBy(a => a.Id, StringComparer.Ordinal)];

    public AgentAccount? Find(string id) => _accounts.TryGetValue(id, out var account) && account.Enabled ? account : null;

    /// <summary>The account as the database has it now, where it answers: a command on the machine may have changed it.</summary>
    public async Task<AgentAccount?> FindNowAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.FindAsync(city.Tenant, new AgentId(id), cancellationToken) is { } stored
                && _accounts.TryGetValue(id, out var here) && stored.Stamp != here.Stamp)
            {
                using var turn = await TurnAsync(id, cancellationToken);
                stored = await store.FindAsync(city.Tenant, new AgentId(id), cancellationToken) ?? stored;
                _accounts[id] = stored;
                await sessions.EndAllOfAsync(new AgentId(id), Sessions.Account, cancellationToken);
            }
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            // Then memory has to do.
        }
        return Find(id);
    }

    /// <summary>Does something with an account that nobody else changes meanwhile; given as it stands then, or null where it is closed.</summary>
    public async Task<T> HoldAsync<T>(string id, Func<AgentAccount?, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(id, cancellationToken);
        return await work(Find(id));
    }

    /// <summary>Makes an account or changes it. Where that changes what a sign-in rests on, those that are open end.</summary>
    /// <param name="id">Agent number.</param>
    /// <param name="change">The account as it shall be, or null for no change; given as it is now, or null for a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="session">The one in which its owner changes it himself; it goes on.</param>
    /// <returns>The account, or null where nothing was changed.</returns>
    public async Task<AgentAccount?> SaveAsync(string id, Func<AgentAccount?, AgentAccount?> change, CancellationToken cancellationToken,
        string? session = null)
    {
        using var only = await TurnAsync("", cancellationToken);
        using var turn = await TurnAsync(id, cancellationToken);
        var known = _accounts.GetValueOrDefault(id);
        if (change(known) is not { } account)
        {
            return null;
        }
        var same = known is not null && RestsOn(known) == RestsOn(account);
        account = account with
        {
            Stamp = same ? known!.Stamp : IdSource.Random(16), Failures = known?.Failures ?? 0, LastSignedInAt = known?.LastSignedInAt,
            TotpStep = known?.TotpStep,
        };
        await store.UpsertAsync(account, cancellationToken);
        _accounts[id] = account;
        if (!same)
        {
            await sessions.EndAllOfAsync(new AgentId(id), Sessions.Account, cancellationToken, session);
        }
        return account;
    }

    /// <summary>Keeps what a sign-in left, in memory; the account itself is as it was. Within <see cref="HoldAsync"/>.</summary>
    internal void Note(AgentAccount account) => _accounts[account.Id] = account;

    /// <summary>The account's skills; what is no skill was refused when it was saved.</summary>
    public static IReadOnlyList<AgentSkill> SkillsOf(AgentAccount account) => [.. account.Skills.Select(AgentSkill.Parse).OfType<AgentSkill>()];

    private static (string Password, string Roles, string? Unit, bool Enabled, string? Totp) RestsOn(AgentAccount account) =>
        (account.PasswordHash, string.Join(' ', account.Roles), account.Unit, account.Enabled, account.TotpSecret);

    private async Task MakeAdministratorAsync(string role, Action<string> say, CancellationToken cancellationToken)
    {
        var password = IdSource.Random(PasswordLength);
        var id = Enumerable.Range(0, 10_000).Select(n => Invariant($"{n:D4}")).First(free => !_accounts.ContainsKey(free));
        await SaveAsync(id, _ => new AgentAccount
        {
            Tenant = city.Tenant.Value, Id = id, Name = Text.Of("admin." + role), PasswordHash = Passwords.Hash(password), Roles = [role],
            Skills = [], Enabled = true,
        }, cancellationToken);
        say(Text.Of("admin.signIn", Text.Of("admin." + role), id, password));
    }

    private async Task LoadDemoAsync(string secret, Action<string> say, CancellationToken cancellationToken)
    {
        // The same over restarts of this installation, another one in every other: none is ever a default.
        string PasswordOf(AgentId id) => IdSource.Derived(secret, $"demo {id}", 8);
        // A hash takes 100 ms and a row 3: a restart has no time for hundreds. Where the first password is as it was, so are the others.
        var asBefore = city.DemoPeople is [var first, ..]
            && Passwords.Verify(Find(first.Id.Value)?.PasswordHash, PasswordOf(first.Id)) == PasswordIs.Right;
        foreach (var person in city.DemoPeople)
        {
            var (password, skills) = (PasswordOf(person.Id), person.Skills.Select(s => s.ToString()).ToList());
            if (!asBefore || Find(person.Id.Value) is not { } known || known.Name != person.Name || !known.Roles.SequenceEqual(person.Roles)
                || !known.Skills.SequenceEqual(skills) || known.Unit != person.Unit)
            {
                await SaveAsync(person.Id.Value, _ => new AgentAccount
                {
                    Tenant = city.Tenant.Value,
                    Id = person.Id.Value,
                    Name = person.Name,
                    PasswordHash = Passwords.Hash(password),
                    Roles = [.. person.Roles],
                    Skills = skills,
                    Unit = person.Unit,
                    Enabled = true,
                }, cancellationToken);
            }
            say(Text.Of("demo.signIn", person.Id.Value, person.Name, string.Join(' ', person.Roles), password));
        }
    }

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
