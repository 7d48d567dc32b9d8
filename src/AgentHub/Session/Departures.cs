using System.Collections.Concurrent;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.People;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Session;

/// <summary>
/// Whose session is over leaves the floor, and his telephone goes. Whoever talks with a citizen does so until the call ends, and gets no
/// other; whoever owes an outcome stays until a shift leader has written it: no citizen is cut off, and none forgotten.
/// </summary>
internal sealed class Departures(
    Sessions sessions, AgentDirectory directory, PhoneAccounts phones, FloorLoop loop, Wishes wishes, AsteriskOptions asterisk, TimeProvider time,
    ServiceFaults faults, ILogger<Departures> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>While telephones are to be removed.</summary>
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// So long a page has to sign its telephone off. Of a registration that goes with its account Asterisk tells nobody, and the page is refused
    /// when it signs off.
    /// </summary>
    private static readonly TimeSpan LetGo = TimeSpan.FromSeconds(10);

    /// <summary>An agent of whose session nothing is known may be one whose page comes back after our start.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly NodeId _node = new(asterisk.Node);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _withoutSession = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _phonesOver = new(StringComparer.Ordinal);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await directory.Loaded.WaitAsync(stoppingToken);
        while (true)
        {
            await PassAsync(stoppingToken);
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var ending = sessions.Endings.WaitToReadAsync(pause.Token).AsTask();
            await Task.WhenAny(ending, Task.Delay(_phonesOver.Count > 0 ? ShortPause : Pause, Time, pause.Token));
            await pause.CancelAsync();
            stoppingToken.ThrowIfCancellationRequested();
            sessions.Endings.TryRead(out _);
        }
    }

    /// <summary>Looks once at everybody.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        while (sessions.PhonesOver.TryDequeue(out var endpoint))
        {
            _phonesOver.TryAdd(endpoint, Time.GetUtcNow());
        }
        var (agents, up) = await loop.ReadAsync(
            f => (f.Agents.Values.Select(a => new OnTheFloor(a.Id, a.Phone.Endpoint, a.State)).ToList(), f.NodeIsUp(_node)), cancellationToken);
        foreach (var agent in agents.Where(a => a.State is not (AgentState.NotReady or AgentState.Break)))
        {
            sessions.Used(agent.Endpoint);
        }
        await sessions.SweepAsync(cancellationToken);
        // Whoever talks, and is signed in at another place too, comes there with his call or after it.
        foreach (var agent in agents.Where(a => IsOver(a.Endpoint) && !(a.HasCall && sessions.HasAnyPhone(a.Id))))
        {
            await LeaveAsync(agent.Id, agent.State, cancellationToken);
            _phonesOver.TryAdd(agent.Endpoint, Time.GetUtcNow());
        }
        foreach (var agent in agents.Where(a => sessions.HasPhone(a.Endpoint)))
        {
            _phonesOver.Remove(agent.Endpoint); // he took it back
        }
        var talking = agents.Where(a => a.HasCall).Select(a => a.Endpoint).ToHashSet();
        foreach (var (endpoint, since) in up ? _phonesOver.Where(e => !talking.Contains(e.Key)).ToList() : [])
        {
            if (Time.GetUtcNow() - since > LetGo || !await IsRegisteredAsync(endpoint, cancellationToken))
            {
                await phones.RemoveAsync(endpoint, cancellationToken);
                await loop.PostAsync(new Input.PhoneRegistered(_node, endpoint, false), cancellationToken); // whoever is left with it is not ready
                _phonesOver.Remove(endpoint);
            }
        }
    }

    private async Task<bool> IsRegisteredAsync(string endpoint, CancellationToken cancellationToken)
    {
        try
        {
            return await phones.IsRegisteredAsync(endpoint, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return false; // it has no account any more, or Asterisk is going away
        }
    }

    private bool IsOver(string endpoint)
    {
        if (sessions.HasPhone(endpoint))
        {
            _withoutSession.TryRemove(endpoint, out _);
            return false;
        }
        var now = Time.GetUtcNow();
        return _phonesOver.ContainsKey(endpoint) || sessions.IsOverWithPhone(endpoint) || now - _withoutSession.GetOrAdd(endpoint, now) > Grace;
    }

    private async Task LeaveAsync(AgentId agent, AgentState state, CancellationToken cancellationToken)
    {
        try
        {
            if (await wishes.AskAsync(loop, new Input.SignOutRequested(NewRequest(), agent), cancellationToken) is not null
                && state is not (AgentState.NotReady or AgentState.Break))
            {
                loop.TryPost(new Input.StateRequested(NewRequest(), agent, AgentState.NotReady, null)); // no further call
            }
        }
        catch (TimeoutException)
        {
            // The floor has no time now; the next look asks again.
        }
    }

    private sealed record OnTheFloor(AgentId Id, string Endpoint, AgentState State)
    {
        public bool HasCall => State is AgentState.Ringing or AgentState.Talking;
    }

    private static RequestId NewRequest() => new(IdSource.Random(16));
}
