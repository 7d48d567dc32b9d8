using System.Collections.Concurrent;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.Auth;

/// <summary>
/// Who may sign in. Held in memory, since people sign in also while the database is away; kept in the database.
/// </summary>
public sealed class AgentDirectory(AgentStore store, CityConfiguration city, TimeProvider time)
{
    /// <summary>So many wrong passwords in a row lock an account for <see cref="LockTime"/>.</summary>
    private const int FailuresMax = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, AgentAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>Loads everybody; on the first start makes the demo people or one administrator, and says their passwords once.</summary>
    public async Task LoadAsync(bool demo, Action<string> say, CancellationToken cancel)
    {
        foreach (var account in await store.AllAsync(city.Tenant, cancel))
        {
            _accounts[account.Id] = account;
        }
        if (demo)
        {
            await LoadDemoAsync(say, cancel);
        }
        else if (_accounts.IsEmpty)
        {
            var password = IdSource.Random(16);
            await AddAsync(new AgentAccount { Tenant = city.Tenant.Value, Id = "0000", Name = "管理员", PasswordHash = Passwords.Hash(password), Roles = [Roles.Administrator], Skills = [], Enabled = true }, cancel);
            say(Text.Of("admin.signIn", "0000", password));
        }
    }

    public AgentAccount? Find(string id) => _accounts.TryGetValue(id, out var account) && account.Enabled ? account : null;

    /// <summary>Checks a sign-in.</summary>
    /// <returns>The account; or null with how long it is locked (zero where the number or password is wrong).</returns>
    public async Task<(AgentAccount? Account, TimeSpan Locked)> SignInAsync(string id, string password, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var account = Find(id);
        if (account?.LockedUntil > now)
        {
            return (null, account.LockedUntil.Value - now);
        }
        var right = Passwords.Verify(account?.PasswordHash, password);
        if (account is null)
        {
            return (null, TimeSpan.Zero);
        }
        var failures = right ? 0 : account.Failures + 1;
        DateTimeOffset? lockedUntil = failures >= FailuresMax ? now + LockTime : null;
        _accounts[id] = account with { Failures = lockedUntil is null ? failures : 0, LockedUntil = lockedUntil };
        try
        {
            await store.RecordSignInAsync(city.Tenant, new AgentId(id), failures, lockedUntil, right ? now : null, cancel);
        }
        catch (System.Data.Common.DbException)
        {
            // The database is away: the count in memory holds until it is back.
        }
        return (right ? account : null, lockedUntil is null ? TimeSpan.Zero : LockTime);
    }

    private async Task LoadDemoAsync(Action<string> say, CancellationToken cancel)
    {
        foreach (var person in city.DemoPeople)
        {
            // New passwords at each start: they are on the screen anyway, and none is ever a default.
            var password = IdSource.Random(8);
            await AddAsync(new AgentAccount
            {
                Tenant = city.Tenant.Value,
                Id = person.Id.Value,
                Name = person.Name,
                PasswordHash = Passwords.Hash(password),
                Roles = [.. person.Roles],
                Skills = [.. person.Skills.Select(s => s.Value)],
                Enabled = true,
            }, cancel);
            say(Text.Of("demo.signIn", person.Id.Value, person.Name, string.Join(' ', person.Roles), password));
        }
    }

    private async Task AddAsync(AgentAccount account, CancellationToken cancel)
    {
        _accounts[account.Id] = account;
        await store.UpsertAsync(account, cancel);
    }

    public static IReadOnlyList<SkillId> SkillsOf(AgentAccount account) => [.. account.Skills.Select(s => new SkillId(s))];
}
