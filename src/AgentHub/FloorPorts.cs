using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub;

/// <summary>The loop's effects go out by Telephony. Neither room knows the other.</summary>
internal sealed class FloorPhones(ITelephony telephony) : IPhones
{
    public void Send(IReadOnlyList<Effect> effects) => telephony.Send(effects);
}

/// <summary>Telephony's facts come in to the loop.</summary>
internal sealed class FloorInbox(FloorLoop loop) : IInbox
{
    public ValueTask PostAsync(Input input, CancellationToken cancellationToken) => loop.PostAsync(input, cancellationToken);
}
