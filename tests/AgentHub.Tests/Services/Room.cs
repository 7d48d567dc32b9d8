using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tests.Config;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>The real parts that a job works with: a database of its own, the writes behind it, the loop; no Asterisk and no web.</summary>
internal sealed class Room : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly JournalCipher _cipher;

    public Room(CityConfiguration? city = null)
    {
        City = city ?? Cities.Kaifeng;
        Database = Database.Open(new DatabaseOptions("sqlite", $"Data Source={Folder}/hotline.db"), TimeProvider.System);
        (Ledger, Tickets) = (new CallLedger(Database), new TicketStore(Database));
        Writes = new WriteBehind(Database, new WriteBehindOptions { SpillFolder = Folder, Linger = TimeSpan.Zero }, TimeProvider.System, Faults,
            NullLogger<WriteBehind>.Instance);
        Memory = new CallerMemory(City.Settings);
        _cipher = new JournalCipher(Path.Combine(Folder, "key"));
        var nobody = new Nobody();
        Loop = new FloorLoop(NewFloor,
            new FloorJournal(new JournalFiles(Folder, TimeProvider.System), _cipher, NewFloor, TimeProvider.System,
                NullLogger<FloorJournal>.Instance),
            new EffectDispatcher(nobody, nobody, Memory, nobody, new Wishes(), Figures, NullLogger<EffectDispatcher>.Instance), Memory, Clock,
            TimeProvider.System, NullLogger<FloorLoop>.Instance);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("hotline-room").FullName;
    public CityConfiguration City { get; }
    public Database Database { get; }
    public CallLedger Ledger { get; }
    public TicketStore Tickets { get; }
    public WriteBehind Writes { get; }
    public FloorLoop Loop { get; }
    public CallerMemory Memory { get; }
    public SteadyClock Clock { get; } = new(TimeProvider.System);
    public FloorFigures Figures { get; } = new();
    public TruthBook Book { get; } = new();
    public ServiceFaults Faults { get; } = new();
    public LedgerFeed Feed => new(Writes, City);
    public LastWrites LastWrites => new(Writes);
    public DateOnly Today => City.DateAt(Clock.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Room> OpenAsync(CityConfiguration? city = null)
    {
        var room = new Room(city);
        await room.Database.MigrateAsync(Cancel);
        await room.StartAsync();
        return room;
    }

    public async Task StartAsync()
    {
        await Writes.StartAsync(Cancel);
        await Loop.StartAsync(Cancel);
    }

    public Task WrittenAsync() => Writes.WrittenAsync(Cancel).WaitAsync(Limit, Cancel);

    /// <summary>A call's row as it stands in the ledger.</summary>
    public async Task<CallRow?> RowAsync(string call)
    {
        await WrittenAsync();
        return await Ledger.FindAsync(new CallId(call), Cancel);
    }

    public CallRecord Record(string call, TerminalState? terminal, DateTimeOffset invited, string caller = "13800006021", string channel = "",
        string? agent = null) => new()
    {
        Call = new CallId(call), Revision = 1, Leg = new LegId(new NodeId("n1"), channel.Length > 0 ? channel : "x-" + call),
        Ticket = new TicketId("t-" + call), Trunk = "carrier", Dialled = "12345", NumberName = "12345", Mode = MergeMode.Main, Caller = caller,
        SipCallId = "s", Agent = agent is null ? null : new AgentId(agent), InvitedAt = invited, AnsweredBySystemAt = invited, HumanAskedAt = invited,
        QueuedAt = invited, AgentAnsweredAt = agent is null ? null : invited, AnnouncementEndedAt = null, PartyAnsweredAt = null, PartyTarget = null,
        EndedAt = terminal is null ? null : invited.AddSeconds(30), EndedBy = terminal is null ? null : EndedBy.Caller, Terminal = terminal,
        Recorded = false, Rings = [],
    };

    /// <summary>Looks again and again, within a limit, until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Limit);
        while (!await holds())
        {
            limit.IsCancellationRequested.ShouldBeFalse($"waited for {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Loop.StopAsync(CancellationToken.None);
        await Writes.StopAsync(CancellationToken.None);
        Loop.Dispose();
        Writes.Dispose();
        _cipher.Dispose();
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private CallDistributor NewFloor() => new(City.Tenant, City.Settings, City.Numbers, City.TimeZoneOffset, 1);

    private sealed class Nobody : IPhones, IRecords, IScreens
    {
        public void Send(IReadOnlyList<Effect> effects)
        {
        }

        public void Write(DateTimeOffset at, Effect effect)
        {
        }

        public void Show(AgentId agent, CallDistributor floor, DateTimeOffset now)
        {
        }

        public void ShowFloor(CallDistributor floor, DateTimeOffset now)
        {
        }

        public void ShowQueues(CallDistributor floor, DateTimeOffset now)
        {
        }
    }
}

/// <summary>A clock on which a second is over in a millisecond: nobody's pause is the test's.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Short(dueTime), Short(period));

    private static TimeSpan Short(TimeSpan time) => time > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Max(1, time.TotalSeconds)) : time;
}
