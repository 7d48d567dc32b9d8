using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hotline.Exchange;
using Hotline.Routing;
using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Screens;

/// <summary>
/// Facts to browsers: each connection has a mailbox of one, in which newer facts replace older ones that were not sent. They are drawn
/// there, for each viewer by himself. A frozen browser skips pictures and holds up nobody.
/// </summary>
public sealed class DeskFeed(FloorCamera camera, DeskViews views, ScreenFaults faults) : IScreens
{
    private readonly ConcurrentDictionary<string, Viewer> _viewers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<AgentId, ImmutableArray<Viewer>> _desks = new();
    private readonly ConcurrentDictionary<AgentId, Pages> _pages = new();

    /// <summary>How many desks are connected.</summary>
    public int Count => _viewers.Count;

    /// <summary>The newest page of an agent is the one that rings; older ones say so and stop.</summary>
    public void PageOpened(AgentId agent, string pageId)
    {
        var pages = _pages.AddOrUpdate(agent, new Pages(pageId, []), (_, before) => before.With(pageId));
        foreach (var viewer in _desks.GetValueOrDefault(agent, []).Where(v => pages.Former.Contains(v.PageId)))
        {
            viewer.Desk.Replace();
        }
    }

    /// <summary>True for a page that had the phone and lost it to a newer one. A page that has not asked for its phone yet is none.</summary>
    public bool IsReplaced(AgentId agent, string pageId) => _pages.TryGetValue(agent, out var pages) && pages.Former.Contains(pageId);

    /// <summary>True for the page that an agent's telephone is in.</summary>
    public bool HasPhone(AgentId agent, string pageId) => _pages.TryGetValue(agent, out var pages) && pages.Newest == pageId;

    /// <param name="connection">SignalR's id.</param>
    /// <param name="agent">Whose page.</param>
    /// <param name="pageId">Which page.</param>
    /// <param name="returns">It was connected before: where we were started again since, it is taken for the one with the phone.</param>
    /// <param name="watchesFloor">A shift leader's.</param>
    /// <param name="browser">Whom to send to.</param>
    /// <param name="gone">Ends with the connection.</param>
    public void Connect(string connection, AgentId agent, string pageId, bool returns, bool watchesFloor, ISingleClientProxy browser,
        CancellationToken gone)
    {
        if (returns)
        {
            _pages.TryAdd(agent, new Pages(pageId, []));
        }
        var viewer = new Viewer(agent, pageId, watchesFloor,
            new Mailbox<DeskFacts>(browser, "desk", views.Desk, faults, gone),
            new Mailbox<FloorFacts>(browser, "floor", (facts, _) => views.Floor(facts), faults, gone));
        if (IsReplaced(agent, pageId))
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

    /// <summary>Takes and posts the facts of one agent's desk, if anybody looks. On the floor's thread, as all that follows.</summary>
    public void Show(AgentId agent, CallDistributor floor, DateTimeOffset now)
    {
        if (_desks.TryGetValue(agent, out var viewers) && !viewers.IsEmpty && camera.Desk(agent, floor, now) is { } facts)
        {
            foreach (var viewer in viewers)
            {
                viewer.Desk.Post(facts);
            }
        }
    }

    /// <summary>As <see cref="Show"/>, to everybody.</summary>
    public void ShowAll(CallDistributor floor, DateTimeOffset now)
    {
        ShowDesks(floor, now);
        ShowFloor(floor, now);
    }

    /// <summary>Counts who waits, and shows it on every desk where it changed.</summary>
    public void ShowQueues(CallDistributor floor, DateTimeOffset now)
    {
        if (camera.CountQueues(floor))
        {
            ShowDesks(floor, now);
        }
    }

    private void ShowDesks(CallDistributor floor, DateTimeOffset now)
    {
        foreach (var agent in _desks.Keys)
        {
            Show(agent, floor, now);
        }
    }

    public void ShowFloor(CallDistributor floor, DateTimeOffset now)
    {
        FloorFacts? facts = null;
        foreach (var viewer in _viewers.Values)
        {
            if (viewer.WatchesFloor)
            {
                viewer.Floor.Post(facts ??= camera.Floor(floor, now));
            }
        }
    }

    /// <summary>The page that has the phone, and those that had it: as many as could still be open.</summary>
    private sealed record Pages(string Newest, ImmutableArray<string> Former)
    {
        private const int FormerMax = 8;

        public Pages With(string pageId) => pageId == Newest
            ? this
            : new Pages(pageId, [.. Former.Remove(pageId).Add(Newest).TakeLast(FormerMax)]);
    }

    private sealed record Viewer(AgentId Agent, string PageId, bool WatchesFloor, Mailbox<DeskFacts> Desk, Mailbox<FloorFacts> Floor);
}
