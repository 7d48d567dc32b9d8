namespace Hotline.Persistence.Tests;

/// <summary>What holds on every database; a subclass per dialect says on which.</summary>
public abstract class DatabaseSpecification(Func<Task<TestDatabase>> create) : IAsyncLifetime
{
    private TestDatabase? _own;

    protected TestDatabase Own => _own!;

    protected Database Database => Own.Database;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _own = await create();

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
