using System.Diagnostics.Metrics;
using Hotline.AgentHub.Screens;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Telephony.Capture;
using Hotline.Upkeep;
using OpenTelemetry.Metrics;

namespace Hotline.AgentHub.Health;

/// <summary>
/// The server's figures for whoever watches it over time: at <c>/metrics</c> in Prometheus' words, for requests from this machine; and by
/// OTLP where OTEL_EXPORTER_OTLP_ENDPOINT says so. No figure names a person, a number or a ticket.
/// </summary>
internal sealed class HotlineMeter
{
    public const string Name = "Hotline";
    private const string LocalOnly = "local";
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public HotlineMeter(
        IMeterFactory meters, FloorLoop loop, FloorFigures floor, TruthBook truth, WriteBehind writes, FloorJournal journal, ScreenFaults screens,
        ServiceFaults services, SipCapture capture, GcPauses pauses)
    {
#pragma warning disable CA2000 // It is the factory's, which ends with the server.
        var meter = meters.Create(Name);
#pragma warning restore CA2000
        void Now(string name, string text, Func<double> value, string? unit = null) => meter.CreateObservableGauge(name, value, unit, text);
        void Count(string name, string text, Func<long> value) => meter.CreateObservableCounter(name, value, description: text);

        Now("hotline.calls", "Calls on the floor", () => floor.Calls);
        Now("hotline.agents", "Agents who are signed in", () => floor.Agents);
        Count("hotline.inputs", "Facts that the floor took", () => floor.Inputs);
        Now("hotline.inputs.backlog", "Facts that wait for the floor", () => loop.Backlog);
        Now("hotline.inputs.wait.p99", "How long a fact waits", () => floor.Lag.At(HealthApi.P99).TotalSeconds, "s");
        Now("hotline.inputs.wait.longest", "The longest wait of a fact", () => floor.Lag.Longest.TotalSeconds, "s");
        Now("hotline.inputs.work.p99", "How long the work on a fact takes", () => floor.Apply.At(HealthApi.P99).TotalSeconds, "s");
        Now("hotline.inputs.work.longest", "The longest work on a fact", () => floor.Apply.Longest.TotalSeconds, "s");
        Count("hotline.anomalies", "Facts that did not fit", () => floor.Anomalies);
        Count("hotline.effects.failed", "Verbs and pictures that could not be handed out", () => floor.NotHanded);
        Count("hotline.screens.not_drawn", "Pictures that could not be drawn", () => screens.NotDrawnCount);
        Count("hotline.screens.not_sent", "Pictures that did not arrive", () => screens.NotSentCount);
        Now("hotline.writes.pending", "Rows on their way to the database", () => writes.Pending);
        Count("hotline.writes.lost", "Rows that the database refused", () => writes.Lost);
        Now("hotline.database.up", "1 while the database answers", () => writes.Healthy ? 1 : 0);
        Count("hotline.journal.dropped", "Facts that the journal could not keep", () => journal.Dropped);
        Count("hotline.calls.turned_away", "Calls that Asterisk turned away before anybody could wait", () => floor.TurnedAway);
        Count("hotline.sip.strangers", "Calls refused that came from no trunk's address", () => capture.Strangers);
        Count("hotline.sip.unanswered", "SIP requests that Asterisk never answered", () => capture.Unanswered);
        Count("hotline.ledger.gaps", "Calls that Asterisk's book knew and the ledger did not", () => floor.LedgerGaps);
        Count("hotline.mended", "Differences between floor, Asterisk and ledger that were made to agree", () => truth.Total);
        Now("hotline.gc.pause.longest", "The longest pause for the garbage collector", () => pauses.Longest.TotalSeconds, "s");
        meter.CreateObservableCounter("hotline.service.falls",
            () => services.All.Select(f => new Measurement<long>(f.Count, new KeyValuePair<string, object?>("service", f.Service))),
            description: "Falls of background services, each of which began again");
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<HotlineMeter>();
        services.AddAuthorizationBuilder().AddPolicy(LocalOnly, policy => policy.RequireAssertion(asked =>
            asked.Resource is HttpContext { Connection.RemoteIpAddress: { } address } && System.Net.IPAddress.IsLoopback(address)));
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddPrometheusExporter();
            if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OtlpEndpoint)))
            {
                metrics.AddOtlpExporter();
            }
        });
    }

    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<HotlineMeter>();
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(LocalOnly);
    }
}
