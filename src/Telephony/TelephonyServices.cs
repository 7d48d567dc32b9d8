using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Hotline.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>Puts the room together for a host, which brings the two inboxes and the <see cref="IArrivalRules"/>.</summary>
public static class TelephonyServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="options">The node.</param>
    /// <param name="epoch">This start's number: greater than that of any start before it, on whatever machine.</param>
    public static IServiceCollection AddHotlineTelephony(this IServiceCollection services, AsteriskOptions options, long epoch)
    {
        services.TryAddSingleton<ServiceFaults>();
        services.AddSingleton(options);
        services.AddSingleton<IdSource>();
        services.AddSingleton<Replacement>();
        services.AddSingleton<AriClient>();
        services.AddSingleton(s => new NodeEpoch(s.GetRequiredService<AriClient>(), epoch));
        services.AddSingleton(new AriRequests(TelephonyNode.App));
        services.AddSingleton(new AmiOptions(options.AmiHost, options.AmiPort, options.AmiUser, options.AmiSecret, Events: "system"));
        services.AddSingleton<AmiConnection>();
        services.AddSingleton(s => new Recorder(s.GetRequiredService<AmiConnection>(), options, new LateInbox(s)));
        services.AddSingleton(new RecordingFiles(new Dictionary<NodeId, string> { [new NodeId(options.Node)] = options.Spool }));
        services.AddSingleton<FallbackQueue>();
        services.AddSingleton(s => new PhoneAccounts(s.GetRequiredService<AriClient>(), options));
        services.AddSingleton<EarlyMedia>();
        services.AddSingleton<DutyLines>();
        services.AddSingleton<IDutyLines>(s => s.GetRequiredService<DutyLines>());
        services.AddSingleton(s => new TelephonyOutbox(s.GetRequiredService<AriClient>(), s.GetRequiredService<AriRequests>(),
            s.GetRequiredService<Recorder>(), s.GetRequiredService<FallbackQueue>(), s.GetRequiredService<EarlyMedia>(),
            new LateInbox(s), s.GetRequiredService<NodeLag>(), s.GetRequiredService<ILogger<TelephonyOutbox>>()));
        services.AddSingleton<ITelephony>(s => s.GetRequiredService<TelephonyOutbox>());
        services.AddSingleton(s => new NodeCensus(
            options, s.GetRequiredService<AriClient>(), s.GetRequiredService<AmiConnection>(), s.GetRequiredService<IdSource>(),
            s.GetRequiredService<IArrivalRules>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<NodeLag>();
        services.AddSingleton(s => new SipCapture(
            options, s.GetRequiredService<IArrivalRules>(), s.GetRequiredService<NodeLag>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ServiceFaults>(), s.GetRequiredService<ILogger<SipCapture>>()));
        services.AddHostedService(s => s.GetRequiredService<SipCapture>());
        services.AddHostedService(s => new Admission(
            s.GetRequiredService<NodeLag>(), s.GetRequiredService<SipCapture>(),
            s.GetRequiredService<AriClient>(), s.GetRequiredService<TelephonyOutbox>(),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ServiceFaults>(), s.GetRequiredService<ILogger<Admission>>()));
        services.AddHostedService<PhonePresence>();
        services.AddHostedService<TelephonyNode>();
        return services;
    }

    /// <summary>The loop needs the way out and the way out needs the loop's inbox: this end is looked up when first used.</summary>
    private sealed class LateInbox(IServiceProvider services) : IInbox
    {
        private readonly Lazy<IInbox> _inbox = new(services.GetRequiredService<IInbox>);

        public ValueTask PostAsync(Input input, CancellationToken cancellationToken) => _inbox.Value.PostAsync(input, cancellationToken);
    }
}
