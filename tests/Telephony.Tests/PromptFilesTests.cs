using Hotline.Routing;
using Hotline.Telephony.Ari;

namespace Hotline.Telephony.Tests;

/// <summary>Announcements as the sounds that make them up.</summary>
public sealed class PromptFilesTests
{
    [Theory]
    [InlineData(0, null, "you-are-next please-wait")]
    [InlineData(1, 60, "before-you count-1 callers expected-wait count-1 minutes please-wait")]
    [InlineData(2, 61, "before-you count-2 callers expected-wait count-2 minutes please-wait")]
    [InlineData(10, 12 * 60, "before-you ten callers expected-wait ten digit-2 minutes please-wait")]
    [InlineData(20, 21 * 60, "before-you digit-2 ten callers expected-wait digit-2 ten count-1 minutes please-wait")]
    [InlineData(35, 1801, "before-you digit-3 ten digit-5 callers please-wait")]
    [InlineData(100, null, "before-you count-1 hundred callers please-wait")]
    [InlineData(null, null, "please-wait")]
    public void A_place_is_spoken_as_people_count(int? ahead, int? seconds, string files) =>
        Files(Prompt.Place, null, new QueuePlace(ahead, seconds is { } s ? TimeSpan.FromSeconds(s) : null)).ShouldBe(files);

    [Fact]
    public void An_agents_number_is_spoken_digit_by_digit() =>
        Files(Prompt.AgentNumber, new AgentId("1021")).ShouldBe("agent-number digit-1 digit-0 digit-2 digit-1 at-your-service");

    /// <summary>All that can be asked for is made by tools/prompts.sh.</summary>
    [Fact]
    public void Every_sound_is_made()
    {
        var script = File.ReadAllText(Path.Combine(Testkit.Running.SourceTree.Root, "tools", "prompts.sh"));
        var places = Enumerable.Range(0, 101).Select(n => Files(Prompt.Place, null, new QueuePlace(n, TimeSpan.FromMinutes(n))));
        var prompts = new[] { Prompt.Greeting, Prompt.LineLost, Prompt.AllBusy }.Select(p => Files(p, null))
            .Append(Files(Prompt.AgentNumber, new AgentId("0123456789")));
        foreach (var file in places.Concat(prompts).SelectMany(f => f.Split(' ')).Distinct())
        {
            script.ShouldContain($"[{file}]=");
        }
    }

    private static string Files(Prompt prompt, AgentId? agent, QueuePlace? place = null) => string.Join(' ',
        PromptFiles.Of(new Effect.PlayPrompt(new CallId("c"), new NodeId("n"), prompt, agent, place)).Select(f => f["sound:hotline/".Length..]));
}
