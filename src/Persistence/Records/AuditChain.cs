using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Persistence;

/// <summary>
/// The hash of an entry: SHA-256 over the hash before, its place and all that it says, each text with its length before it, so that no two
/// entries read the same.
/// </summary>
internal static class AuditChain
{
    public static string HashOf(string before, AuditRow row)
    {
        var text = new StringBuilder();
        foreach (var part in new[]
        {
            before, Invariant($"{row.Seq}"), row.EntryId, row.Tenant,
            row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), row.Who, row.Action, row.Subject, row.Purpose,
            row.Address, row.Result, row.Detail,
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
