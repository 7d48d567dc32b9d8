namespace Hotline.Telephony.Ami;

/// <summary>Where the manager interface is and as whom we come.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">TCP port.</param>
/// <param name="User">A user of manager.conf.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="Events">Which classes of events to send ("system"), or "off".</param>
public sealed record AmiOptions(string Host, int Port, string User, string Secret, string Events = "off")
{
    /// <summary>An action is sent and answered within this time, or fails. Asterisk answers in milliseconds; what takes longer is lost.</summary>
    public TimeSpan ActionTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a silent connection is asked whether it lives.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(2);
}
