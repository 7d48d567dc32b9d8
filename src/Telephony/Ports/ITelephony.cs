using Hotline.Routing;

namespace Hotline.Telephony;

/// <summary>The way out to the phones.</summary>
public interface ITelephony
{
    /// <summary>Queues those effects of one fact that are the phone's. Never waits; what cannot be done comes back as a fact.</summary>
    void Send(IReadOnlyList<Effect> effects);
}
