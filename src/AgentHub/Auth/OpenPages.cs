using System.Collections.Concurrent;
using Hotline.Routing;

namespace Hotline.AgentHub.Auth;

/// <summary>The connections of open pages, so that those of a session that is over end at once and not at their next request.</summary>
public sealed class OpenPages
{
    private readonly ConcurrentDictionary<string, (AgentId Person, string Session, Action Abort)> _open = new(StringComparer.Ordinal);

    public void Opened(string connection, AgentId person, string session, Action abort) => _open[connection] = (person, session, abort);

    public void Closed(string connection) => _open.TryRemove(connection, out _);

    public void CloseAllOf(AgentId person) => Close(page => page.Person == person);

    public void CloseAllOf(string session) => Close(page => page.Session == session);

    private void Close(Func<(AgentId Person, string Session, Action Abort), bool> which)
    {
        foreach (var page in _open.Values.Where(which))
        {
            page.Abort();
        }
    }
}
