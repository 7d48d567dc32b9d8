using System.Collections.Frozen;

namespace Hotline.Routing.Numbers;

/// <summary>
/// All numbers of a city: by trunk, dialled number and day, what holds for a call. Looking up costs the same for one
/// number and for ten thousand. A number in no list is taken as a general call: nobody is refused for the line he came on.
/// </summary>
public sealed class NumberBook
{
    private readonly FrozenDictionary<(string Trunk, string Number), NumberPolicy[]> _versions;
    private readonly FrozenSet<string> _trunks;
    private readonly string _dialPrefix, _unregistered;

    /// <param name="tenant">The city.</param>
    /// <param name="policies">All policies, in any order.</param>
    /// <param name="dialPrefix">The city's dialling code ("0378"), which a carrier may or may not hand over with the number.</param>
    /// <param name="unregistered">What the agent reads for a number that stands in no list.</param>
    /// <exception cref="ArgumentException">A rule of <see cref="NumberRules"/> is broken; the loader asks those first.</exception>
    public NumberBook(TenantId tenant, IReadOnlyList<NumberPolicy> policies, string dialPrefix = "", string unregistered = "")
    {
        if (NumberRules.Check(tenant, policies) is [var problem, ..])
        {
            throw new ArgumentException(problem.Text, nameof(policies));
        }

        Tenant = tenant;
        Policies = policies;
        (_dialPrefix, _unregistered) = (dialPrefix, unregistered);
        _trunks = policies.Select(p => p.Trunk).ToFrozenSet();
        _versions = policies.GroupBy(p => (p.Trunk, p.Number))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.EffectiveFrom).ToArray());
    }

    public TenantId Tenant { get; }

    public IReadOnlyList<NumberPolicy> Policies { get; }

    /// <summary>What holds for a call to this number on this day: the trunk's own policy first, then the one for any trunk.</summary>
    /// <returns>Null when no list knows the number.</returns>
    public NumberPolicy? Find(string trunk, string number, DateOnly date)
    {
        var dialled = DialledDigits.Normalise(number);
        return (_trunks.Contains(trunk) ? FindOn(trunk, dialled, date) : null) ?? FindOn(NumberPolicy.AnyTrunk, dialled, date);
    }

    /// <summary>As <see cref="Find"/>; an unknown number gets a policy of its own kind, which asks for anybody.</summary>
    public NumberPolicy FindOrUnregistered(string trunk, string number, DateOnly date) =>
        Find(trunk, number, date) ?? new NumberPolicy
        {
            Tenant = Tenant,
            Trunk = trunk,
            Number = DialledDigits.Normalise(number),
            Mode = MergeMode.Main,
            Name = _unregistered,
            EffectiveFrom = date,
            Registered = false,
        };

    /// <summary>The number of the list that is meant ("+86-371-12348" → "12348"); a star's digits stay as dialled. Null when none is.</summary>
    public string? NumberOf(string trunk, string written, DateOnly date) =>
        Find(trunk, written, date) is not { } policy ? null
        : policy.Number.EndsWith('*') ? DialledDigits.Normalise(written)
        : policy.Number;

    /// <summary>A number as it stands in the list; else without the country's code, else without the city's, else without both.</summary>
    private NumberPolicy? FindOn(string trunk, string dialled, DateOnly date)
    {
        if (FindForm(trunk, dialled, date) is { } found)
        {
            return found;
        }
        var national = Without("0086", dialled) ?? Without("86", dialled);
        return national is null
            ? FindBehind(_dialPrefix, trunk, dialled, date)
            : FindForm(trunk, national, date)
                ?? FindBehind(_dialPrefix, trunk, national, date)
                ?? FindBehind(_dialPrefix.TrimStart('0'), trunk, national, date)
                ?? FindBehind(_dialPrefix, trunk, dialled, date);
    }

    private NumberPolicy? FindBehind(string prefix, string trunk, string dialled, DateOnly date) =>
        prefix.Length > 0 && Without(prefix, dialled) is { } rest ? FindForm(trunk, rest, date) : null;

    private static string? Without(string prefix, string digits) =>
        digits.Length > prefix.Length && digits.StartsWith(prefix, StringComparison.Ordinal) ? digits[prefix.Length..] : null;

    // The star of a province's entry may be dialled, replaced by a digit, or pressed only after the answer (NUM-15).
    private NumberPolicy? FindForm(string trunk, string dialled, DateOnly date) => dialled.Length == 0
        ? null
        : FindVersion(trunk, dialled, date)
            ?? FindVersion(trunk, dialled[..^1] + "*", date)
            ?? FindVersion(trunk, dialled + "*", date);

    private NumberPolicy? FindVersion(string trunk, string number, DateOnly date)
    {
        if (_versions.TryGetValue((trunk, number), out var versions))
        {
            foreach (var version in versions)
            {
                if (version.HoldsOn(date))
                {
                    return version;
                }
            }
        }
        return null;
    }
}
