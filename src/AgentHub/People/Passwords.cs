using Microsoft.AspNetCore.Identity;

namespace Hotline.AgentHub.People;

/// <summary>Password hashes as ASP.NET Core Identity makes them (PBKDF2-HMAC-SHA512, salted, 100,000 rounds).</summary>
internal static class Passwords
{
    private static readonly PasswordHasher<string> Hasher = new();

    /// <summary>Compared with when nobody of that number exists, so that the answer takes as long as for one who does.</summary>
    private static readonly string Nobody = Hasher.HashPassword("", "nobody");

    public static string Hash(string password) => Hasher.HashPassword("", password);

    public static bool Verify(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobody, password) != PasswordVerificationResult.Failed && hash is not null;
}
