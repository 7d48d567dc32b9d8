using Hotline.AgentHub.Config;
using Hotline.Persistence;

namespace Hotline.AgentHub.Trail;

/// <summary><c>audit verify</c>: checks the chain beside the server, or without it.</summary>
internal static class TrailCommand
{
    public const string FileName = "audit-heads.log";

    /// <returns>0 for a chain that is whole, 1 for one that is not.</returns>
    public static async Task<int> VerifyAsync(string folder, Database database, CityConfiguration city, TextWriter say,
        CancellationToken cancellationToken)
    {
        var verdict = await new AuditLog(database).VerifyAsync(
            city.Tenant, new TrailFile(Path.Combine(folder, FileName)).Read(), cancellationToken);
        foreach (var fault in verdict.Faults)
        {
            await say.WriteLineAsync("! " + fault);
        }
        await say.WriteLineAsync(verdict.Faults.Count == 0
            ? Invariant($"The audit is whole: {verdict.Count} entries, the last is {verdict.Head.Hash}.")
            : Invariant($"The audit is NOT whole: {verdict.Faults.Count} faults in {verdict.Count} entries."));
        return verdict.Faults.Count == 0 ? 0 : 1;
    }
}
