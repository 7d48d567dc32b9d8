namespace Hotline.Routing;

/// <summary>The distinct profiles and needs of a floor, and who is signed in for each need. Work is done at sign-in, not per call.</summary>
internal sealed class SkillIndex
{
    private readonly Dictionary<string, SkillProfile> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<SkillExpression, SkillNeed> _needs = [];
    private readonly Dictionary<AgentId, SkillProfile> _signedIn = [];

    /// <summary>An agent is there, or has other skills than before.</summary>
    public void SignIn(Agent agent)
    {
        SignOut(agent.Id);
        agent.Profile = ProfileOf(agent.Skills);
        _signedIn[agent.Id] = agent.Profile;
        Count(agent.Profile, 1);
    }

    public void SignOut(AgentId agent)
    {
        if (_signedIn.Remove(agent, out var profile))
        {
            Count(profile, -1);
        }
    }

    public SkillNeed NeedOf(SkillExpression expression)
    {
        if (!_needs.TryGetValue(expression, out var need))
        {
            need = new SkillNeed(expression);
            need.SignedIn = _signedIn.Values.Count(need.Fits);
            _needs.Add(expression, need);
        }
        return need;
    }

    private SkillProfile ProfileOf(IReadOnlyList<AgentSkill> skills)
    {
        var text = SkillProfile.TextOf(skills);
        if (!_profiles.TryGetValue(text, out var profile))
        {
            profile = new SkillProfile(skills, _profiles.Count);
            _profiles.Add(text, profile);
        }
        return profile;
    }

    private void Count(SkillProfile profile, int change)
    {
        foreach (var need in _needs.Values)
        {
            if (need.Fits(profile))
            {
                need.SignedIn += change;
            }
        }
    }
}
