using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hotline.Routing;
using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Screens;

/// <summary>
/// Pictures to browsers: each connection has a mailbox of one, in which a newer picture replaces an unsent older one. A
/// frozen browser skips pictures and holds up nobody.
/// </summary>
public sealed class DeskFeed(DeskViews views)
{
    private readonly ConcurrentDictionary<string, Viewer> _viewers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<AgentId, ImmutableArray<Viewer>> _desks = new();
    private readonly ConcurrentDictionary<AgentId, string> _pages = new();

    /// <summary>How many desks are connected.</summary>
    public int Count => _viewers.Count;

    /// <summary>The newest page of an agent is the one that rings; older ones say so and stop.</summary>
    public void PageOpened(AgentId agent, string pageId)
    {
        _pages[agent] = pageId;
        foreach (var viewer in _desks.GetValueOrDefault(agent, []).Where(v => v.PageId != pageId))
        {
            viewer.Desk.Replace();
        }
    }

    /// <summary>True while this page is the agent's newest, or none has a phone yet.</summary>
    public bool IsNewest(AgentId agent, string pageId) => !_pages.TryGetValue(agent, out var newest) || newest == pageId;

    public void Connect(string connection, AgentId agent, string pageId, bool watchesFloor, ISingleClientProxy browser, CancellationToken gone)
    {
        var viewer = new Viewer(agent, pageId, watchesFloor,
            new Mailbox<DeskView>(browser, "desk", static v => v with { Replaced = true }, gone),
            new Mailbox<FloorView>(browser, "floor", static v => v, gone));
        if (!IsNewest(agent, pageId))
        {
            viewer.Desk.Replace();
        }
        _viewers[connection] = viewer;
        _desks.AddOrUpdate(agent, [viewer], (_, others) => others.Add(viewer));
    }

    public void Disconnect(string connection)
    {
        if (_viewers.TryRemove(connection, out var viewer))
        {
            _desks.AddOrUpdate(viewer.Agent, [], (_, others) => others.Remove(viewer));
        }
    }

    /// <summary>Draws and posts one agent's picture, if anybody looks. On the floor's thread.</summary>
    public void Show(AgentId agent, CallDistributor floor, DateTimeOffset now)
    {
        if (_desks.TryGetValue(agent, out var viewers) && !viewers.IsEmpty && views.Desk(agent, floor, now) is { } picture)
        {
            foreach (var viewer in viewers)
            {
                viewer.Desk.Post(picture);
            }
        }
    }

    public void ShowFloor(CallDistributor floor, DateTimeOffset now)
    {
        FloorView? view = null;
        foreach (var viewer in _viewers.Values)
        {
            if (viewer.WatchesFloor)
            {
                viewer.Floor.Post(view ??= views.Floor(floor, now));
            }
        }
    }

    private sealed record Viewer(AgentId Agent, string PageId, bool WatchesFloor, Mailbox<DeskView> Desk, Mailbox<FloorView> Floor);
}
