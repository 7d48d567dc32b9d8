using Hotline.Routing;

namespace Hotline.Telephony;

/// <summary>The way out to the phones.</summary>
public interface ITelephony
{
    /// <summary>Queues an effect of the phone. Never waits; what cannot be done comes back as a fact.</summary>
    void Send(Effect effect);
}
