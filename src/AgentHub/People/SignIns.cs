using System.Data.Common;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using Hotline.Routing;

namespace Hotline.AgentHub.People;

/// <summary>Somebody at the door.</summary>
/// <param name="Id">The number that he typed.</param>
/// <param name="Password">His password.</param>
/// <param name="Code">The code of the moment, for accounts that have one.</param>
/// <param name="Address">From where.</param>
public sealed record SignInTry(string Id, string Password, string Code, string Address);

/// <summary>What became of it.</summary>
/// <param name="Account">Null where he stays outside.</param>
/// <param name="Locked">How long no try is open; zero where number, password or code is wrong.</param>
/// <param name="LacksCode">The password is right, and a code is asked for.</param>
public sealed record SignInAnswer(AgentAccount? Account, TimeSpan Locked = default, bool LacksCode = false);

/// <summary>
/// Checks sign-ins. Of a number that nobody has it answers as of any other, in as long a time; a try counts before its password is looked at;
/// and what was right when it was looked at has to be so still when somebody is let in.
/// </summary>
public sealed partial class SignIns(
    AgentDirectory directory, AgentStore store, SignInThrottle throttle, Sessions sessions, TotpCodes codes, CityConfiguration city,
    TimeProvider time, ILogger<SignIns> log)
{
    /// <param name="attempt">Who wants in.</param>
    /// <param name="admit">Lets somebody in. No change of his account comes in between.</param>
    /// <param name="cancellationToken">Gives up; the try counts all the same.</param>
    public async Task<SignInAnswer> TryAsync(SignInTry attempt, Func<AgentAccount, Task> admit, CancellationToken cancellationToken)
    {
        var familiar = sessions.KnowsAddress(attempt.Id, attempt.Address);
        if (throttle.Begin(attempt.Id, attempt.Address, familiar) is var locked && locked > TimeSpan.Zero)
        {
            return new SignInAnswer(null, locked);
        }
        var seen = await directory.FindNowAsync(attempt.Id, cancellationToken);
        var password = await Passwords.VerifyAsync(seen?.PasswordHash, attempt.Password, cancellationToken);
        if (seen is null || password == PasswordIs.Wrong)
        {
            return await RefuseAsync(attempt, familiar, cancellationToken);
        }
        if (seen.TotpSecret is { } secret)
        {
            if (attempt.Code.Length == 0)
            {
                return new SignInAnswer(null, LacksCode: true);
            }
            if (codes.StepOf(secret, attempt.Code) is not { } step || !await UseAsync(seen, step, cancellationToken))
            {
                return await RefuseAsync(attempt, familiar, cancellationToken);
            }
        }
        return await directory.HoldAsync(attempt.Id, now => LetInAsync(attempt, seen, now, password, admit, cancellationToken), cancellationToken);
    }

    private async Task<SignInAnswer> LetInAsync(SignInTry attempt, AgentAccount seen, AgentAccount? now, PasswordIs password,
        Func<AgentAccount, Task> admit, CancellationToken cancellationToken)
    {
        if (now is null || now.Stamp != seen.Stamp)
        {
            return new SignInAnswer(null); // closed, or given another password, while this one was looked at
        }
        throttle.Right(attempt.Id, attempt.Address);
        var at = time.GetUtcNow();
        var account = now with { LastSignedInAt = at, Failures = 0 };
        await KeptAsync(() => store.SignedInAsync(city.Tenant, new AgentId(account.Id), at, cancellationToken), account.Id);
        if (password == PasswordIs.RightButWeaklyHashed)
        {
            var stronger = Passwords.Hash(attempt.Password);
            await KeptAsync(
                () => store.RehashAsync(city.Tenant, new AgentId(account.Id), account.PasswordHash, stronger, cancellationToken), account.Id);
            account = account with { PasswordHash = stronger };
        }
        directory.Note(account);
        await admit(account);
        return new SignInAnswer(account);
    }

    private async Task<SignInAnswer> RefuseAsync(SignInTry attempt, bool familiar, CancellationToken cancellationToken)
    {
        await KeptAsync(() => store.FailedAsync(city.Tenant, new AgentId(attempt.Id), cancellationToken), attempt.Id);
        return new SignInAnswer(null, throttle.LockOf(attempt.Id, attempt.Address, familiar));
    }

    private async Task<bool> UseAsync(AgentAccount account, long step, CancellationToken cancellationToken)
    {
        var unused = account.TotpStep is not { } last || last < step;
        await KeptAsync(
            async () => unused = unused && await store.UseTotpAsync(city.Tenant, new AgentId(account.Id), step, cancellationToken), account.Id);
        return unused && await directory.HoldAsync(account.Id, now =>
        {
            var free = now is not null && (now.TotpStep is not { } used || used < step);
            if (free)
            {
                directory.Note(now! with { TotpStep = step });
            }
            return Task.FromResult(free);
        }, cancellationToken);
    }

    private async Task KeptAsync(Func<Task> work, string id)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            LogNotKept(id, e.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "What a sign-in of {Agent} leaves is known in memory only: {Reason}")]
    private partial void LogNotKept(string agent, string reason);
}
