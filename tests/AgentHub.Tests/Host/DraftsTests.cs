using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>What an agent has not finished, as his page lists it.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class DraftsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    [Fact]
    public async Task Beyond_the_first_fifty_the_list_says_how_many_there_are_and_gives_them_when_asked()
    {
        for (var i = 0; i < 52; i++)
        {
            await server.TalkedAsync($"c-draft-{i}", "1003");
        }
        using var agent = await server.SignedInAsync("1003");

        await ShouldListAsync(agent, "/api/drafts", 50);
        await ShouldListAsync(agent, "/api/drafts?max=100", 52);
    }

    private static async Task ShouldListAsync(ServerWithoutAsterisk.Visitor agent, string path, int listed)
    {
        var answer = await agent.SendAsync(HttpMethod.Get, path);
        var list = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        (list["items"]!.AsArray().Count, list["total"]!.GetValue<int>(), list["capped"]!.GetValue<bool>()).ShouldBe((listed, 52, false));
        list["items"]![0]!["id"]!.GetValue<string>().ShouldBe("t-c-draft-51", "the newest first");
    }
}
