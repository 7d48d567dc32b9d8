using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Tests.Ari;
using Hotline.Testkit;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Telephony.Tests.Ami;

/// <summary>What the real manager interface told, read by the real connection.</summary>
public sealed class GoldenManagerTests : IAsyncLifetime, IInbox
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    private readonly Happenings<Input> _inputs = new("the phones");
    private readonly ServiceFaults _faults = new();
    private FakeManager _manager = null!;
    private AmiConnection _ami = null!;
    private PhonePresence _presence = null!;

    private CancellationToken Cancel => _stop.Token;

    public async ValueTask InitializeAsync()
    {
        _manager = new FakeManager();
        _ami = new AmiConnection(new AmiOptions("127.0.0.1", _manager.Port, "hotline", "secret") { PingInterval = TimeSpan.FromSeconds(20) },
            TimeProvider.System, NullLogger<AmiConnection>.Instance);
        await using var ari = await FakeAri.StartAsync();
        _presence = new PhonePresence(_ami, ari.Options, this, TimeProvider.System, _faults, NullLogger<PhonePresence>.Instance);
        await _presence.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _presence.StopAsync(CancellationToken.None);
        _presence.Dispose();
        await _stop.CancelAsync();
        _ami.Dispose();
        await _manager.DisposeAsync();
        _stop.Dispose();
    }

    ValueTask IInbox.PostAsync(Input input, CancellationToken cancellationToken)
    {
        _inputs.Add(input);
        return ValueTask.CompletedTask;
    }

    /// <summary>The old contact goes after the new one came: the phone was there all the time.</summary>
    [Fact]
    public async Task Received_recorded_phone_that_moves_is_registered_twice_and_never_gone()
    {
        using var manager = await TellAsync("phone-moves");
        await _inputs.FirstAsync(_ => _inputs.Count == 2, "two facts");
        _inputs.All.ShouldAllBe(i => i == new Input.PhoneRegistered(new NodeId("n1"), "a1007-ddky6wjgns", true));
    }

    [Fact]
    public async Task Received_recorded_phone_whose_last_contact_goes_is_gone()
    {
        using var manager =
            await TellAsync("phone-moves", told => told + Contact("phone-moves", "37359")
                .Replace("NonQualified", "Removed", StringComparison.Ordinal));
        (await _inputs.FirstAsync(i => i is Input.PhoneRegistered { Registered: false }, "the phone's going"))
            .ShouldBe(new Input.PhoneRegistered(new NodeId("n1"), "a1007-ddky6wjgns", false));
        _inputs.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("recorded")]
    [InlineData("phone-moves")]
    public async Task Received_recorded_text_in_pieces_is_the_same(string file)
    {
        using var manager = await _manager.SignInAsync(Cancel);
        foreach (var c in AfterSignIn(file))
        {
            await manager.WriteAsync(c.ToString(), Cancel);
        }
        var expected = file == "recorded" ? 1 : 2;
        await _inputs.FirstAsync(_ => _inputs.Count == expected, $"{expected} facts");
        _faults.Total.ShouldBe(0);
    }

    private async Task<FakeManager.Session> TellAsync(string file, Func<string, string>? more = null)
    {
        var manager = await _manager.SignInAsync(Cancel);
        await manager.WriteAsync(more is null ? AfterSignIn(file) : more(AfterSignIn(file)), Cancel);
        return manager;
    }

    /// <summary>The events alone: answers belong to questions that nobody asks here.</summary>
    private static string AfterSignIn(string file) => string.Concat(Blocks(file).Where(b => b.StartsWith("Event: ", StringComparison.Ordinal)));

    private static string Contact(string file, string port) => Blocks(file).First(b => b.Contains($":{port}", StringComparison.Ordinal));

    private static IEnumerable<string> Blocks(string file) =>
        Golden.Manager(file).Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries).Select(b => b + "\r\n\r\n");
}
