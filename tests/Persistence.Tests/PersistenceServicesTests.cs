using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hotline.Persistence.Tests;

public sealed class PersistenceServicesTests
{
    [Fact]
    public async Task Add_hotline_persistence_gives_every_store_and_one_write_behind()
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        var folder = Path.GetDirectoryName(own.Options.ConnectionString["Data Source=".Length..])!;
        await using var services = new ServiceCollection()
            .AddLogging().AddHotlinePersistence(own.Options, Path.Combine(folder, "spill")).BuildServiceProvider();

        foreach (var type in new[] { typeof(Database), typeof(TicketStore), typeof(CallLedger), typeof(AgentStore), typeof(AuditLog) })
        {
            services.GetRequiredService(type).ShouldNotBeNull();
        }

        services.GetServices<IHostedService>().ShouldHaveSingleItem().ShouldBeSameAs(services.GetRequiredService<WriteBehind>());
    }
}
