using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hotline.Persistence.Tests;

public sealed class PersistenceServicesTests
{
    [Fact]
    public async Task AddHotlinePersistence_GivesEveryStoreAndOneWriteBehind()
    {
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        string folder = Path.GetDirectoryName(own.Options.ConnectionString["Data Source=".Length..])!;
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging().AddHotlinePersistence(own.Options, Path.Combine(folder, "spill")).BuildServiceProvider();

        foreach (Type type in new[] { typeof(Database), typeof(TicketStore), typeof(CallLedger), typeof(AgentStore), typeof(AuditLog) })
        {
            services.GetRequiredService(type).ShouldNotBeNull();
        }

        services.GetServices<IHostedService>().ShouldHaveSingleItem().ShouldBeSameAs(services.GetRequiredService<WriteBehind>());
    }
}
