using Hotline.Testkit;
using Hotline.Tickets.Notices;

namespace Hotline.Tickets.Tests.Notices;

/// <summary>What a notice may hold and how it is filled.</summary>
public sealed class NoticeTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["ticket"] = "410200", ["unit"] = "市{城管}局" };

    [Theory]
    [InlineData("工单{ticket}已转{unit}", "工单410200已转市{城管}局")]
    [InlineData("{ticket}{ticket}", "410200410200")]
    [InlineData("没有占位", "没有占位")]
    [InlineData("{due}前", "前")]
    [InlineData("", "")]
    [InlineData("括号{不闭", "括号{不闭")]
    public void Fill_puts_values_in_once_and_leaves_the_rest(string text, string filled) => NoticeText.Fill(text, Values).ShouldBe(filled);

    [Theory]
    [InlineData("工单{ticket}", null)]
    [InlineData("工单{tickets}", "{tickets}")]
    [InlineData("工单{ticket", "brace")]
    [InlineData("工单ticket}", "brace")]
    [InlineData("{due}{caller}", "{caller}")]
    public void Problem_names_what_may_not_stand_there(string text, string? named)
    {
        var problem = NoticeText.Problem(text, NoticeText.Allowed(NoticeAudience.Units, secret: false));

        (problem is null).ShouldBe(named is null);
        (problem ?? "").ShouldContain(named ?? "");
    }

    [Fact]
    [Requirement("SEC-05", Shows = "no text of a notice can hold who called, and of a confidential ticket none what it is about")]
    public void Nothing_of_the_caller_can_be_said_and_of_a_confidential_ticket_nothing_of_its_matter()
    {
        foreach (var audience in Enum.GetValues<NoticeAudience>())
        {
            NoticeText.Allowed(audience, secret: true).ShouldNotContain("title");
            NoticeText.Allowed(audience, secret: false).Intersect(["caller", "name", "number", "contact", "text", "place"]).ShouldBeEmpty();
        }

        NoticeText.Allowed(NoticeAudience.Citizen, secret: false).ShouldNotContain("title", "anybody may read his telephone");
        NoticeText.Allowed(NoticeAudience.Units, secret: false).ShouldNotContain("code", "it is the citizen's alone");
    }

    [Fact]
    public void Confidential_ticket_has_words_of_its_own_where_there_are_some()
    {
        var rule = new NoticeRule("dispatch", "", NoticeAudience.Citizen, NoticeChannel.Sms, default, null, "", "已转{unit}", "已转办");

        (rule.TextOf(secret: false), rule.TextOf(secret: true), (rule with { Secret = "" }).TextOf(secret: true))
            .ShouldBe(("已转{unit}", "已转办", "已转{unit}"));
    }
}
