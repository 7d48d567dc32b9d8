namespace Hotline.Routing.Numbers;

/// <summary>What holds for one number, on one trunk, of one city, in one span of days (一号一策, NUM-10).</summary>
public sealed record NumberPolicy
{
    /// <summary>Stands for every trunk that has no policy of its own for the number.</summary>
    public const string AnyTrunk = "*";

    public required TenantId Tenant { get; init; }

    /// <summary>The trunk the call comes in on: one number can be merged differently by jurisdiction (NUM-18).</summary>
    public string Trunk { get; init; } = AnyTrunk;

    /// <summary>As dialled, digits only. A last <c>*</c> accepts one more digit or star, or none (NUM-15).</summary>
    public required string Number { get; init; }

    public required MergeMode Mode { get; init; }

    /// <summary>As the merge list writes it; the agent sees it as the call's origin.</summary>
    public required string Name { get; init; }

    /// <summary>Responsible units (责任单位): one number may have several (NUM-18).</summary>
    public IReadOnlyList<string> ResponsibleUnits { get; init; } = [];

    /// <summary>备注, as the merge list writes it.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Whose merge list (归并清单) the number stands in; empty for 12345 itself (NUM-19).</summary>
    public string List { get; init; } = "";

    /// <summary>序号 within the list and its heading; 0 outside a list.</summary>
    public int Serial { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>The field the number stands for, shown to the agent; null where it is a matter for everybody.</summary>
    public SkillId? Skill { get; init; }

    public RoutingPlan Plan { get; init; } = RoutingPlan.Anybody;

    /// <summary>False when no merge list knows the number: such a call is taken all the same.</summary>
    public bool Registered { get; init; } = true;

    /// <summary>May the number be published as one to dial? A cancelled number only labels what still comes in on it (NUM-01).</summary>
    public bool IsEntry => Registered && Mode is not MergeMode.FullMerge;

    /// <summary>Only the seats of 12345 answer its calls: nobody else is there whom a closed message could mean (CALL-01).</summary>
    public bool IsAnsweredBy12345 => Mode is MergeMode.Main or MergeMode.FullMerge or MergeMode.CallDiversion or MergeMode.LegacyTransferNumber;

    public bool HoldsOn(DateOnly date) => EffectiveFrom <= date && (EffectiveTo is null || date <= EffectiveTo);
}
