using System.Security.Cryptography;
using Hotline.AgentHub.Config;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Hotline.AgentHub.People;

/// <summary>Codes that change every 30 seconds (RFC 6238), made by an application on somebody's telephone. Their secrets are kept sealed.</summary>
public sealed class TotpCodes(IDataProtectionProvider protection, CityConfiguration city, TimeProvider time)
{
    private const int SecretBytes = 20;

    /// <summary>A telephone's clock may be off by one code.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);
    private readonly IDataProtector _seal = protection.CreateProtector("totp");

    /// <summary>A new secret: sealed, and as its owner's application reads it.</summary>
    public (string Sealed, string Secret, string Uri) New(string id)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var text = Base32Encoding.ToString(secret);
        return (_seal.Protect(text), text, new OtpUri(OtpType.Totp, text, id, city.Name).ToString());
    }

    /// <summary>Which code this is; null where it is none of now.</summary>
    public long? StepOf(string secret, string code)
    {
        try
        {
            var totp = new Totp(Base32Encoding.ToBytes(_seal.Unprotect(secret)));
            return totp.VerifyTotp(time.GetUtcNow().UtcDateTime, code.Trim(), out var step, Window) ? step : null;
        }
        catch (CryptographicException)
        {
            return null; // sealed with keys that are gone: an administrator takes it away, and its owner sets up a new one
        }
    }
}
