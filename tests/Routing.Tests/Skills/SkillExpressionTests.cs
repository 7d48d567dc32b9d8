using Hotline.Routing;

namespace Hotline.Routing.Tests.Skills;

/// <summary>Who is fit, as tables write it.</summary>
public sealed class SkillExpressionTests
{
    [Theory]
    [InlineData("any", "", true)]
    [InlineData("law", "law:1", true)]
    [InlineData("law", "tax:5", false)]
    [InlineData("law>=4", "law:4", true)]
    [InlineData("law>=4", "law", false)]
    [InlineData("law and tax", "law tax", true)]
    [InlineData("law and tax", "law", false)]
    [InlineData("law or tax", "tax", true)]
    [InlineData("not law", "tax", true)]
    [InlineData("not law>=2", "law:1", true)]
    [InlineData("not not law", "law", true)]
    [InlineData("law or tax and fund", "law", true)]
    [InlineData("(law or tax) and fund", "law", false)]
    [InlineData("not (law or tax)", "fund", true)]
    [InlineData("not (law or tax)", "tax", false)]
    [InlineData("english and not (law>=3 or tax)", "english law:2", true)]
    public void An_expression_fits_who_has_what_it_asks_for(string expression, string skills, bool fits) =>
        Read(expression).Fits(Profile(skills)).ShouldBe(fits);

    [Theory]
    [InlineData("law  AND tax", null)]
    [InlineData("(law)", "law")]
    [InlineData("law>=1", "law")]
    [InlineData("(law or tax)and fund", "(law or tax) and fund")]
    [InlineData("not(law and tax)", "not (law and tax)")]
    public void Text_is_canonical_and_reads_as_itself(string written, string? canonical)
    {
        var (expression, flaw) = SkillExpressionText.Parse(written);
        if (canonical is null)
        {
            flaw.ShouldNotBeNull(); // words of the grammar are small: AND is a skill without an "and" before it
            return;
        }
        expression!.Text.ShouldBe(canonical);
        Read(canonical).ShouldBe(expression);
    }

    [Theory]
    [InlineData("", "at character 1", "a skill is missing")]
    [InlineData("law and", "at character 8", "a skill is missing")]
    [InlineData("law>=6", "at character 6", "1 to 5")]
    [InlineData("law>=", "level", "1 to 5")]
    [InlineData("(law or tax", "at character 12", "\")\" is missing")]
    [InlineData("law tax", "at character 5", "\"tax\" is not expected")]
    [InlineData("law & tax", "at character 5", "\"&\"")]
    [InlineData("or law", "at character 1", "\"or\" is not a skill")]
    public void Flaw_names_the_place(string text, string place, string what)
    {
        var (expression, flaw) = SkillExpressionText.Parse(text);
        expression.ShouldBeNull();
        flaw.ShouldNotBeNull();
        flaw.ShouldContain(place);
        flaw.ShouldContain(what);
    }

    [Fact]
    public void Hostile_depth_and_length_are_refused()
    {
        SkillExpressionText.Parse(new string('(', 300)).Flaw.ShouldNotBeNull();
        SkillExpressionText.Parse(string.Concat(Enumerable.Repeat("not ", 90)) + "law").Flaw.ShouldNotBeNull();
        SkillExpressionText.Parse(new string('a', 500)).Flaw!.ShouldContain("at most 400");
    }

    [Theory]
    [InlineData("law:4", "law", 4)]
    [InlineData("law", "law", 3)]
    public void Skill_with_and_without_level(string text, string skill, int level) =>
        AgentSkill.Parse(text).ShouldBe(new AgentSkill(new SkillId(skill), level));

    [Theory]
    [InlineData("")]
    [InlineData("law:0")]
    [InlineData("law:6")]
    [InlineData(":3")]
    [InlineData("law:x")]
    public void Skill_malformed_is_none(string text) => AgentSkill.Parse(text).ShouldBeNull();

    private static SkillExpression Read(string text) =>
        SkillExpressionText.Parse(text) is (var expression, null) ? expression! : throw new ArgumentException(text);

    private static SkillProfile Profile(string skills) =>
        new(skills.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => AgentSkill.Parse(s)!.Value));
}
