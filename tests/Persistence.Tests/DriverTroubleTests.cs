using System.Data.Common;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

/// <summary>Whatever words a driver has for it, the database says the same.</summary>
public sealed class DriverTroubleTests : IAsyncLifetime
{
    private TestDatabase? _own;

    private Driver Driver => field ??= new Driver(_own!);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _own = await TestDatabase.OnSqliteAsync();

    public async ValueTask DisposeAsync() => await _own!.DisposeAsync();

    [Theory]
    [InlineData(Trouble.PoolTimeOut)]
    [InlineData(Trouble.ServerAway)]
    [InlineData(Trouble.ConnectionBroke)]
    public async Task Write_without_a_connection_is_an_error_of_the_database_that_passes(Trouble trouble)
    {
        var database = Driver.Open();
        Driver.Trouble = trouble;

        var thrown = await Should.ThrowAsync<DbException>(WriteAsync(database, Cancel));

        database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Theory]
    [InlineData(Trouble.PoolTimeOut)]
    [InlineData(Trouble.ServerAway)]
    public async Task Read_without_a_connection_is_an_error_of_the_database_that_passes(Trouble trouble)
    {
        var database = Driver.Open();
        Driver.Trouble = trouble;

        await Should.ThrowAsync<DbException>(new TicketStore(database).LoadAsync(new("t1"), Cancel));
        (await database.PingAsync(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelled_in_the_drivers_words_is_a_cancellation()
    {
        var database = Driver.Open();
        Driver.Trouble = Trouble.CancelledInItsWords;
        using var cancelled = new CancellationTokenSource();

        Task write = WriteAsync(database, cancelled.Token);
        await Driver.Waiting.Task.WaitAsync(Cancel);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(write);
    }

    [Fact]
    public async Task Our_own_mistake_with_an_open_connection_stays_what_it_is()
    {
        var database = Driver.Open();

        await Should.ThrowAsync<InvalidOperationException>(database.WriteAsync<int>(_ => throw new InvalidOperationException("ours"), Cancel));
    }

    private static Task<Ticket> WriteAsync(Database database, CancellationToken cancellationToken) =>
        new TicketStore(database).OpenDraftAsync(Given.Opening(), cancellationToken);
}
