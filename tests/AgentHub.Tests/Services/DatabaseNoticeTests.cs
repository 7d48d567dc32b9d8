using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Tests.Screens;
using Hotline.Persistence;
using Hotline.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>A desk hears of a database that goes, and of its return, though nothing else happens.</summary>
public sealed class DatabaseNoticeTests
{
    private static readonly AgentId Agent = new("1001");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_desk_is_told_that_the_database_went_and_that_it_is_back()
    {
        await using var room = await Room.OpenAsync();
        var sessions = new Sessions(
            new SessionStore(room.Database), room.Writes, new OpenPages(), room.City, new SecuritySettings(), TimeProvider.System);
        var directory = new AgentDirectory(new AgentStore(room.Database), sessions, room.City);
        await directory.LoadAsync(demo: false, "", _ => { }, Cancel);
        var views = new DeskViews(room.City, room.Book, () => (room.Writes.Healthy, room.Writes.Pending));
        var feed = new DeskFeed(new FloorCamera(new NodeId("n1")), views, new ScreenFaults(NullLogger<ScreenFaults>.Instance));
        await room.Loop.PostAsync(new Input.AgentSignedIn(Agent, "李雯", [], new PhoneAddress(new NodeId("n1"), "a1")), Cancel);
        var browser = new DeskBrowser();
        feed.Connect("c", Agent, "p", returns: false, watchesFloor: false, browser, CancellationToken.None);
        using var notice = new DatabaseNotice(
            room.Writes, directory, feed, room.Loop, room.Clock, TimeProvider.System, room.Faults, NullLogger<DatabaseNotice>.Instance);
        await notice.StartAsync(Cancel);
        (await browser.NextAsync()).Database.ShouldBeTrue();

        await using (var somebody = new SqliteConnection($"Data Source={room.Folder}/hotline.db;Pooling=False"))
        {
            await somebody.OpenAsync(Cancel);
            await using var all = somebody.CreateCommand();
            all.CommandText = "begin exclusive";
            await all.ExecuteNonQueryAsync(Cancel);
            room.Writes.TryWrite(new WriteItem.Ledger(room.City.Tenant, room.Record("c1", TerminalState.Abandoned, room.Clock.Now)));

            (await browser.NextAsync()).Database.ShouldBeFalse();
        }

        (await browser.NextAsync()).Database.ShouldBeTrue();
        await notice.StopAsync(Cancel);
    }
}
