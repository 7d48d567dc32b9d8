namespace Hotline.Tickets.Duty;

/// <summary>The steps that a fact may make a call take.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Limits">The city's.</param>
/// <param name="Verbs">What is to be done.</param>
internal readonly record struct DutyMove(DateTimeOffset Now, DutyLimits Limits, ICollection<DutyVerb> Verbs)
{
    /// <summary>Rings whose turn it is.</summary>
    public DutyCall Ring(DutyCall call)
    {
        var attempt = new DutyAttempt { No = call.Attempts.Count + 1, Round = call.Round, Person = call.NextPerson, At = Now };
        Verbs.Add(new DutyVerb.Ring(attempt.No, call.People[attempt.Person]));
        return call with { State = DutyState.Calling, Attempts = [.. call.Attempts, attempt], NextAt = Now + Limits.Ring };
    }

    /// <summary>Reads the notice to him, once more or for the first time.</summary>
    public DutyCall Read(DutyCall call, DutyAttempt open)
    {
        var reading = open.Readings + 1;
        Verbs.Add(new DutyVerb.Read(open.No, reading));
        return Put(call, open with { Readings = reading, Listening = false }) with { NextAt = Now + Limits.Reading };
    }

    /// <summary>Waits for a key.</summary>
    public DutyCall Listen(DutyCall call, DutyAttempt open) =>
        Put(call, open with { Listening = true }) with { NextAt = Now + Limits.KeyWait };

    /// <summary>He pressed 1: it is done.</summary>
    public DutyCall Acknowledge(DutyCall call, DutyAttempt open)
    {
        Verbs.Add(new DutyVerb.Thank(open.No, open.Readings));
        return Close(call, open, DutyResult.Acknowledged) with { State = DutyState.Acknowledged, EndedAt = Now, NextAt = Now + Limits.Thanks };
    }

    /// <summary>This one did not acknowledge: the next on the list is rung at once; after the last there is a pause, or an end.</summary>
    public DutyCall PassOn(DutyCall call, DutyAttempt open, DutyResult result, bool isGone = false)
    {
        if (!isGone)
        {
            Verbs.Add(new DutyVerb.HangUp(open.No));
        }
        var passed = Close(call, open, result);
        if (open.Person + 1 < call.People.Count)
        {
            return Ring(passed with { NextPerson = open.Person + 1 });
        }
        if (call.Round >= Limits.Rounds)
        {
            Verbs.Add(new DutyVerb.Tell(DutyNotice.Exhausted));
            return passed with { State = DutyState.Exhausted, EndedAt = Now, NextAt = null };
        }
        if (call.Round == 1)
        {
            Verbs.Add(new DutyVerb.Tell(DutyNotice.Unanswered));
        }
        return passed with { State = DutyState.Pausing, Round = call.Round + 1, NextPerson = 0, NextAt = Now + Limits.Pause };
    }

    /// <summary>The line is gone and nobody heard why: the same one is rung again.</summary>
    public DutyCall Interrupted(DutyCall call, DutyAttempt open)
    {
        var before = call.Attempts.Reverse().Skip(1).TakeWhile(a => a.Result == DutyResult.Interrupted && a.Person == open.Person).Count();
        return before + 1 >= DutyRules.InterruptionsMax
            ? PassOn(call, open, DutyResult.Interrupted, isGone: true)
            : Ring(Close(call, open, DutyResult.Interrupted));
    }

    /// <summary>Ends it.</summary>
    public DutyCall Finish(DutyCall call, DutyState state, string? by)
    {
        if (call.Open is { } open)
        {
            Verbs.Add(new DutyVerb.HangUp(open.No));
            call = Close(call, open with { EndedBy = by }, DutyResult.Ended);
        }
        return call with { State = state, StoppedBy = by, EndedAt = Now, NextAt = null };
    }

    private DutyCall Close(DutyCall call, DutyAttempt open, DutyResult result) =>
        Put(call, open with { Result = result, EndedAt = Now, Listening = false });

    private static DutyCall Put(DutyCall call, DutyAttempt attempt) =>
        call with { Attempts = [.. call.Attempts.Take(attempt.No - 1), attempt, .. call.Attempts.Skip(attempt.No)] };
}
