namespace Hotline.Exchange;

/// <summary>Where two books differed.</summary>
public enum Difference
{
    /// <summary>A leg that the floor held was gone.</summary>
    LegGone,

    /// <summary>A leg of ours that the floor did not know.</summary>
    LegUnknown,

    /// <summary>A phone was registered and the floor did not know, or the other way round.</summary>
    PhoneState,

    /// <summary>A bridge without a call.</summary>
    Bridge,

    /// <summary>ARI and the manager interface list different channels.</summary>
    Lists,

    /// <summary>A row of the ledger was open, its call over.</summary>
    LedgerOpen,

    /// <summary>Asterisk's own book (CEL) knew a call that the ledger did not.</summary>
    LedgerMissing,
}

/// <summary>How often floor, Asterisk and ledger differed today, and were made to agree. The shift leader sees it.</summary>
public sealed class TruthBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Difference, int> _today = [];
    private DateOnly _day;

    /// <summary>When all books were last laid side by side; null before the first time.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>Counts over the process's life, for the engineer on call.</summary>
    public long Total { get; private set; }

    public void Looked(DateTimeOffset at)
    {
        lock (_lock)
        {
            LookedAt = at;
        }
    }

    /// <param name="day">The city's date.</param>
    /// <param name="difference">Of what kind.</param>
    /// <param name="count">How many; zero changes nothing.</param>
    public void Note(DateOnly day, Difference difference, int count = 1)
    {
        lock (_lock)
        {
            Begin(day);
            if (count > 0)
            {
                _today[difference] = _today.GetValueOrDefault(difference) + count;
                Total += count;
            }
        }
    }

    /// <summary>The counts of the day, by kind; kinds without any are left out.</summary>
    public IReadOnlyList<(Difference Kind, int Count)> Of(DateOnly day)
    {
        lock (_lock)
        {
            Begin(day);
            return [.. _today.OrderBy(d => d.Key).Select(d => (d.Key, d.Value))];
        }
    }

    private void Begin(DateOnly day)
    {
        if (day > _day)
        {
            _day = day;
            _today.Clear();
        }
    }
}
