using Hotline.AgentHub.Auth;
using Hotline.Exchange;
using Hotline.Routing;
using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Screens;

/// <summary>Where browsers listen. They only listen: wishes go by HTTP, so that they have answers and ids.</summary>
public sealed class DeskHub(DeskFeed feed, OpenPages pages, FloorLoop loop, AgentReturn back, SteadyClock clock) : Hub
{
    /// <summary>Sends the whole picture at once; what changed while the browser was away is in it.</summary>
    public override async Task OnConnectedAsync()
    {
        var person = Person.Of(Context.User!);
        var query = Context.GetHttpContext()?.Request.Query;
        var page = query?["pageId"].ToString() ?? "";
        var watchesFloor = person.May(Permission.WatchFloor);
        var browser = Clients.Caller as ISingleClientProxy ?? throw new InvalidOperationException("SignalR's caller is no single client");
        pages.Opened(Context.ConnectionId, person.Id, person.Session, Context.Abort);
        await back.TakeBackAsync(person, query?["was"], query?["reason"], Context.ConnectionAborted);
        feed.Connect(Context.ConnectionId, person.Id, page, returns: !string.IsNullOrEmpty(query?["was"]), watchesFloor, browser,
            Context.ConnectionAborted);
        await loop.ReadAsync(floor =>
        {
            feed.Show(person.Id, floor, clock.Now);
            if (watchesFloor)
            {
                feed.ShowFloor(floor, clock.Now);
            }
            return true;
        }, Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        pages.Closed(Context.ConnectionId);
        feed.Disconnect(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
