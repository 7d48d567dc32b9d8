using Hotline.Telephony;

namespace Hotline.AgentHub.Config;

/// <summary>What the telephony asks of the city when a call arrives.</summary>
internal sealed class CityArrivals(CityConfiguration city) : IArrivalRules
{
    /// <summary>The row for trunks without one of their own.</summary>
    private const string AnyTrunk = "*";

    public TrunkRules Of(string trunk) => city.Trunks.GetValueOrDefault(trunk) ?? city.Trunks.GetValueOrDefault(AnyTrunk) ?? TrunkRules.Usual;

    public string NormalCaller(string sent) => city.Callers.Normal(sent);

    public string? NumberOf(string trunk, string written, DateTimeOffset at) => city.Numbers.NumberOf(trunk, written, city.DateAt(at));
}
