namespace Hotline.Tickets.Duty;

/// <summary>
/// One door: a fact comes in, the call as it is then and the verbs go out. A fact that comes late, twice or of an attempt that is over
/// changes nothing; a line that nobody needs is hung up.
/// </summary>
public static class DutyRules
{
    /// <summary>The keys that he is told of.</summary>
    public const char AcknowledgeKey = '1', RepeatKey = '2';

    /// <summary>Who was interrupted so often in a row is passed over: what breaks when he is rung must not keep the next from being rung.</summary>
    public const int InterruptionsMax = 3;

    /// <summary>What a fact makes of a call.</summary>
    /// <param name="call">The call as it stands.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="now">The moment.</param>
    /// <param name="limits">The city's.</param>
    /// <param name="verbs">Gets what is to be done, in order.</param>
    public static DutyCall Apply(DutyCall call, DutyFact fact, DateTimeOffset now, DutyLimits limits, ICollection<DutyVerb> verbs)
    {
        ArgumentNullException.ThrowIfNull(call);
        var move = new DutyMove(now, limits, verbs);
        return fact switch
        {
            DutyFact.Due when call.NextAt <= now => Due(call, move),
            DutyFact.Due => call,
            DutyFact.Answered f => Answered(call, f.Attempt, move),
            DutyFact.ReadingEnded f => ReadingEnded(call, f, move),
            DutyFact.KeyPressed f => Pressed(call, f, move),
            DutyFact.LineEnded f => LineEnded(call, f, move),
            DutyFact.LinesSeen f => Seen(call, f.Lines, move),
            DutyFact.TaskSettled => call.IsLive ? move.Finish(call, DutyState.Settled, by: null) : call,
            DutyFact.StopWished f => call.IsLive ? move.Finish(call, DutyState.Stopped, f.By) : call,
            DutyFact.NextWished f => call.IsLive ? Next(call, f.By, move) : call,
            _ => throw new System.Diagnostics.UnreachableException($"{fact}"),
        };
    }

    private static DutyCall Due(DutyCall call, DutyMove move)
    {
        if (!call.IsLive)
        {
            move.Verbs.Add(new DutyVerb.HangUp(call.Attempts[^1].No)); // the thanks took too long
            return call with { NextAt = null };
        }
        return call.Open switch
        {
            null => move.Ring(call),
            { AnsweredAt: null } open => move.PassOn(call, open, DutyResult.NoAnswer),
            { Listening: false } open when !IsTalkedOut(open, move) => move.Listen(call, open),
            { Listening: true } open when open.Readings < move.Limits.Readings && !IsTalkedOut(open, move) => move.Read(call, open),
            { } open => move.PassOn(call, open, DutyResult.NoKey),
        };
    }

    private static bool IsTalkedOut(DutyAttempt open, DutyMove move) => open.AnsweredAt + move.Limits.Talk <= move.Now;

    private static DutyCall Answered(DutyCall call, int attempt, DutyMove move)
    {
        if (call.Open is { AnsweredAt: null } open && open.No == attempt)
        {
            return move.Read(call, open with { AnsweredAt = move.Now });
        }
        if (call.Open?.No != attempt)
        {
            move.Verbs.Add(new DutyVerb.HangUp(attempt)); // it was given up while he answered
        }
        return call;
    }

    private static DutyCall ReadingEnded(DutyCall call, DutyFact.ReadingEnded fact, DutyMove move)
    {
        if (fact.Reading == 0 && call is { State: DutyState.Acknowledged, NextAt: not null, Attempts: [.., var last] } && last.No == fact.Attempt)
        {
            move.Verbs.Add(new DutyVerb.HangUp(fact.Attempt));
            return call with { NextAt = null };
        }
        return call.Open is { Listening: false } open && open.No == fact.Attempt && open.Readings == fact.Reading && fact.Reading > 0
            ? move.Listen(call, open)
            : call;
    }

    private static DutyCall Pressed(DutyCall call, DutyFact.KeyPressed fact, DutyMove move) =>
        call.Open is not { AnsweredAt: not null } open || open.No != fact.Attempt ? call : fact.Key switch
        {
            AcknowledgeKey => move.Acknowledge(call, open),
            RepeatKey => move.Read(call, open),
            _ => call,
        };

    private static DutyCall LineEnded(DutyCall call, DutyFact.LineEnded fact, DutyMove move) =>
        call.Open is { } open && open.No == fact.Attempt
            ? move.PassOn(call, open, open.AnsweredAt is null ? fact.Why : DutyResult.NoKey, isGone: true)
        : !call.IsLive && call.Attempts is [.., var last] && last.No == fact.Attempt ? call with { NextAt = null }
        : call;

    private static DutyCall Seen(DutyCall call, IReadOnlyDictionary<int, bool> lines, DutyMove move)
    {
        foreach (var stray in lines.Keys.Where(no => no != call.Open?.No).Order())
        {
            move.Verbs.Add(new DutyVerb.HangUp(stray));
        }
        return call.Open switch
        {
            null => call.IsLive ? call : call with { NextAt = null },
            { } open when !lines.TryGetValue(open.No, out var up) => move.Interrupted(call, open),
            { AnsweredAt: null } open => lines[open.No] ? Answered(call, open.No, move) : call,
            { } open => move.Read(call, open), // what he heard of it meanwhile, or pressed, nobody knows
        };
    }

    private static DutyCall Next(DutyCall call, string by, DutyMove move) => call.Open is { } open
        ? move.PassOn(call, open with { EndedBy = by }, DutyResult.Ended)
        : move.Ring(call);
}
