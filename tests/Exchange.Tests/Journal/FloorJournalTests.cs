using Hotline.Routing;
using Hotline.Testkit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Exchange.Tests;

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

    private static CallDistributor Floor() => Floors.New();

    private JournalFiles Files() => new(_folder, _time);

    private FloorJournal Journal() => new(Files(), _cipher, Floor, _time, NullLogger<FloorJournal>.Instance);

    /// <summary>An agent talks, one caller waits.</summary>
    private async Task<CallDistributor> LiveAsync(params Input[] more)
    {
        Input[] day =
        [
            new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []),
            new Input.AgentSignedIn(new AgentId("1001"), "李雯", [new SkillId("law")], new PhoneAddress(Node, "a1001")),
            new Input.PhoneRegistered(Node, "a1001", true),
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
        (var floor, read) = new FloorRestoration(Files(), _cipher, Floor, NullLogger<FloorRestoration>.Instance)
        .Run((at, effect) => _rewritten.Add((at, effect)));
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
        var floor = Restored(out _);
        _rewritten.Clear();
        using (var journal = Journal())
        {
            await journal.StartAsync(TestContext.Current.CancellationToken);
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
            new Input.NodeSnapshot(Node, DateTimeOffset.MinValue,
                [Bridged("x-1", FoundRole.Citizen), Bridged("ca.a1.1001", FoundRole.Agent), Bridged("x-2", FoundRole.Citizen)], ["a1001"]),
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
        using var cipher = new JournalCipher(Path.Combine(_folder, "other-key"));
        var (floor, read) = new FloorRestoration(Files(), cipher, Floor, NullLogger<FloorRestoration>.Instance).Run((_, _) => { });
        (read, floor.Calls.Count).ShouldBe((0, 0));
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
        await FeedAsync(new Input.PhoneRegistered(Node, "a1001", true));
        Directory.GetFiles(_folder, "*.journal").ShouldBeEmpty("it is not tried at each line");
        _time.Pass(TimeSpan.FromSeconds(2));
        await FeedAsync(new Input.StateRequested(new RequestId("r1"), new AgentId("1001"), AgentState.Ready, null));
        await journal.StopAsync(TestContext.Current.CancellationToken);

        // The image, and what came up to the new file, which holds it; the last fact may come after that file began.
        journal.Dropped.ShouldBeInRange(4, 5);
        Restored(out _).Agents[new AgentId("1001")].State.ShouldBe(AgentState.Ready);
    }

    [Fact]
    public async Task A_callers_number_does_not_lie_in_the_clear()
    {
        await LiveAsync();
        (await File.ReadAllTextAsync(Directory.GetFiles(_folder, "*.journal").Single(), TestContext.Current.CancellationToken))
            .ShouldNotContain("13800006021");
    }

    /// <summary>A fact on which the floor breaks stands in the journal before it is applied: no start may meet it twice.</summary>
    [Fact]
    public async Task A_fact_on_which_the_floor_breaks_costs_the_file_and_not_the_next_start()
    {
        await LiveAsync();
        var file = Directory.GetFiles(_folder, "*.journal").Single();
        await File.AppendAllTextAsync(file, _cipher.Seal(JournalRecord.Encode(_now, Poison)) + "\n", TestContext.Current.CancellationToken);

        var floor = Restored(out var read);

        (read, floor.Calls.Count, floor.Agents.Count).ShouldBe((0, 0, 0));
        Directory.GetFiles(_folder, "*.journal").ShouldBeEmpty();
        Directory.GetFiles(_folder, "*.aside").ShouldHaveSingleItem();
        await GoOnAsync(floor,
            new Input.NodeSnapshot(Node, DateTimeOffset.MinValue,
                [Bridged("x-1", FoundRole.Citizen) with { NewCall = new CallId("cn"), NewTicket = new TicketId("tn") }], []));
        Restored(out _).Calls.ShouldContainKey(new CallId("cn"));
    }

    [Fact]
    public async Task A_fact_on_which_the_floor_breaks_never_comes_onto_the_disk()
    {
        using (var journal = Journal())
        {
            await journal.StartAsync(TestContext.Current.CancellationToken);
            var floor = Floor();
            foreach (var input in new Input[] { new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []),
                new Input.AgentSignedIn(new AgentId("1001"), "李雯", [], new PhoneAddress(Node, "a1001")) })
            {
                journal.Append(_now, input);
                floor.Apply(_now, input, []);
                journal.SnapshotIfDue(_now, floor);
            }
            journal.Append(_now, Poison);
            Should.Throw<ArgumentException>(() => floor.Apply(_now, Poison, [])); // and here the server ends
            await journal.StopAsync(TestContext.Current.CancellationToken);
        }
        Restored(out _).Agents.ShouldContainKey(new AgentId("1001"));
        Directory.GetFiles(_folder, "*.aside").ShouldBeEmpty();
    }

    /// <summary>The journal's own thread stumbles: the calls and the server go on, and the next file holds the whole floor.</summary>
    [Fact]
    public async Task A_fact_that_cannot_be_written_costs_lines_and_ends_nothing()
    {
        using var journal = Journal();
        var floor = Floor();
        List<Effect> effects = [];
        void Feed(Input input, bool applies = true)
        {
            journal.Append(_now, input);
            if (applies)
            {
                floor.Apply(_now, input, effects);
            }
            journal.SnapshotIfDue(_now, floor);
        }
        await journal.StartAsync(TestContext.Current.CancellationToken);
        Feed(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []));
        Feed(new Input.AgentSignedIn(new AgentId("1001"), "李雯", [], new PhoneAddress(Node, "a1001")));
        Feed(new Alien(), applies: false);
        while (journal.Dropped == 0)
        {
            await Task.Yield();
        }
        _time.Pass(TimeSpan.FromSeconds(2));
        Feed(new Input.PhoneRegistered(Node, "a1001", true));
        Feed(new Input.StateRequested(new RequestId("r1"), new AgentId("1001"), AgentState.Ready, null));
        journal.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await journal.StopAsync(TestContext.Current.CancellationToken);
        Restored(out _).Agents[new AgentId("1001")].State.ShouldBe(AgentState.Ready);
    }

    [Fact]
    public async Task A_file_begins_each_day_however_little_happens()
    {
        await LiveAsync();
        var floor = Restored(out _);
        _now += TimeSpan.FromHours(25);
        await GoOnAsync(floor, new Input.ClockStruck());
        _now += TimeSpan.FromHours(25);
        var journal = Journal();
        await journal.StartAsync(TestContext.Current.CancellationToken);
        foreach (var hours in new[] { 0, 12, 25, 26 })
        {
            var at = _now + TimeSpan.FromHours(hours);
            journal.Append(at, new Input.ClockStruck());
            floor.Apply(at, new Input.ClockStruck(), []);
            journal.SnapshotIfDue(at, floor);
        }
        await journal.StopAsync(TestContext.Current.CancellationToken);
        journal.Dispose();
        Directory.GetFiles(_folder, "*.journal").Length.ShouldBe(4); // the first two starts, the third, and its next day
    }

    [Fact]
    public async Task Old_files_go_without_waiting_for_a_new_one_and_the_newest_stays()
    {
        await LiveAsync();
        var newest = Directory.GetFiles(_folder, "*.journal").Single();
        foreach (var old in new[] { "floor-00000000.journal", "floor-00000007.journal.aside" })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, old), "old", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(Path.Combine(_folder, old), _time.GetUtcNow().UtcDateTime - JournalFiles.Retention - TimeSpan.FromMinutes(1));
        }
        File.SetLastWriteTimeUtc(newest, _time.GetUtcNow().UtcDateTime - TimeSpan.FromDays(30));
        Files().RemoveOld().ShouldBe(2);
        Directory.GetFiles(_folder, "floor-*").ShouldBe([newest]);
    }

    /// <summary>Two legs of one name: no listing has them, so nothing in the floor expects them.</summary>
    private static Input.NodeSnapshot Poison =>
        new(Node, DateTimeOffset.MinValue, [Bridged("x-9", FoundRole.Party), Bridged("x-9", FoundRole.Party)], []);

    /// <summary>An input that no journal knows.</summary>
    private sealed record Alien : Input;

    [Fact]
    public void Nothing_to_read_is_no_disaster()
    {
        Restored(out var read).Calls.ShouldBeEmpty();
        read.ShouldBe(0);
    }
}
