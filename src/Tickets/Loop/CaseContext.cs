namespace Hotline.Tickets.Loop;

/// <summary>What a rule must know and the ticket does not say: facts of the moment, gathered before.</summary>
public sealed record CaseContext
{
    public required ICaseClock Clock { get; init; }

    public LoopPolicy Policy { get; init; } = LoopPolicy.Default;

    /// <summary>The units that the command names, by code; one that is not here is unknown.</summary>
    public IReadOnlyDictionary<string, UnitFacts> Units { get; init; } = new Dictionary<string, UnitFacts>();

    /// <summary>The category of the ticket is in the city's tree.</summary>
    public bool CategoryIsKnown { get; init; } = true;

    /// <summary>Units that a precedent binds to this kind of matter (参照办理先例, RET-04).</summary>
    public IReadOnlyList<string> PrecedentUnits { get; init; } = [];

    /// <summary>Another ticket of the same caller and matter is a final case (REP-03).</summary>
    public bool HasFinalCase { get; init; }

    /// <summary>How many earlier tickets of the same caller and matter are closed (REP-01).</summary>
    public int EarlierClosed { get; init; }

    /// <summary>The ticket to merge into; null where the command names none, or it is not there.</summary>
    public MergeTarget? MergeTarget { get; init; }

    /// <summary>The city's distance from UTC.</summary>
    public TimeSpan CityOffset { get; init; } = TimeSpan.FromHours(8);
}

/// <summary>What is known of a unit at the moment of the command.</summary>
/// <param name="IsActive">It takes tickets.</param>
/// <param name="HasContact">A contact (联络员) is named and there (TKT-18).</param>
/// <param name="LevelIsAllowed">Its area and level may have this matter (the ban list of the grass roots).</param>
/// <param name="IsStation">It is a county's work station.</param>
/// <param name="Station">Code of the station it stands under; null for none.</param>
public sealed record UnitFacts(
    bool IsActive = true, bool HasContact = true, bool LevelIsAllowed = true, bool IsStation = false, string? Station = null);

/// <summary>The ticket that another is to be merged into.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsOpen">It has not ended.</param>
public sealed record MergeTarget(string Id, bool IsOpen);

/// <summary>The numbers of the loop that are a city's.</summary>
/// <param name="RedosBeforeCoordination">After so many redos the next one goes to the group; null: never.</param>
/// <param name="EarlierForFinal">So many earlier closed tickets a final case needs (REP-01).</param>
/// <param name="FilesDefaults">What closes without a rating is filed at once (REV-04).</param>
public sealed record LoopPolicy(int? RedosBeforeCoordination, int EarlierForFinal, bool FilesDefaults)
{
    /// <summary>3 redos, 2 earlier tickets; filed at once.</summary>
    public static readonly LoopPolicy Default = new(3, 2, true);
}
