using System.Text.Json.Serialization;

namespace Hotline.Routing.Numbers;

/// <summary>Which of several fit and free agents is rung.</summary>
public enum ChoiceOrder
{
    /// <summary>The one who has been idle longest.</summary>
    LongestIdle,

    /// <summary>The one with the highest level of the first skill asked for; of equals the longest idle.</summary>
    BestLevel,

    /// <summary>The one with the least talk and after-call work today; of equals the longest idle.</summary>
    LeastOccupied,

    /// <summary>The one who had this caller last, if he is free; otherwise the longest idle.</summary>
    PreviousHandler,
}

/// <summary>One step of a plan: who may be rung, and for how long before the next step begins (ROUTE-06).</summary>
public readonly record struct RoutingStep
{
    private readonly SkillExpression? _asks;

    /// <param name="asks">Who is fit; null for anybody of the front desk.</param>
    /// <param name="lasts">How long the step lasts; null for the last step, which never ends.</param>
    /// <param name="order">Who of several is rung.</param>
    /// <param name="priority">Calls in this step go before those of a lower one (0); see <see cref="RoutingSettings.PriorityAgeing"/>.</param>
    [JsonConstructor]
    public RoutingStep(SkillExpression? asks, TimeSpan? lasts, ChoiceOrder order = ChoiceOrder.LongestIdle, int priority = 0)
    {
        _asks = asks ?? SkillExpression.Anybody; // so that equal steps are equal
        Lasts = lasts;
        Order = order;
        Priority = priority;
    }

    [JsonPropertyName("Skill")] // as journals of before the expressions call it
    public SkillExpression Asks => _asks ?? SkillExpression.Anybody;

    public TimeSpan? Lasts { get; }

    public ChoiceOrder Order { get; }

    public int Priority { get; }

    /// <summary>As a table writes it (<see cref="RoutingPlanText"/>).</summary>
    public override string ToString() =>
        Asks.Text + (Lasts is { } t ? Invariant($" {t.TotalSeconds:0}s") : "")
        + (Order == ChoiceOrder.LongestIdle ? "" : " " + RoutingPlanText.Of(Order)) + (Priority == 0 ? "" : Invariant($" +{Priority}"));
}
