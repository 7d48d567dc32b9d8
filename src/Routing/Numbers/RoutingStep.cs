namespace Hotline.Routing.Numbers;

/// <summary>One step of a plan: who may be rung, and for how long before the next step begins.</summary>
/// <param name="Skill">The skill asked for; null for any agent of the front desk.</param>
/// <param name="Lasts">How long the step lasts; null for the last step, which never ends.</param>
public readonly record struct RoutingStep(SkillId? Skill, TimeSpan? Lasts);
