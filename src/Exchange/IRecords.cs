using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>The way out to whatever keeps the calls. Never waits; repeating an entry is safe.</summary>
public interface IRecords
{
    /// <param name="at">When the fact was that caused it.</param>
    /// <param name="effect">An entry of the ledger, a draft, the end of a ticket; all others are passed over.</param>
    void Write(DateTimeOffset at, Effect effect);
}
