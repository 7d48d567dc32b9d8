using System.Reflection;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Telephony;
using Hotline.Telephony.Ami;
using Hotline.Upkeep;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>
/// Something is thrown into each background service there is: the tools that it works with are missing. It is counted, begins again, and
/// ends with the server's stop alone.
/// </summary>
public sealed class EachServiceTests
{
    private static readonly Assembly[] OurOwn =
    [typeof(HotlineServer).Assembly, typeof(FloorLoop).Assembly, typeof(WriteBehind).Assembly, typeof(AsteriskOptions).Assembly];

    private static IEnumerable<Type> Services =>
        OurOwn.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(BackgroundService)) && !t.IsAbstract);

    public static TheoryData<string> Steady => [.. Services.Where(t => t.IsSubclassOf(typeof(SteadyService))).Select(t => t.FullName!)];

    /// <summary>The call loop ends the server where its floor breaks; the journal guards each of its lines by itself.</summary>
    [Fact]
    public void All_but_the_call_loop_and_the_journal_are_steady() =>
        Services.Where(t => !t.IsSubclassOf(typeof(SteadyService))).Select(t => t.Name)
            .ShouldBe([nameof(FloorLoop), nameof(FloorJournal)], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Steady))]
    public async Task A_service_that_falls_is_counted_and_begins_again(string name)
    {
        var faults = new ServiceFaults();
        using var service = Broken(Services.Single(t => t.FullName == name), faults);
        await service.StartAsync(TestContext.Current.CancellationToken);
        (service as WriteBehind)?.TryWrite(new WriteItem.Audit(new AuditEntry(default, "", "", "", "", "", "")));

        while (faults.Total < 2)
        {
            service.ExecuteTask!.IsCompleted.ShouldBeFalse("it has ended");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
        }

        faults.All.Single().Service.ShouldBe(service.Name);
        await service.StopAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        service.ExecuteTask!.IsFaulted.ShouldBeFalse();
    }

    /// <summary>Made as the host makes it, with nothing to work with.</summary>
    private static SteadyService Broken(Type type, ServiceFaults faults) => (SteadyService)type
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single()
        .Invoke(
            [.. type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single().GetParameters()
                .Select(p => Tool(p.ParameterType, faults))]);

    private static object? Tool(Type type, ServiceFaults faults) =>
        type == typeof(ServiceFaults) ? faults
        : type == typeof(TimeProvider) ? new HastyTime()
        : type == typeof(WriteBehindOptions)
            ? new WriteBehindOptions { SpillFolder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Linger = TimeSpan.Zero }
        : type == typeof(AmiConnection) ? new AmiConnection(null!, TimeProvider.System, NullLogger<AmiConnection>.Instance)
        : type == typeof(AsteriskOptions)
            ? new AsteriskOptions { Node = "n1", Http = "", User = "", Password = "", PhoneWebSocket = "", PhoneDomain = "", AmiHost = "",
                AmiPort = 1, AmiUser = "", AmiSecret = "", Spool = "", TruthSeconds = 1, CelFile = Book.Value,
                CapturePort = -1 }
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ILogger<>)
            ? typeof(NullLogger<>).MakeGenericType(type.GenericTypeArguments).GetField("Instance")!.GetValue(null)
        : null;

    /// <summary>Asterisk's own book with one call that is over.</summary>
    private static readonly Lazy<string> Book = new(() =>
    {
        var path = Path.GetTempFileName();
        File.WriteAllLines(path, new[] { "CHAN_START", "CHAN_END" }
            .Select(
                e => string.Join(',', new[] { e, "1", "1.1", "1.1", "PJSIP/carrier-1", "12345", "from-carrier", "", "", "", "" }
                    .Select(f => $"\"{f}\""))));
        return path;
    });

    /// <summary>A clock on which every wait is over at once: nobody's pause is the test's.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime > TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : dueTime,
                period > TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : period);
    }
}
