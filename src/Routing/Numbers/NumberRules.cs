namespace Hotline.Routing.Numbers;

/// <summary>The rules that every city's numbers obey, whatever its merge list says.</summary>
public static class NumberRules
{
    /// <summary>Never merged; they are places to hand a call over to (NUM-13).</summary>
    public static IReadOnlySet<string> EmergencyNumbers { get; } = new HashSet<string> { "110", "119", "120", "122" };

    /// <summary>All problems of these policies, in their order; empty when they make a <see cref="NumberBook"/>.</summary>
    public static IReadOnlyList<NumberProblem> Check(TenantId tenant, IReadOnlyList<NumberPolicy> policies)
    {
        List<NumberProblem> problems = [.. policies.Select(p => CheckOne(tenant, p)).OfType<NumberProblem>()];

        // A policy that is wrong by itself is said once; its dates are not compared with those of others.
        HashSet<NumberPolicy> wrong = [.. problems.Select(p => p.Policy!)];
        foreach (var versions in policies.Where(p => !wrong.Contains(p)).GroupBy(p => (p.Trunk, p.Number)))
        {
            CheckVersions([.. versions.OrderBy(p => p.EffectiveFrom)], problems);
        }

        if (!policies.Any(p => p.Mode is MergeMode.Main))
        {
            problems.Add(new(NumberProblemKind.NoMainNumber, null, "no number has the mode of 12345 itself (main); add its row (NUM-14)"));
        }

        return problems;
    }

    private static NumberProblem? CheckOne(TenantId tenant, NumberPolicy policy)
    {
        if (policy.Tenant != tenant)
        {
            return new(NumberProblemKind.OtherTenant, policy, $"belongs to {policy.Tenant}, not to {tenant}");
        }

        if (!DialledDigits.IsWellFormed(policy.Number))
        {
            return new(NumberProblemKind.MalformedNumber, policy,
                $"\"{policy.Number}\" is not a number to dial; write 1 to {DialledDigits.LengthMax - 1} digits, with at most one star at the end");
        }

        if (EmergencyNumbers.Contains(policy.Number))
        {
            return new(NumberProblemKind.EmergencyNumber, policy,
                $"{policy.Number} is an emergency number and is never merged (NUM-13); remove the row and list it as a party to hand over to");
        }

        if (!Enum.IsDefined(policy.Mode))
        {
            return new(NumberProblemKind.UnknownMode, policy, Invariant($"mode {(int)policy.Mode} is not a merge mode"));
        }

        if (policy.IsAnsweredBy12345 && policy.Plan.Ending is { IsAnnouncement: true })
        {
            return new(NumberProblemKind.EndsClosed, policy,
                $"a call to {policy.Number} is one to 12345, which people answer round the clock (CALL-01): "
                + "its plan must not end with an announcement");
        }

        return policy.EffectiveTo < policy.EffectiveFrom
            ? new(NumberProblemKind.EndsBeforeItBegins, policy,
                Invariant($"ends on {policy.EffectiveTo:yyyy-MM-dd}, before it begins on {policy.EffectiveFrom:yyyy-MM-dd}"))
            : null;
    }

    private static void CheckVersions(IReadOnlyList<NumberPolicy> versions, List<NumberProblem> problems)
    {
        for (var i = 1; i < versions.Count; i++)
        {
            var before = versions[i - 1];
            var policy = versions[i];
            if (before.EffectiveTo is not { } end || end >= policy.EffectiveFrom)
            {
                problems.Add(new(NumberProblemKind.Overlap, policy,
                    Invariant($"{policy.Number} would have two policies on {policy.EffectiveFrom:yyyy-MM-dd}; end the earlier one the day before")));
            }
            else if (end.AddDays(1) < policy.EffectiveFrom)
            {
                problems.Add(new(NumberProblemKind.Gap, policy,
                    Invariant($"{policy.Number} has no policy between {end:yyyy-MM-dd} and {policy.EffectiveFrom:yyyy-MM-dd}; close the gap")));
            }

            if (before.Mode is MergeMode.FullMerge && policy.Mode is not MergeMode.FullMerge)
            {
                problems.Add(new(NumberProblemKind.CancelledNumberRestored, policy,
                    Invariant($"{policy.Number} was cancelled on {before.EffectiveFrom:yyyy-MM-dd} and is not restored (NUM-01, NUM-11)")));
            }
        }
    }
}
