using Hotline.Routing;

namespace Hotline.Telephony;

/// <summary>Where facts go. Bounded: a writer waits when it is full, since no event of the phone may be lost.</summary>
public interface IInbox
{
    /// <summary>Hands a fact to the floor's loop, in the order of the calls.</summary>
    ValueTask PostAsync(Input input, CancellationToken cancellationToken);
}
