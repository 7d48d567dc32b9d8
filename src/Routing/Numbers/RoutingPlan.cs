using System.Text.Json.Serialization;

namespace Hotline.Routing.Numbers;

/// <summary>
/// Who is asked, in order, while a caller waits: for example the legal experts for 20 seconds, then anybody (ROUTE-06).
/// The last step is open-ended, or an ending says what becomes of who still waits, so that a plan can never run out (CALL-01).
/// </summary>
public sealed class RoutingPlan : IEquatable<RoutingPlan>
{
    /// <summary>More steps than this are a mistake in a table, not a plan.</summary>
    public const int StepsMax = 8;

    private readonly RoutingStep[] _steps;

    /// <exception cref="ArgumentException">The steps break a rule of <see cref="Flaw"/>.</exception>
    public RoutingPlan(params IReadOnlyList<RoutingStep> steps)
        : this(steps, RoutingWeights.Fcfs)
    {
    }

    /// <exception cref="ArgumentException">The steps break a rule of <see cref="Flaw"/>.</exception>
    [JsonConstructor]
    public RoutingPlan(IReadOnlyList<RoutingStep> steps, RoutingWeights weights, PlanEnding? ending = null)
    {
        if (Flaw(steps, ending) is { } flaw)
        {
            throw new ArgumentException(flaw, nameof(steps));
        }

        _steps = [.. steps];
        Ending = ending;
        Weights = weights == default ? RoutingWeights.Fcfs : weights; // a journal of before the weights has none
    }

    /// <summary>Any agent of the front desk, for ever.</summary>
    public static RoutingPlan Anybody { get; } = new(new RoutingStep(null, null));

    public IReadOnlyList<RoutingStep> Steps => _steps;

    /// <summary>How its calls count against those of other plans.</summary>
    public RoutingWeights Weights { get; }

    /// <summary>What follows the last step; null where that one never ends.</summary>
    public PlanEnding? Ending { get; }

    /// <summary>What is wrong with these steps as a plan, in one sentence; null when nothing is.</summary>
    public static string? Flaw(IReadOnlyList<RoutingStep> steps, PlanEnding? ending = null)
    {
        if (steps.Count is 0 or > StepsMax)
        {
            return $"a plan has 1 to {StepsMax} steps, this one has {steps.Count}";
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var last = i == steps.Count - 1;
            if (last && ending is not null && !(steps[i].Lasts > TimeSpan.Zero))
            {
                return $"the step before \"{ending}\" needs a time after which that follows";
            }

            if (last && ending is null && steps[i].Lasts is not null)
            {
                return "the last step must not end: a caller who still waits would belong to nobody";
            }

            if (!last && !(steps[i].Lasts > TimeSpan.Zero))
            {
                return Invariant($"step {i + 1} needs a time after which step {i + 2} begins");
            }
        }

        return null;
    }

    /// <summary>The index of the step that is due after so long a wait.</summary>
    public int StepAfter(TimeSpan waited)
    {
        var ends = TimeSpan.Zero;
        for (var i = 0; i < _steps.Length - 1; i++)
        {
            ends += _steps[i].Lasts!.Value;
            if (waited < ends)
            {
                return i;
            }
        }

        return _steps.Length - 1;
    }

    public bool Equals(RoutingPlan? other) =>
        other is not null && Weights == other.Weights && Ending == other.Ending && _steps.AsSpan().SequenceEqual(other._steps);

    public override bool Equals(object? obj) => Equals(obj as RoutingPlan);

    public override int GetHashCode() => HashCode.Combine(_steps.Length, _steps[0]);

    /// <summary>As a table writes it (<see cref="RoutingPlanText"/>).</summary>
    public override string ToString() =>
        (Weights == RoutingWeights.Fcfs ? ""
            : Invariant($"{RoutingPlanText.Weights} {Weights.Constant} {Weights.PerWaitSecond} {Weights.PerIdleSecond}; "))
        + string.Join("; ", _steps) + (Ending is null ? "" : $"; {Ending}");
}
