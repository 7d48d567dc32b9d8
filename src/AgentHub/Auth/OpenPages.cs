using System.Collections.Concurrent;
using Hotline.Routing;

namespace Hotline.AgentHub.Auth;

/// <summary>The connections of open pages, so that those of an account that is closed end at once and not at their next request.</summary>
public sealed class OpenPages
{
    private readonly ConcurrentDictionary<string, (AgentId Person, Action Abort)> _open = new(StringComparer.Ordinal);

    public void Opened(string connection, AgentId person, Action abort) => _open[connection] = (person, abort);

    public void Closed(string connection) => _open.TryRemove(connection, out _);

    public void CloseAllOf(AgentId person)
    {
        foreach (var page in _open.Values.Where(p => p.Person == person))
        {
            page.Abort();
        }
    }
}
