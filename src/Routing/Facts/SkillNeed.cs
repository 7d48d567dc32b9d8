namespace Hotline.Routing;

/// <summary>One distinct skill expression on a floor, with what was found out about it once and for all.</summary>
internal sealed class SkillNeed(SkillExpression expression)
{
    private readonly List<bool?> _fits = [];

    public SkillExpression Expression { get; } = expression;

    /// <summary>How many agents signed in now are fit.</summary>
    public int SignedIn { get; set; }

    public bool Fits(SkillProfile profile)
    {
        while (_fits.Count <= profile.Index)
        {
            _fits.Add(null);
        }
        return _fits[profile.Index] ??= Expression.Fits(profile);
    }

    /// <summary>The level that counts for <see cref="Numbers.ChoiceOrder.BestLevel"/>: of the expression's first term; 0 without one.</summary>
    public int LevelOf(SkillProfile profile) => Expression.Anchors is [var first, ..] ? profile.LevelOf(first.Skill) : 0;
}
