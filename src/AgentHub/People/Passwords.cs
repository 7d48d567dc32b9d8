using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hotline.AgentHub.People;

/// <summary>What became of a comparison of passwords.</summary>
internal enum PasswordIs
{
    Wrong,
    Right,

    /// <summary>Right, and its hash is weaker than those that we make now.</summary>
    RightButWeaklyHashed,
}

/// <summary>Password hashes as ASP.NET Core Identity makes them (PBKDF2-HMAC-SHA512, salted), with 210,000 rounds.</summary>
internal static class Passwords
{
    private const int Rounds = 210_000;

    /// <summary>A hash takes a tenth of a second of one processor: so many at once, and no more, so that the calls have the others.</summary>
    private const int AtOnce = 2;
    private static readonly SemaphoreSlim Turns = new(AtOnce);
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>Compared with when nobody of that number exists, so that the answer takes as long as for one who does.</summary>
    private static readonly string Nobody = Hasher.HashPassword("", "nobody");

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>Compares; where there is no hash it takes as long and is wrong.</summary>
    public static async Task<PasswordIs> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Verify(hash, password), cancellationToken);
        }
        finally
        {
            Turns.Release();
        }
    }

    public static PasswordIs Verify(string? hash, string password) => Hasher.VerifyHashedPassword("", hash ?? Nobody, password) switch
    {
        _ when hash is null => PasswordIs.Wrong,
        PasswordVerificationResult.Success => PasswordIs.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordIs.RightButWeaklyHashed,
        _ => PasswordIs.Wrong,
    };
}
