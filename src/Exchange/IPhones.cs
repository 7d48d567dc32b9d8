using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>The way out to the phones, as the loop sees it.</summary>
public interface IPhones
{
    /// <summary>Takes those effects of one fact that are the phone's. Never waits; what cannot be done comes back as a fact.</summary>
    void Send(IReadOnlyList<Effect> effects);
}
