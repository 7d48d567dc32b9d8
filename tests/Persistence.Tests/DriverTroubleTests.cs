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
    public async Task Write_WithoutAConnection_IsAnErrorOfTheDatabaseThatPasses(Trouble trouble)
    {
        Database database = Driver.Open();
        Driver.Trouble = trouble;

        DbException thrown = await Should.ThrowAsync<DbException>(WriteAsync(database, Cancel));

        database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Theory]
    [InlineData(Trouble.PoolTimeOut)]
    [InlineData(Trouble.ServerAway)]
    public async Task Read_WithoutAConnection_IsAnErrorOfTheDatabaseThatPasses(Trouble trouble)
    {
        Database database = Driver.Open();
        Driver.Trouble = trouble;

        await Should.ThrowAsync<DbException>(new TicketStore(database).LoadAsync(new("t1"), Cancel));
        (await database.PingAsync(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelled_InTheDriversWords_IsACancellation()
    {
        Database database = Driver.Open();
        Driver.Trouble = Trouble.CancelledInItsWords;
        using var cancelled = new CancellationTokenSource();

        Task write = WriteAsync(database, cancelled.Token);
        await Driver.Waiting.Task.WaitAsync(Cancel);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(write);
    }

    [Fact]
    public async Task OurOwnMistake_WithAnOpenConnection_StaysWhatItIs()
    {
        Database database = Driver.Open();
        TicketDecision.Changed change = Given.SaveDraft(Ticket.Open(Given.Opening()).Ticket, TicketForm.Empty);

        await Should.ThrowAsync<InvalidOperationException>(new TicketStore(database).SaveAsync(change, Cancel));
    }

    private static Task<Ticket> WriteAsync(Database database, CancellationToken cancel) => new TicketStore(database).OpenDraftAsync(Given.Opening(), cancel);
}
