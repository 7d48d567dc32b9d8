using Hotline.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hotline.Persistence;

/// <summary>What this project gives to a host.</summary>
public static class PersistenceServices
{
    /// <summary>
    /// Adds the database, its stores and the write-behind. Call it before services that write while they stop: hosted
    /// services stop in the opposite order, and the write-behind should be the last.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="database">Which database.</param>
    /// <param name="spillFolder">Where writes are kept that the database has not got; made where it is missing.</param>
    /// <param name="seal">How they lie there.</param>
    public static IServiceCollection AddHotlinePersistence(
        this IServiceCollection services, DatabaseOptions database, string spillFolder, SpillSeal? seal = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ServiceFaults>();
        services.AddSingleton(provider => Database.Open(database, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CallLedger>();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<TicketCommands>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CalendarStore>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<DutyCallStore>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<AgentStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton(new WriteBehindOptions { SpillFolder = spillFolder, Seal = seal });
        services.AddSingleton<WriteBehind>();
        services.AddHostedService(provider => provider.GetRequiredService<WriteBehind>());
        return services;
    }
}
