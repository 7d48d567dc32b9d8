namespace Hotline.Routing.Numbers;

/// <summary>The rules for a set of number policies (<see cref="NumberRules"/>), each by how it is broken.</summary>
public enum NumberProblemKind
{
    OtherTenant,
    MalformedNumber,
    EmergencyNumber,
    UnknownMode,
    EndsBeforeItBegins,
    EndsClosed,
    Overlap,
    Gap,
    CancelledNumberRestored,
    NoMainNumber,
}

/// <summary>A rule that a set of number policies breaks. A value, so that all of them can be shown at once.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Policy">The policy at fault; null when the set as a whole is.</param>
/// <param name="Text">What is wrong and what to do, in one sentence.</param>
public sealed record NumberProblem(NumberProblemKind Kind, NumberPolicy? Policy, string Text);
