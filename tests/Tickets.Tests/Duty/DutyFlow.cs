using Hotline.Tickets.Duty;

namespace Hotline.Tickets.Tests.Duty;

/// <summary>One ringing of a unit's duty phones, and the hand on its clock.</summary>
internal sealed class DutyFlow
{
    internal static readonly DutyLimits Limits = new()
    {
        Ring = TimeSpan.FromSeconds(30), Pause = TimeSpan.FromMinutes(5), Rounds = 2, Readings = 2, KeyWait = TimeSpan.FromSeconds(5),
    };

    internal static readonly DutyPerson Zhang = new("张三", "13900000001", "carrier"), Li = new("李四", "13900000002", "carrier");

    internal DutyFlow(params DutyPerson[] people) => Call = new DutyCall
    {
        Ticket = "t-1",
        Task = 1,
        Unit = "water",
        Number = "410200-20261001-1-000123",
        Urgency = Urgency.SpecialUrgent,
        People = people.Length > 0 ? people : [Zhang, Li],
        State = DutyState.Calling,
        NextAt = Now,
        StartedAt = Now,
    };

    internal DutyCall Call { get; private set; }
    internal DateTimeOffset Now { get; private set; } = new(2026, 9, 30, 18, 0, 0, TimeSpan.Zero); // 02:00 on 1 October in the city

    /// <summary>A fact comes in; these verbs go out, as words.</summary>
    internal DutyFlow On(DutyFact fact, params string[] verbs)
    {
        List<DutyVerb> told = [];
        Call = DutyRules.Apply(Call, fact, Now, Limits, told);
        told.Select(Word).ShouldBe(verbs);
        return this;
    }

    /// <summary>So much later the moment has come that it waits for.</summary>
    internal DutyFlow After(TimeSpan time, params string[] verbs)
    {
        Now += time;
        return On(new DutyFact.Due(), verbs);
    }

    internal DutyFlow Begun() => On(new DutyFact.Due(), "ring 1 张三");

    internal DutyFlow Is(DutyState state, params DutyResult?[] results)
    {
        Call.State.ShouldBe(state);
        Call.Attempts.Select(attempt => attempt.Result).ShouldBe(results);
        return this;
    }

    private static string Word(DutyVerb verb) => verb switch
    {
        DutyVerb.Ring v => $"ring {v.Attempt} {v.Whom.Name}",
        DutyVerb.Read v => $"read {v.Attempt}.{v.Reading}",
        DutyVerb.Thank v => $"thank {v.Attempt}",
        DutyVerb.HangUp v => $"hang up {v.Attempt}",
        DutyVerb.Tell v => $"tell {v.What}",
        _ => throw new System.Diagnostics.UnreachableException($"{verb}"),
    };
}
