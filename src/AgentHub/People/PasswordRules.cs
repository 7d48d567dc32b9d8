using Hotline.AgentHub.Config;
using Hotline.Persistence;

namespace Hotline.AgentHub.People;

/// <summary>What is asked of a password that somebody chooses.</summary>
public sealed class PasswordRules(SecuritySettings settings, TimeProvider time)
{
    private const int LengthMax = 128;
    private const int DistinctMin = 5;

    /// <summary>Code of what is wrong with a new password; null where nothing is.</summary>
    public string? Wrong(AgentAccount account, string password) =>
        password.Length < settings.PasswordLengthMin || password.Length > LengthMax ? "password-length"
        : password.Distinct().Count() < DistinctMin || password.All(char.IsAsciiDigit) ? "password-simple"
        : Names(account).Any(name => password.Contains(name, StringComparison.OrdinalIgnoreCase)) ? "password-name"
        : Former(account).Any(hash => Passwords.Verify(hash, password) != PasswordIs.Wrong) ? "password-former"
        : null;

    /// <summary>The account with a new password, which its owner chose.</summary>
    public AgentAccount With(AgentAccount account, string password) => account with
    {
        PasswordHash = Passwords.Hash(password),
        PasswordSetAt = time.GetUtcNow(),
        FormerPasswords = [.. Former(account).Where(hash => hash.Length > 0).Take(settings.PasswordsRemembered)],
    };

    /// <summary>What somebody has to do before anything else: a code, or empty. Where passwords age, one that another chose is due at once.</summary>
    public string Due(AgentAccount account) =>
        settings.PasswordDays > 0 && (account.PasswordSetAt is not { } set || time.GetUtcNow() - set > TimeSpan.FromDays(settings.PasswordDays))
            ? "password-due"
        : account.TotpSecret is null && NeedsTotp(account.Roles) ? "totp-due"
        : "";

    /// <summary>Whether one of these roles signs in with a code besides the password.</summary>
    public bool NeedsTotp(IEnumerable<string> roles) => settings.TotpRoles.Intersect(roles).Any();

    private static IEnumerable<string> Former(AgentAccount account) => [account.PasswordHash, .. account.FormerPasswords];

    private static IEnumerable<string> Names(AgentAccount account) =>
        account.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(account.Id).Where(name => name.Length > 1);
}
