using Hotline.AgentHub.Config;
using Hotline.AgentHub.Journal;
using Hotline.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Journal;

/// <summary>What the floor remembers over a crash, and what it does about a torn or foreign journal.</summary>
public sealed class FloorJournalTests : IDisposable
{
    private static readonly NodeId Node = new("n1");
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-journal").FullName;
    private readonly JournalCipher _cipher;
    private readonly HandTime _time = new();
    private readonly List<(DateTimeOffset At, Effect Effect)> _rewritten = [];
    private DateTimeOffset _now = new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero);

    public FloorJournalTests() => _cipher = new JournalCipher(Path.Combine(_folder, "key"));

    public void Dispose()
    {
        _cipher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CallDistributor Floor()
    {
        var city = CityConfiguration.Load(Path.Combine(Root(), "config", "kaifeng"));
        return new CallDistributor(city.Tenant, city.Settings, city.Numbers, city.TimeZoneOffset, 1);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hotline.sln")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }

    private FloorJournal Journal() => new(_folder, _cipher, Floor, _time, NullLogger<FloorJournal>.Instance);

    /// <summary>An agent talks, one caller waits.</summary>
    private async Task<CallDistributor> LiveAsync(params Input[] more)
    {
        Input[] day =
        [
            new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []),
            new Input.AgentSignedIn(new AgentId("1001"), "李雯", [new SkillId("law")], new PhoneAddress(Node, "a1001")),
            new Input.PhoneRegistered("a1001", true),
            new Input.StateRequested(new RequestId("r1"), new AgentId("1001"), AgentState.Ready, null),
            new Input.CallArrived(new CallId("ca"), new TicketId("ta"), new LegId(Node, "x-1"), "carrier", "12348", "13800006021", "s1", _now),
            new Input.LegAnswered(new LegId(Node, "ca.a1.1001")),
            new Input.CallArrived(new CallId("cb"), new TicketId("tb"), new LegId(Node, "x-2"), "carrier", "12345", "", "s2", _now),
            .. more,
        ];
        return await GoOnAsync(Floor(), day);
    }

    /// <summary>A server's life: facts come in until it is gone.</summary>
    private async Task<CallDistributor> GoOnAsync(CallDistributor floor, params Input[] day)
    {
        using var journal = Journal();
        await journal.StartAsync(TestContext.Current.CancellationToken);
        List<Effect> effects = [];
        foreach (var input in day)
        {
            _now += TimeSpan.FromSeconds(1);
            journal.Append(_now, input);
            floor.Apply(_now, input, effects);
            journal.SnapshotIfDue(_now, floor);
        }
        await journal.StopAsync(TestContext.Current.CancellationToken);
        return floor;
    }

    private static FoundLeg Bridged(string channel, FoundRole role) => new()
    {
        Leg = new LegId(Node, channel), Role = role, Up = true, InBridge = true,
    };

    private CallDistributor Restored(out int read)
    {
        var floor = Floor();
        using var journal = Journal();
        read = journal.Restore(floor, (at, effect) => _rewritten.Add((at, effect)));
        return floor;
    }

    [Fact]
    public async Task A_restart_finds_the_floor_as_it_was()
    {
        var before = await LiveAsync();
        var after = Restored(out _);
        after.Calls[new CallId("ca")].State.ShouldBe(CallState.Talking);
        after.Calls[new CallId("ca")].Policy.Plan.ShouldBe(before.Calls[new CallId("ca")].Policy.Plan);
        after.Calls[new CallId("ca")].Policy.Name.ShouldBe("公共法律服务专用电话");
        after.Agents[new AgentId("1001")].State.ShouldBe(AgentState.Talking);
        after.Waiting.Single().Id.Value.ShouldBe("cb");
        after.Calls[new CallId("cb")].Times.QueuedAt.ShouldBe(before.Calls[new CallId("cb")].Times.QueuedAt);
        after.NextDeadline.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_database_may_not_have_got_is_written_once_more()
    {
        var before = await LiveAsync();
        Restored(out _);
        var row = _rewritten.Select(r => r.Effect).OfType<Effect.WriteLedger>().Last(e => e.Record.Call.Value == "ca").Record;
        row.Revision.ShouldBe(before.Calls[new CallId("ca")].Revision);
        _rewritten.Count(r => r.Effect is Effect.OpenTicket { Call.Value: "ca" }).ShouldBe(1);
        _rewritten.ShouldAllBe(r => r.Effect is Effect.WriteLedger || r.Effect is Effect.OpenTicket);
    }

    [Fact]
    public async Task What_the_database_has_had_for_long_is_not_written_again()
    {
        await LiveAsync();
        _now += TimeSpan.FromMinutes(2);
        var floor = Floor();
        using (var journal = Journal())
        {
            await journal.StartAsync(TestContext.Current.CancellationToken);
            journal.Restore(floor, (_, _) => { });
            journal.SnapshotIfDue(_now, floor);
            journal.Append(_now, new Input.ClockStruck());
            await journal.StopAsync(TestContext.Current.CancellationToken);
        }
        Restored(out _);
        _rewritten.ShouldBeEmpty();
    }

    [Fact]
    public async Task Until_asterisk_is_connected_a_restored_floor_grants_nothing_that_asterisk_must_do()
    {
        await LiveAsync();
        var floor = Restored(out _);
        floor.NodeIsUp(Node).ShouldBeFalse();
        List<Effect> effects = [];
        floor.Apply(_now, new Input.HoldRequested(new RequestId("r2"), new AgentId("1001")), effects);
        effects.OfType<Effect.Reply>().Single().Refusal.ShouldBe(Refusals.TelephonyDown);
        floor.Calls[new CallId("ca")].State.ShouldBe(CallState.Talking);
    }

    [Fact]
    public async Task A_hold_after_one_restart_is_known_after_the_next()
    {
        await LiveAsync();
        await GoOnAsync(Restored(out _),
            new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [Bridged("x-1", FoundRole.Citizen), Bridged("ca.a1.1001", FoundRole.Agent), Bridged("x-2", FoundRole.Citizen)], ["a1001"]),
            new Input.HoldRequested(new RequestId("r2"), new AgentId("1001")));
        Restored(out _).Calls[new CallId("ca")].State.ShouldBe(CallState.Held);
    }

    [Fact]
    public async Task A_torn_end_costs_only_what_was_torn()
    {
        await LiveAsync();
        var file = Directory.GetFiles(_folder, "*.journal").Single();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text[..^20], TestContext.Current.CancellationToken);
        var floor = Restored(out var read);
        read.ShouldBe(6); // the snapshot after the first fact, then five facts; the sixth was torn
        floor.Agents[new AgentId("1001")].State.ShouldBe(AgentState.Talking);
    }

    [Fact]
    public async Task A_file_torn_at_its_beginning_leaves_the_one_before_it()
    {
        await LiveAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "floor-00000099.journal"), "torn", TestContext.Current.CancellationToken);
        Restored(out _).Calls.ContainsKey(new CallId("ca")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_journal_of_another_key_is_no_disaster()
    {
        await LiveAsync();
        var floor = Floor();
        using var cipher = new JournalCipher(Path.Combine(_folder, "other-key"));
        using var journal = new FloorJournal(_folder, cipher, Floor, _time, NullLogger<FloorJournal>.Instance);
        journal.Restore(floor, (_, _) => { }).ShouldBe(0);
        floor.Calls.ShouldBeEmpty();
    }

    /// <summary>The snapshots of a running server are drawn from a second floor, which must be the first one's twin.</summary>
    [Fact]
    public async Task A_file_that_begins_in_the_middle_of_the_day_holds_the_whole_floor()
    {
        Input[] day = [.. Enumerable.Range(0, 20_010).Select(_ => new Input.ClockStruck())];
        var before = await LiveAsync([.. day, new Input.LegEnded(new LegId(Node, "x-1"), HangupCause.NormalClearing)]);
        Directory.GetFiles(_folder, "*.journal").Length.ShouldBe(2);
        var after = Restored(out var read);
        read.ShouldBeLessThan(100);
        after.Agents[new AgentId("1001")].State.ShouldBe(AgentState.AfterCallWork);
        after.Waiting.Select(c => (c.Id, c.Times.QueuedAt)).ShouldBe(before.Waiting.Select(c => (c.Id, c.Times.QueuedAt)));
    }

    [Fact]
    public async Task A_disk_that_refused_costs_the_lines_of_that_time_only()
    {
        using var journal = Journal();
        var floor = Floor();
        List<Effect> effects = [];
        async Task FeedAsync(Input input)
        {
            var written = journal.Lines;
            journal.Append(_now, input);
            floor.Apply(_now, input, effects);
            journal.SnapshotIfDue(_now, floor);
            while (journal.Lines == written)
            {
                await Task.Yield();
            }
        }
        Directory.Move(_folder, _folder + "-away");
        await journal.StartAsync(TestContext.Current.CancellationToken);
        await FeedAsync(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []));
        await FeedAsync(new Input.AgentSignedIn(new AgentId("1001"), "李雯", [], new PhoneAddress(Node, "a1001")));
        Directory.Move(_folder + "-away", _folder);
        await FeedAsync(new Input.PhoneRegistered("a1001", true));
        Directory.GetFiles(_folder, "*.journal").ShouldBeEmpty("it is not tried at each line");
        _time.Pass(TimeSpan.FromSeconds(2));
        await FeedAsync(new Input.StateRequested(new RequestId("r1"), new AgentId("1001"), AgentState.Ready, null));
        await journal.StopAsync(TestContext.Current.CancellationToken);

        journal.Dropped.ShouldBe(5); // the image, and what came up to the new file, which holds it
        Restored(out _).Agents[new AgentId("1001")].State.ShouldBe(AgentState.Ready);
    }

    [Fact]
    public async Task A_callers_number_does_not_lie_in_the_clear()
    {
        await LiveAsync();
        (await File.ReadAllTextAsync(Directory.GetFiles(_folder, "*.journal").Single(), TestContext.Current.CancellationToken))
            .ShouldNotContain("13800006021");
    }

    [Fact]
    public void Nothing_to_read_is_no_disaster()
    {
        Restored(out var read).Calls.ShouldBeEmpty();
        read.ShouldBe(0);
    }
}
