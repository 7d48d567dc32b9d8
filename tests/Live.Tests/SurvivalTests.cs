using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>Network, memory, database and books fail; calls do not.</summary>
[Collection(LiveTests.Name)]
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class SurvivalTests(FrailHotline frail) : Scene, IClassFixture<FrailHotline>
{
    private static readonly TimeSpan NoticedWithin = TimeSpan.FromSeconds(5), MendedWithin = TimeSpan.FromSeconds(20);

    protected override HotlineInstance Hotline => frail.Hotline;

    private protected override Staff Staff => frail.Staff;

    [Fact]
    public async Task A_network_that_goes_dead_without_a_word_is_noticed_within_five_seconds_and_the_talk_goes_on()
    {
        var (talking, agent) = await TalkAsync();
        await agent.Phone.Ear.ShouldHearAsync(talking.Tone);
        var since = TimeProvider.System.GetTimestamp();
        Citizen meanwhile;
        Hotline.StallNetwork();
        try
        {
            await agent.Desk.WaitForAsync(v => !v.Telephony, "telephony shown as away", NoticedWithin);
            meanwhile = Calls("12345", "13800000002");
            await meanwhile.AnsweredAsync();
        }
        finally
        {
            Hotline.LetNetworkFlow();
        }
        await agent.Desk.WaitForAsync(v => v.Telephony && v.Call?.State == "talking", "telephony back and the talk under control", MendedWithin);
        talking.Ear.LongestBreak(agent.Tone, since).ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
        await agent.Desk.HangUpAsync();
        (await talking.EndAsync()).ShouldBe("ended far");
        await agent.Desk.WrapUpAsync();
        await meanwhile.Ear.ShouldHearAsync(agent.Tone, MendedWithin);
        await meanwhile.HangUpAsync();
        string[] calls = [talking.CallId, meanwhile.CallId];
        (await LedgerBook.RowsAsync(Hotline, calls)).Select(r => (r.SipCallId, r.Terminal)).ShouldBe(calls.Select(c => (c, "answered")));
    }

    [Fact]
    public async Task Without_its_journal_the_server_takes_talks_waits_and_ready_agents_from_asterisk_the_marks_and_the_open_pages()
    {
        var leader = await Staff.LeaderAsync();
        var (talking, agent) = await TalkAsync();
        var other = await AgentAsync("1006");
        var first = Calls("12345", "13800000001");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");
        var second = Calls("12345", "13800000002");
        string[] order = [.. (await leader.WaitForFloorAsync(f => f.Waiting.Count == 2, "two who wait")).Waiting.Select(w => w.CallId)];
        int printed = Hotline.Printed.Count, seen = agent.Desk.Views.Count, seenByOther = other.Desk.Views.Count;

        Hotline.TakeServerDown();
        foreach (var file in Directory.GetFiles(Hotline.Journal))
        {
            File.Delete(file);
        }
        Hotline.LetServerStart();
        await Hotline.ServerIsBackAsync(printed);

        await leader.WaitForFloorAsync(f => f.Telephony && f.Waiting.Select(w => w.CallId).SequenceEqual(order), "both who wait, in their order");
        await agent.Desk.Views.FirstAsync(v => v.Telephony && v.Call?.State == "talking", "the talk at the desk", MendedWithin, seen);
        await other.Desk.Views.FirstAsync(v => v.Agent.State == "notReady"
            && v.Agent.PhoneRegistered, "the other agent, as she was", MendedWithin, seenByOther);
        await agent.Desk.HangUpAsync();
        (await talking.EndAsync()).ShouldBe("ended far");
        await agent.Desk.WrapUpAsync();
        await first.Ear.ShouldHearAsync(agent.Tone);
        await other.ReadyAsync(WhenRung.AnswersAfter(50));
        await second.Ear.ShouldHearAsync(other.Tone);
        await Task.WhenAll(first.HangUpAsync(), second.HangUpAsync());
        string[] calls = [talking.CallId, first.CallId, second.CallId];
        (await LedgerBook.RowsAsync(Hotline, calls)).Select(r => (r.SipCallId, r.Terminal)).ShouldBe(calls.Select(c => (c, "answered")));
    }

    [Fact]
    public async Task An_agent_who_was_ready_is_ready_again_without_a_journal()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        var printed = Hotline.Printed.Count;
        Hotline.TakeServerDown();
        foreach (var file in Directory.GetFiles(Hotline.Journal))
        {
            File.Delete(file);
        }
        Hotline.LetServerStart();
        await Hotline.ServerIsBackAsync(printed);
        var citizen = Calls("12345");
        await citizen.Ear.ShouldHearAsync(agent.Tone, MendedWithin); // the agent's page is back when it next tries
    }

    [Fact]
    public async Task Beyond_the_limit_a_caller_hears_that_all_are_busy_and_the_line_ends()
    {
        var leader = await Staff.LeaderAsync();
        var agent = await AgentAsync("1007");
        var first = Calls("12345", "13800000001");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == 1, "one who waits");
        var second = Calls("12345", "13800000002");
        await leader.WaitForFloorAsync(f => f.Waiting.Count == FrailHotline.WaitingMax, "as many as may wait");
        var third = Calls("12345", "13800000003");
        await third.AnsweredAsync();
        await third.Ear.ShouldHearSomethingAsync();
        (await third.EndAsync(MendedWithin)).ShouldBe("ended far");
        (await LedgerBook.RowsAsync(Hotline, third.CallId)).Single().Terminal.ShouldBe("refused");
        await agent.ReadyAsync(WhenRung.AnswersAfter(50));
        await first.Ear.ShouldHearAsync(agent.Tone); // those who wait are not touched by it
        second.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task While_the_database_is_locked_calls_go_on_the_desk_says_so_and_each_row_is_written_once_afterwards()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        Citizen citizen;
        await using (await Hotline.Database.LockAsync(TestContext.Current.CancellationToken))
        {
            citizen = Calls("12345");
            await citizen.Ear.ShouldHearAsync(agent.Tone);
            await agent.Desk.WaitForAsync(v => !v.Database, "the database shown as away", MendedWithin);
            await citizen.HangUpAsync();
            await citizen.EndAsync();
        }
        await agent.Desk.WaitForAsync(v => v.Database, "the database back", MendedWithin);
        (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Select(r => (r.Terminal, r.Agent)).ShouldBe([("answered", "1007")]);
    }

    [Fact]
    public async Task A_server_that_starts_while_the_database_is_locked_serves_calls_and_writes_them_afterwards()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        Citizen citizen;
        await using (await Hotline.Database.LockAsync(TestContext.Current.CancellationToken))
        {
            var printed = Hotline.Printed.Count;
            Hotline.KillServer();
            await Hotline.ServerIsBackAsync(printed);
            await agent.Desk.WaitForAsync(v => !v.Database && v.Telephony
                && v.Agent.State == "ready", "the desk as it was, the database shown as away", MendedWithin);
            citizen = Calls("12345");
            await citizen.Ear.ShouldHearAsync(agent.Tone);
            await citizen.HangUpAsync();
            await citizen.EndAsync();
        }
        await agent.Desk.WaitForAsync(v => v.Database, "the database back", MendedWithin);
        (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Select(r => (r.Terminal, r.Agent)).ShouldBe([("answered", "1007")]);
    }

    [Fact]
    public async Task A_bridge_of_no_call_is_removed_and_the_leader_sees_the_count()
    {
        var leader = await Staff.LeaderAsync();
        var before = (await leader.WaitForFloorAsync(_ => true, "a floor")).Truth.Today;
        await Hotline.Asterisk.MakeBridgeAsync("cstray.b");
        await Hotline.Asterisk.ShouldBeQuietAsync(MendedWithin);
        await using var somebody = await Hotline.SignInAsync("1011"); // whatever changes the floor shows the leader a new picture
        await leader.WaitForFloorAsync(f => f.Truth.Today > before, "the count", MendedWithin);
    }

    [Fact]
    public async Task A_mistake_in_the_citys_files_at_a_restart_costs_no_call_and_the_leader_is_told()
    {
        var leader = await Staff.LeaderAsync();
        var (talking, agent) = await TalkAsync();
        var since = TimeProvider.System.GetTimestamp();
        var numbers = Path.Combine(Hotline.City, "numbers.csv");
        var whole = await File.ReadAllTextAsync(numbers, TestContext.Current.CancellationToken);
        try
        {
            await File.AppendAllTextAsync(numbers, "no,such,row\n", TestContext.Current.CancellationToken);
            await RestartAsync();
            await leader.WaitForFloorAsync(f => f.Notice is { } said && said.Contains("城市配置", StringComparison.Ordinal), "the notice", MendedWithin);
            await agent.Desk.WaitForAsync(v => v.Telephony && v.Call?.State == "talking", "the talk under control", MendedWithin);
        }
        finally
        {
            await File.WriteAllTextAsync(numbers, whole, CancellationToken.None);
        }
        await RestartAsync();
        await leader.WaitForFloorAsync(f => f.Notice?.Contains("城市配置", StringComparison.Ordinal) != true, "no such notice any more", MendedWithin);
        talking.Ear.LongestBreak(agent.Tone, since).ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
        await agent.Desk.WaitForAsync(v => v.Telephony && v.Call?.State == "talking", "the talk under control", MendedWithin);
        await agent.Desk.HangUpAsync();
        (await talking.EndAsync()).ShouldBe("ended far");
        await agent.Desk.WrapUpAsync();

        async Task RestartAsync()
        {
            var printed = Hotline.Printed.Count;
            Hotline.KillServer();
            await Hotline.ServerIsBackAsync(printed);
        }
    }

    [Fact]
    public async Task A_second_page_of_an_agent_takes_over_and_the_first_says_so()
    {
        var agent = await AgentAsync("1007");
        await using var second = await Hotline.SignInAsync("1007");
        await second.OpenPhoneAsync();
        await agent.Desk.WaitForAsync(v => v.Replaced, "the first page told");
        (await agent.Desk.RefusalAsync("api/phone", new System.Text.Json.Nodes.JsonObject { ["pageId"] = agent.Desk.PageId })).ShouldBe("replaced");
        (await second.WaitForAsync(v => v.Agent.State == "notReady", "the second page's desk")).Replaced.ShouldBeFalse();
        await Staff.DismissAsync("1007");
    }
}
