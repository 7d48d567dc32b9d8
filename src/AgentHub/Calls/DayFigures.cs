using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;

namespace Hotline.AgentHub.Calls;

/// <summary>The day so far, counted from the ledger: how many were answered, how fast, and who gave up. One count serves all who look.</summary>
internal sealed class DayFigures(CallLedger ledger, CityConfiguration city, SteadyClock clock)
{
    /// <summary>More than a city's busiest day has.</summary>
    private const int CallsMax = 50_000;
    private const int AbandonedMax = 50;
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    private Count? _last;

    public async Task<DayView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (_last is { } last && now - last.At <= GoodFor)
        {
            return last.View; // two who find it old count twice, and agree
        }
        var midnight = new DateTimeOffset(city.DateAt(now).ToDateTime(TimeOnly.MinValue), city.TimeZoneOffset);
        var view = Of(await ledger.OfDayAsync(city.Tenant, midnight, CallsMax, cancellationToken), city.AnsweredSoon);
        _last = new Count(now, view);
        return view;
    }

    /// <summary>Counts calls that asked for a human and know what became of it: one that still waits is none yet.</summary>
    internal static DayView Of(IReadOnlyList<CallOfDayRow> calls, TimeSpan soonEnough)
    {
        var asked = calls.Where(c => c.HumanAskedAt is not null && (c.AgentAnsweredAt is not null || c.TerminalState is not null)).ToList();
        var abandoned = asked.Where(c => c.AgentAnsweredAt is null && c.TerminalState == Abandoned).ToList();
        return new DayView(asked.Count, asked.Count(c => c.AgentAnsweredAt is not null),
            asked.Count(c => c.AgentAnsweredAt - c.HumanAskedAt <= soonEnough), (int)soonEnough.TotalSeconds, abandoned.Count,
            calls.Count(c => c.AgentAnsweredAt is not null && c.EndedAt is not null && c.Outcome is null),
            [.. abandoned.Take(AbandonedMax).Select(c => new AbandonedView(
                c.CallId, MaskedNumber.Of(c.Caller), c.Dialled, c.NumberName, c.HumanAskedAt!.Value, c.EndedAt ?? c.HumanAskedAt.Value))]);
    }

    private sealed record Count(DateTimeOffset At, DayView View);

    private static string Abandoned { get; } = char.ToLowerInvariant(nameof(TerminalState.Abandoned)[0]) + nameof(TerminalState.Abandoned)[1..];
}

/// <param name="Asked">Who asked for a human today and was answered or is gone.</param>
/// <param name="Answered">Of these by an agent.</param>
/// <param name="Soon">Of these within the seconds that the city counts as soon.</param>
/// <param name="SoonSeconds">How many these are.</param>
/// <param name="Abandoned">Who hung up while waiting.</param>
/// <param name="Unfinished">Calls that are over and have no outcome yet: it is being written, or was put off (CALL-07).</param>
/// <param name="LastAbandoned">The newest of these who hung up.</param>
public sealed record DayView(
    int Asked, int Answered, int Soon, int SoonSeconds, int Abandoned, int Unfinished, IReadOnlyList<AbandonedView> LastAbandoned);

/// <summary>A caller who hung up while waiting; the number is masked.</summary>
public sealed record AbandonedView(string CallId, string Caller, string Dialled, string Name, DateTimeOffset AskedAt, DateTimeOffset EndedAt);
