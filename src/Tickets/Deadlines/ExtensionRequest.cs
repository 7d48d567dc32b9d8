using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>A wish to extend the limit of handling (延期申请).</summary>
/// <param name="At">When it is asked for.</param>
/// <param name="By">By how much.</param>
/// <param name="CallerToldAt">When the unit explained it to the caller (EXT-03); null where it did not.</param>
/// <param name="OverriddenBecause">Why the hotline's supervisor allows what is not allowed as a rule; null where none does.</param>
public sealed record ExtensionRequest(DateTimeOffset At, Limit By, DateTimeOffset? CallerToldAt, string? OverriddenBecause = null);

/// <summary>Why an extension is not possible.</summary>
public enum ExtensionRefusal
{
    /// <summary>No document of the ticket's rule set knows an extension for it.</summary>
    NoRule,

    /// <summary>In principle none for this kind of demand (EXT-04); a supervisor may allow it, with a reason.</summary>
    NotForThisMatter,

    /// <summary>It was extended as often as may be (EXT-02).</summary>
    CountUsedUp,

    /// <summary>Later than the lead time before the due time (EXT-01).</summary>
    TooLate,

    /// <summary>More than the cap, and nobody allowed it who may (EXT-05, EXT-06).</summary>
    OverCap,

    /// <summary>Nobody told the caller (EXT-03).</summary>
    CallerNotTold,

    /// <summary>The present due time, or the last moment to ask, lies in a year whose holidays are not known.</summary>
    CalendarUnknown,
}

/// <summary>What came of a wish to extend.</summary>
/// <param name="Refusals">Why not, all of it; empty where it is possible.</param>
/// <param name="Rule">The rule that was asked; null where there is none.</param>
/// <param name="LastMoment">Until when it could be asked for; null where that is not known.</param>
/// <param name="NeedsApproval">True where it goes past what is allowed as a rule, and the supervisor's reason carries it.</param>
public sealed record ExtensionVerdict(IReadOnlyList<ExtensionRefusal> Refusals, ExtensionRule? Rule, DateTimeOffset? LastMoment, bool NeedsApproval)
{
    /// <summary>True where it may be granted.</summary>
    public bool IsPossible => Refusals.Count == 0;

    /// <summary>Looks at a wish. A function of the facts, the rules and the wish.</summary>
    public static ExtensionVerdict Of(ExtensionRequest request, TicketFacts facts, TimerRules rules)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Set.FindExtension(facts.Matter) is not { } rule
            || rules.SheetOf(facts, request.At).Timers.FirstOrDefault(timer => timer.Timer == DeadlineTimer.Handle) is not { } handle)
        {
            return new ExtensionVerdict([ExtensionRefusal.NoRule], null, null, NeedsApproval: false);
        }

        var last = handle.Due is DueTime.Known due && rules.Unit.Before(due.At, rule.Lead) is DueTime.Known moment
            ? moment.At
            : (DateTimeOffset?)null;
        var mayOverride = rule.Override == ExtensionOverride.Supervisor && !string.IsNullOrWhiteSpace(request.OverriddenBecause);
        var none = rule.CountMax == 0;
        var overCap = rule.Cap is { } cap && (request.By.Unit != cap.Unit || request.By.Amount > cap.Amount);
        List<ExtensionRefusal> refusals = [];
        Refuse(none && !mayOverride, ExtensionRefusal.NotForThisMatter);
        Refuse(facts.Extensions.Count >= Math.Max(rule.CountMax, none ? 1 : 0), ExtensionRefusal.CountUsedUp);
        Refuse(last is null, ExtensionRefusal.CalendarUnknown);
        Refuse(request.At > last, ExtensionRefusal.TooLate);
        Refuse(overCap && !mayOverride, ExtensionRefusal.OverCap);
        Refuse(request.CallerToldAt is null || request.CallerToldAt > request.At, ExtensionRefusal.CallerNotTold);
        return new ExtensionVerdict(refusals, rule, last, NeedsApproval: none || overCap);

        void Refuse(bool holds, ExtensionRefusal refusal)
        {
            if (holds)
            {
                refusals.Add(refusal);
            }
        }
    }
}
