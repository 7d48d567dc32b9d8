using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Live.Tests;

/// <summary>An agent with desk and phone.</summary>
public sealed class Agent(AgentClient desk, SipPhone phone) : IAsyncDisposable
{
    private int _ringsBefore;

    public AgentClient Desk => desk;

    public SipPhone Phone { get; private set; } = phone;

    public string Id => desk.Id;

    public Tone Tone => Phone.Tone;

    public DeskPicture View => desk.View;

    /// <summary>Ready, and known to be so.</summary>
    public async Task ReadyAsync(WhenRung? whenRung = null)
    {
        Phone.WhenRung = whenRung ?? WhenRung.AnswersAfter(100);
        _ringsBefore = Phone.Rings.Count;
        await Desk.WaitForAsync(v => v.Agent.PhoneRegistered, "a registered phone");
        await Desk.ReadyAsync();
    }

    /// <summary>The call that rings, at the desk and at the phone.</summary>
    public async Task<CallPicture> RingsAsync(TimeSpan? limit = null)
    {
        var view = await Desk.WaitForAsync(v => v.Call?.State == "ringing", "a call that rings", limit);
        await Phone.Rings.FirstAsync(_ => true, "a ring", limit, _ringsBefore);
        return view.Call!;
    }

    /// <summary>The talk at this desk.</summary>
    public async Task<CallPicture> TalksAsync(TimeSpan? limit = null) =>
        (await Desk.WaitForAsync(v => v.Call?.State == "talking" && v.Agent.State == "talking", "a talk", limit)).Call!;

    /// <summary>A new phone in place of one that lost its power.</summary>
    public async Task ReplacePhoneAsync(HotlineInstance hotline)
    {
        var old = Phone;
        Phone = await SipPhone.RegisterAsync(old.Name, hotline.Sip, old.Tone, old.User, old.Secret);
        await old.DisposeAsync();
    }

    /// <summary>Leaves the desk as every test wants to find it: no call, nothing to wrap up, not ready.</summary>
    public async Task TidyAsync()
    {
        await Desk.NotReadyAsync();
        if (View.Agent.State is "ringing" or "talking" || View is { Call.State: "lost" })
        {
            await Desk.WaitForAsync(v => v.Agent.State is not ("ringing" or "talking") && v.Call?.State != "lost", "the end of the call");
        }
        if (View.Agent.State == "afterCallWork")
        {
            await Desk.WrapUpAsync();
        }
        await Desk.WaitForAsync(v => v.Agent.State == "notReady" && v.Call is null, "a tidy desk");
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await Phone.DisposeAsync();
    }
}

/// <summary>Agents of one Hotline, each signed in when first needed.</summary>
internal sealed class Staff(HotlineInstance hotline) : IAsyncDisposable
{
    private const int FirstTone = 1000, ToneStep = 150;
    private readonly Dictionary<string, Agent> _agents = [];

    public IEnumerable<Agent> All => _agents.Values;

    public AgentClient? Leader { get; private set; }

    private SubCentre? _subCentre;

    public static Tone SubCentreTone { get; } = new(2900);

    public SubCentre SubCentre => _subCentre ??= hotline.SubCentre(SubCentreTone);

    /// <summary>A sub-centre whose every word the test writes takes the place of the usual one, until it is disposed.</summary>
    public async Task<RawPhone> RawSubCentreAsync()
    {
        if (_subCentre is not null)
        {
            await _subCentre.DisposeAsync();
            _subCentre = null;
        }
        return hotline.RawSubCentre(SubCentreTone);
    }

    /// <param name="id">Who.</param>
    /// <param name="password">Where it is not one that was printed.</param>
    public async Task<Agent> AgentAsync(string id, string? password = null)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            var desk = await AgentClient.SignInAsync(hotline.Address, id, password ?? hotline.PasswordOf(id));
            var account = await desk.OpenPhoneAsync();
            var phone = await SipPhone.RegisterAsync($"agent {id}", hotline.Sip, new Tone(FirstTone + ToneStep * _agents.Count), account.User,
                account.Secret);
            _agents[id] = agent = new Agent(desk, phone);
            await desk.WaitForAsync(v => v.Agent.PhoneRegistered, "a registered phone");
        }
        return agent;
    }

    /// <summary>Forgets somebody, who is signed in anew when needed.</summary>
    public async Task DismissAsync(string id)
    {
        if (_agents.Remove(id, out var agent))
        {
            await agent.DisposeAsync();
        }
    }

    public async Task<AgentClient> LeaderAsync() => Leader ??= await hotline.SignInAsync("2001");

    public async ValueTask DisposeAsync()
    {
        foreach (var agent in _agents.Values)
        {
            await agent.DisposeAsync();
        }
        if (_subCentre is not null)
        {
            await _subCentre.DisposeAsync();
        }
        if (Leader is not null)
        {
            await Leader.DisposeAsync();
        }
    }
}
