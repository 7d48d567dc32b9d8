using System.Collections.Concurrent;

namespace Hotline.Upkeep;

/// <summary>How often each service fell since the start; /healthz and the metrics show it.</summary>
public sealed class ServiceFaults
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Note(string service) => _counts.AddOrUpdate(service, 1, static (_, count) => count + 1);

    /// <summary>By name; services that never fell are left out.</summary>
    public IReadOnlyList<(string Service, long Count)> All => [.. _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))];

    public long Total => _counts.Values.Sum();
}
