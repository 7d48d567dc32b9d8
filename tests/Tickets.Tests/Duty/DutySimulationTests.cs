using System.Globalization;
using Hotline.Testkit;
using Hotline.Tickets.Duty;

namespace Hotline.Tickets.Tests.Duty;

/// <summary>
/// Random facts, also such as no telephone tells: whatever comes, one is rung at a time, no line stays up, and it comes to its end. A seed that
/// fails is named.
/// </summary>
public sealed class DutySimulationTests
{
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("HOTLINE_SEEDS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    [Requirement("URG-05", Shows = "duty phones are rung at night and on holidays as on any day")]
    public void Every_seed_rings_one_at_a_time_in_order_and_comes_to_its_end()
    {
        HashSet<DutyState> ends = [];
        HashSet<DutyResult> results = [];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var call = new Telephone(seed).Run();
            ends.Add(call.State);
            results.UnionWith(call.Attempts.Select(attempt => attempt.Result!.Value));
        }
        ends.ShouldBe([DutyState.Acknowledged, DutyState.Exhausted, DutyState.Settled, DutyState.Stopped], ignoreOrder: true);
        results.ShouldBe(Enum.GetValues<DutyResult>(), ignoreOrder: true);
    }

    /// <summary>Asterisk and the people behind it, as far as a call of ours meets them.</summary>
    private sealed class Telephone(int seed)
    {
        private readonly Random _chance = new(seed);
        private readonly Dictionary<int, bool> _lines = [];
        private readonly HashSet<int> _rung = [];

        // Any moment of the year: nights and holidays are as any other.
        private DateTimeOffset _now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(seed * 251);

        private DutyCall _call = new DutyFlow([.. Enumerable.Range(1, 1 + (seed % 3)).Select(n => new DutyPerson($"p{n}", $"{n}", "carrier"))]).Call;

        public DutyCall Run()
        {
            _call = _call with { NextAt = _now, StartedAt = _now };
            for (var step = 0; _call.NextAt is not null || _lines.Count > 0; step++)
            {
                step.ShouldBeLessThan(2000, $"seed {seed} comes to no end");
                Apply(Chance());
            }
            _call.IsLive.ShouldBeFalse($"seed {seed}");
            _call.EndedAt.ShouldNotBeNull($"seed {seed}");
            _call.Attempts.ShouldAllBe(attempt => !attempt.IsOpen);
            var acknowledged = _call.Attempts.Any(attempt => attempt.Result == DutyResult.Acknowledged);
            (_call.State == DutyState.Acknowledged).ShouldBe(acknowledged, $"seed {seed}");
            return _call;
        }

        private DutyFact Chance()
        {
            var attempt = Math.Max(1, _call.Attempts.Count - (_chance.Next(8) == 0 ? 1 : 0));
            switch (_chance.Next(12))
            {
                case 0 when _lines.TryGetValue(attempt, out var up) && !up:
                    _lines[attempt] = true;
                    return new DutyFact.Answered(attempt);
                case 1:
                    return new DutyFact.KeyPressed(attempt, "1223#"[_chance.Next(5)]);
                case 2 when _lines.Remove(attempt):
                    return new DutyFact.LineEnded(attempt, (DutyResult)_chance.Next((int)DutyResult.NoAnswer, (int)DutyResult.NoKey));
                case 3:
                    return new DutyFact.ReadingEnded(attempt, _chance.Next(4));
                case 4 when _chance.Next(4) == 0:
                    if (_chance.Next(2) == 0)
                    {
                        _lines.Clear(); // Asterisk itself was away
                    }
                    return new DutyFact.LinesSeen(new Dictionary<int, bool>(_lines));
                case 5 when _chance.Next(10) == 0:
                    return new DutyFact.NextWished("3001");
                case 6 when _chance.Next(40) == 0:
                    return new DutyFact.StopWished("3001");
                case 7 when _chance.Next(40) == 0:
                    return new DutyFact.TaskSettled();
                default:
                    _now = _call.NextAt is { } next && next > _now && _chance.Next(2) == 0 ? next : _now.AddSeconds(_chance.Next(20));
                    return new DutyFact.Due();
            }
        }

        private void Apply(DutyFact fact)
        {
            List<DutyVerb> verbs = [];
            var before = _call;
            _call = DutyRules.Apply(_call, fact, _now, DutyFlow.Limits, verbs);
            verbs.ForEach(Do);
            _call.Attempts.Count(attempt => attempt.IsOpen).ShouldBeLessThanOrEqualTo(1, $"seed {seed}");
            _lines.Keys.ShouldBeSubsetOf([.. new[] { _call.Open?.No ?? 0, Thanked }], $"seed {seed}: a line stays up that nobody needs");
            before.Attempts.Where(attempt => !attempt.IsOpen).ShouldBe(_call.Attempts.Take(before.Attempts.Count(attempt => !attempt.IsOpen)),
                $"seed {seed}: what is over was changed");
            (_call.IsLive == _call.EndedAt is null).ShouldBeTrue($"seed {seed}");
            _call.NextAt.HasValue.ShouldBe(_call.IsLive || (_call.State == DutyState.Acknowledged && _call.NextAt.HasValue), $"seed {seed}");
        }

        private int Thanked => _call is { State: DutyState.Acknowledged, NextAt: not null } ? _call.Attempts[^1].No : 0;

        private void Do(DutyVerb verb)
        {
            switch (verb)
            {
                case DutyVerb.Ring ring:
                    _call.IsLive.ShouldBeTrue($"seed {seed}");
                    _rung.Add(ring.Attempt).ShouldBeTrue($"seed {seed}: attempt {ring.Attempt} is rung twice");
                    _lines[ring.Attempt] = false;
                    break;
                case DutyVerb.Read read:
                    (_lines.TryGetValue(read.Attempt, out var up) && up).ShouldBeTrue($"seed {seed}: read to nobody");
                    break;
                case DutyVerb.HangUp hangUp:
                    _lines.Remove(hangUp.Attempt);
                    break;
            }
        }
    }
}
