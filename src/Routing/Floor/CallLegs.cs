using System.Diagnostics.CodeAnalysis;

namespace Hotline.Routing;

/// <summary>
/// All legs that stand, by their ids; and the one place where a leg begins, is answered, ends, or is hung up. What was is kept on the call
/// (<see cref="Call.Legs"/>), for the ledger.
/// </summary>
internal sealed class CallLegs(Floor floor)
{
    private readonly Dictionary<LegId, Call> _standing = [];

    public IReadOnlyCollection<LegId> Standing => _standing.Keys;

    public bool Stands(LegId leg) => _standing.ContainsKey(leg);

    /// <summary>Finds the call of a leg that stands, and the leg.</summary>
    public bool TryFind(LegId id, [NotNullWhen(true)] out Call? call, out CallLeg leg)
    {
        leg = default;
        return _standing.TryGetValue(id, out call) && call.TryFindLeg(id, out leg);
    }

    /// <summary>A leg of this call begins: a citizen's that came, or one that we dial.</summary>
    public void Begin(Call call, in CallLeg leg)
    {
        _standing[leg.Id] = call;
        call.Put(leg);
    }

    public void Rang(Call call, in CallLeg leg) => call.Put(leg with { RangAt = leg.RangAt ?? floor.Now });

    public CallLeg Answered(Call call, in CallLeg leg) => call.Put(leg with { AnsweredAt = leg.AnsweredAt ?? floor.Now });

    /// <summary>A leg is gone by itself.</summary>
    /// <returns>The leg as it was at its end.</returns>
    public CallLeg Ended(Call call, in CallLeg leg, int? cause)
    {
        _standing.Remove(leg.Id);
        return call.Put(leg with { EndedAt = floor.Now, Cause = cause });
    }

    /// <summary>Hangs a leg up that stands; nothing where it does not.</summary>
    public void HangUp(Call call, LegId? id, int cause = HangupCause.NormalClearing)
    {
        if (id is { } leg && call.TryFindLeg(leg, out var standing) && standing.Stands)
        {
            Ended(call, standing, cause);
            floor.Emit(new Effect.HangUp(call.Id, leg, cause));
        }
    }

    /// <summary>Hangs up everything that stands, the citizen last.</summary>
    public void HangUpAll(Call call)
    {
        for (var i = call.Legs.Count - 1; i >= 0; i--)
        {
            HangUp(call, call.Legs[i].Id);
        }
    }

    /// <summary>Puts the legs of a restored call into the index; of one that was written before legs had roles they are made.</summary>
    public void Restore(Call call)
    {
        OldImage.NameLegs(call);
        foreach (var leg in call.Legs.Where(l => l.Stands))
        {
            _standing[leg.Id] = call;
        }
    }
}
