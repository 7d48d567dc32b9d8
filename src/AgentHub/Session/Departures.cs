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

    /// <summary>An agent of whose session nothing is known may be one whose page comes back after our start.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _withoutSession = new(StringComparer.Ordinal);
    private readonly HashSet<string> _phonesOver = [];

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await directory.Loaded.WaitAsync(stoppingToken);
        while (true)
        {
            await PassAsync(stoppingToken);
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var ending = sessions.Endings.WaitToReadAsync(pause.Token).AsTask();
            await Task.WhenAny(ending, Task.Delay(Pause, Time, pause.Token));
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
            _phonesOver.Add(endpoint);
        }
        var (agents, up) = await loop.ReadAsync(
            f => (f.Agents.Values.Select(a => (a.Id, a.Phone.Endpoint, a.State)).ToList(), f.NodeIsUp(new NodeId(asterisk.Node))), cancellationToken);
        foreach (var (_, endpoint, _) in agents.Where(a => a.State is not (AgentState.NotReady or AgentState.Break)))
        {
            sessions.Used(endpoint);
        }
        await sessions.SweepAsync(cancellationToken);
        foreach (var (id, endpoint, state) in agents.Where(a => IsOver(a.Endpoint)))
        {
            await LeaveAsync(id, state, cancellationToken);
            _phonesOver.Add(endpoint);
        }
        var talking = agents.Where(a => a.State is AgentState.Ringing or AgentState.Talking).Select(a => a.Endpoint).ToHashSet();
        foreach (var endpoint in up ? _phonesOver.Where(e => !talking.Contains(e)).ToList() : [])
        {
            await phones.RemoveAsync(endpoint, cancellationToken);
            _phonesOver.Remove(endpoint);
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
        return _phonesOver.Contains(endpoint) || sessions.IsOverWithPhone(endpoint) || now - _withoutSession.GetOrAdd(endpoint, now) > Grace;
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

    private static RequestId NewRequest() => new(IdSource.Random(16));
}
