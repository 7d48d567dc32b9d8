using System.Reflection;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Trail;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Health;

/// <summary>/healthz for the one who started us, the watchdog, and the engineer on call.</summary>
internal static class HealthApi
{
    /// <summary>Whether calls can be taken (<paramref name="Ready"/>; else 503), and what is degraded, in words for people.</summary>
    public sealed record HealthView(bool Live, bool Ready, IReadOnlyList<string> Degraded, string Version, int Calls, int Agents,
        HealthFigures Figures);

    /// <summary>Times in milliseconds, over the process's life: a fact's stay in the inbox, the work on it, the collector's pauses.</summary>
    public sealed record HealthFigures(
        long Inputs, int Backlog, double LagP99Ms, double LagLongestMs, double ApplyP99Ms, double ApplyLongestMs, double GcLongestMs, long MemoryMb,
        long Anomalies, int PendingWrites, long LostWrites, long LedgerGaps, long JournalDropped, long Mended, DateTimeOffset? ComparedAt,
        long EffectsFailed, long ScreensNotDrawn, IReadOnlyDictionary<string, long> ServiceFalls);

    public const double P99 = 0.99;
    private static readonly string Version =
        typeof(HealthApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/healthz", async Task<IResult> (
        FloorLoop loop, AsteriskOptions asterisk, FloorFigures figures, GcPauses pauses, TruthBook book, WriteBehind writes, FloorJournal journal,
        AgentDirectory directory, ScreenFaults screens, ServiceFaults services, CityConfiguration city, TrailState trail,
        LiveCalendar calendar, SteadyClock clock,
        CancellationToken cancellationToken) =>
    {
        var telephony = await loop.ReadAsync(f => f.NodeIsUp(new NodeId(asterisk.Node)), cancellationToken);
        List<string> degraded = [];
        if (!telephony)
        {
            degraded.Add(Text.Of("degraded.telephony"));
        }
        if (!writes.Healthy || !directory.IsLoaded)
        {
            degraded.Add(Text.Of("degraded.database"));
        }
        if (city.Outdated is { } outdated)
        {
            degraded.Add(outdated);
        }
        if (calendar.AlarmAt(clock.Now) is { } alarm)
        {
            degraded.Add(alarm);
        }
        if (trail.Faults > 0)
        {
            degraded.Add(Text.Of("degraded.audit"));
        }
        if (journal.Dropped > 0)
        {
            degraded.Add(Text.Of("degraded.journal"));
        }
        var view = new HealthView(true, telephony, degraded, Version, figures.Calls, figures.Agents, new HealthFigures(
            figures.Inputs, loop.Backlog, figures.Lag.At(P99).TotalMilliseconds, figures.Lag.Longest.TotalMilliseconds,
            figures.Apply.At(P99).TotalMilliseconds, figures.Apply.Longest.TotalMilliseconds, pauses.Longest.TotalMilliseconds,
            Environment.WorkingSet >> 20, figures.Anomalies, writes.Pending, writes.Lost, figures.LedgerGaps, journal.Dropped, book.Total,
            book.LookedAt,
            figures.NotHanded, screens.NotDrawnCount, services.All.ToDictionary(f => f.Service, f => f.Count)));
        return TypedResults.Json(view, statusCode: telephony ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).WithTags("health").NeedsNothing();
}
