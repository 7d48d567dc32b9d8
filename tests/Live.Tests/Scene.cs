using System.Net;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Live.Tests;

/// <summary>One test on a shared Hotline: who was in it goes home at its end, and Asterisk must then be empty.</summary>
public abstract class Scene : IAsyncLifetime
{
    private const int FirstTone = 400, ToneStep = 50;
    private readonly List<Citizen> _citizens = [];

    protected abstract HotlineInstance Hotline { get; }

    private protected abstract Staff Staff { get; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        // One who does not go home keeps nobody else from going.
        await Task.WhenAll(_citizens.Select(c => c.DisposeAsync().AsTask()));
        await TidyAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>After the citizens went: desks are as every test wants to find them, and Asterisk is empty.</summary>
    protected virtual async Task TidyAsync()
    {
        await Task.WhenAll(Staff.All.Select(a => a.TidyAsync()));
        await Hotline.Asterisk.ShouldBeQuietAsync();
    }

    /// <summary>An agent, ready where the phone's behaviour is given.</summary>
    protected async Task<Agent> AgentAsync(string id, WhenRung? whenRung = null)
    {
        var agent = await Staff.AgentAsync(id);
        if (whenRung is not null)
        {
            await agent.ReadyAsync(whenRung);
        }
        return agent;
    }

    protected Citizen Calls(string called, string from = "13800006021", string? address = null)
    {
        var tone = new Tone(FirstTone + ToneStep * _citizens.Count);
        var citizen = address is null ? Hotline.Calls(called, from, tone) : Citizen.Calls(Hotline.Sip, called, from, tone, address);
        _citizens.Add(citizen);
        return citizen;
    }

    protected SubCentre SubCentre(WhenRung whenRung)
    {
        Staff.SubCentre.WhenRung = whenRung;
        return Staff.SubCentre;
    }

    /// <summary>A citizen and an agent who talk.</summary>
    protected async Task<(Citizen Citizen, Agent Agent)> TalkAsync(string called = "12345", string agent = "1007")
    {
        var ready = await AgentAsync(agent, WhenRung.AnswersAfter(50));
        var citizen = Calls(called);
        await ready.TalksAsync();
        await citizen.Ear.ShouldHearAsync(ready.Tone);
        return (citizen, ready);
    }
}

/// <summary>A test on the quick Hotline.</summary>
[Collection(LiveTests.Name)]
public abstract class QuickScene(QuickHotline quick) : Scene
{
    protected override HotlineInstance Hotline => quick.Hotline;

    private protected override Staff Staff => quick.Staff;
}
