using System.Globalization;

namespace Hotline.Telephony.Ari;

/// <summary>
/// The greatest epoch that ever commanded a node, kept by the node itself. An older server that comes back to life (a frozen machine, a
/// line that was cut) would take the application from the one that took over; it looks here before it connects, and stays away.
/// </summary>
/// <param name="ari">The node.</param>
/// <param name="own">This start's number.</param>
internal sealed class NodeEpoch(AriClient ari, long own)
{
    /// <summary>A global variable of Asterisk: it ends with Asterisk, as the calls do.</summary>
    public const string Variable = "HOTLINE_EPOCH";

    /// <summary>True where somebody who was started later has commanded the node.</summary>
    /// <exception cref="HttpRequestException">The node is away.</exception>
    public async Task<bool> IsOutrankedAsync(CancellationToken cancellationToken)
    {
        var known = await ari.GetAsync($"asterisk/variable?variable={Variable}", AriJson.Default.AriValue, cancellationToken);
        return long.TryParse(known.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var greatest) && greatest > own;
    }

    public Task ClaimAsync(CancellationToken cancellationToken) => ari.SendAsync(
        new AriRequest(HttpMethod.Post, "asterisk/variable", new AriBody { Variable = Variable, Value = own.ToString(CultureInfo.InvariantCulture) }),
        cancellationToken);
}
