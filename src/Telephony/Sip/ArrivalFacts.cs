namespace Hotline.Telephony.Sip;

/// <summary>
/// What the INVITE said, as the dialplan hands it over (asterisk-config/extensions.conf, [arrival]): names and escaped values in one
/// argument of Stasis(), so that a restart finds it again on the channel.
/// </summary>
internal sealed class ArrivalFacts
{
    /// <summary>No dialplan of ours writes more; what is longer is passed over.</summary>
    private const int LengthMax = 8_192;
    private readonly List<(string Name, string Value)> _values = [];

    public static ArrivalFacts None { get; } = new();

    public bool IsEmpty => _values.Count == 0;

    /// <summary>The request's address, where it was no number.</summary>
    public string? Unread => Of("asked").FirstOrDefault();

    /// <summary>All values of a header that were not empty, in the order of the message.</summary>
    public IEnumerable<string> Of(string name) => _values.Where(v => v.Name == name).Select(v => v.Value);

    public static ArrivalFacts Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > LengthMax)
        {
            return None;
        }
        var facts = new ArrivalFacts();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < part.Length - 1)
            {
                facts._values.Add((part[..equals], Uri.UnescapeDataString(part[(equals + 1)..])));
            }
        }
        return facts;
    }
}
