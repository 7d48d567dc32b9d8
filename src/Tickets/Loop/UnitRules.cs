namespace Hotline.Tickets.Loop;

/// <summary>Whom a ticket may be given to (part D, guard 1; ACC-13, TKT-18).</summary>
internal static class UnitRules
{
    /// <summary>Why a lead and its co-handlers cannot have it; null where they can.</summary>
    public static LoopDecision.Refused? Fault(LoopMove move, string lead, IReadOnlyList<string> coHandlers)
    {
        if (Fault(move, lead, LoopField.Lead) is { } refused)
        {
            return refused;
        }

        foreach (var unit in coHandlers)
        {
            if (LoopForm.Needs((LoopField.CoHandlers, unit)) is { } empty)
            {
                return empty;
            }

            if (Fault(move, unit, LoopField.CoHandlers) is { } fault)
            {
                return fault;
            }
        }

        return coHandlers.Append(lead).Distinct().Count() <= coHandlers.Count
            ? LoopMove.Refuse(LoopRefusal.UnitTwice, LoopField.CoHandlers)
            : null;
    }

    /// <summary>Why a unit cannot have it; null where it can.</summary>
    public static LoopDecision.Refused? Fault(LoopMove move, string unit, LoopField field) =>
        FaultOf(move.Before.AccusedUnit, move.Context.Units, unit) is { } refusal ? LoopMove.Refuse(refusal, field) : null;

    /// <summary>The same without a command.</summary>
    public static LoopRefusal? FaultOf(string? accused, IReadOnlyDictionary<string, UnitFacts> units, string unit) =>
        unit == accused ? LoopRefusal.UnitIsAccused
        : !units.TryGetValue(unit, out var facts) ? LoopRefusal.UnitUnknown
        : !facts.IsActive ? LoopRefusal.UnitInactive
        : !facts.HasContact ? LoopRefusal.UnitWithoutContact
        : !facts.LevelIsAllowed ? LoopRefusal.LevelNotAllowed
        : null;
}
