using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using Hotline.Telephony;

namespace Hotline.AgentHub.People;

/// <summary>
/// <c>recover ID</c>: an administrator who lost his password gets a new one from whoever has the machine. It is written into the audit; his
/// sessions end, and his codes are forgotten.
/// </summary>
internal static class Recovery
{
    private const int PasswordLength = 16;

    /// <returns>The new password; null where there is no such administrator.</returns>
    public static async Task<string?> RunAsync(Database database, CityConfiguration city, string id, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var store = new AgentStore(database);
        if (await store.FindAsync(city.Tenant, new(id), cancellationToken) is not { } known || !known.Roles.Intersect(Roles.OfAdministrators).Any())
        {
            return null;
        }
        var password = IdSource.Random(PasswordLength);
        await store.UpsertAsync(known with
        {
            PasswordHash = Passwords.Hash(password), PasswordSetAt = null, Enabled = true, Stamp = IdSource.Random(16), TotpSecret = null,
        }, cancellationToken);
        await new AuditLog(database).AppendAsync(IdSource.Random(32), new AuditEntry(
            now, city.Tenant.Value, "machine", "recover-person", id, Environment.UserName, "",
            Detail: Auditing.Changes(("enabled", known.Enabled ? "yes" : "no", "yes"), ("password", null, "new"))), cancellationToken);
        return password;
    }
}
