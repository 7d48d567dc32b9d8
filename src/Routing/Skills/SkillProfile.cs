using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hotline.Routing;

/// <summary>A distinct set of skills with their levels. Agents with the same set share one, so fitness is found once for all of them.</summary>
public sealed class SkillProfile
{
    private readonly FrozenDictionary<SkillId, int> _levels;

    /// <param name="skills">Of a skill written twice the higher level counts.</param>
    /// <param name="index">Counts the profiles of a floor.</param>
    internal SkillProfile(IEnumerable<AgentSkill> skills, int index)
    {
        Skills = [.. skills.GroupBy(s => s.Skill).Select(g => new AgentSkill(g.Key, g.Max(s => s.Level)))
            .OrderBy(s => s.Skill.Value, StringComparer.Ordinal)];
        _levels = Skills.ToFrozenDictionary(s => s.Skill, s => s.Level);
        Index = index;
    }

    public SkillProfile(IEnumerable<AgentSkill> skills)
        : this(skills, -1)
    {
    }

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<AgentSkill> Skills { get; }

    internal int Index { get; }

    /// <summary>0 where the skill is missing.</summary>
    public int LevelOf(SkillId skill) => _levels.GetValueOrDefault(skill);

    internal static string TextOf(IEnumerable<AgentSkill> skills) => string.Join(' ', skills.Select(s => s.ToString()).Order(StringComparer.Ordinal));
}
