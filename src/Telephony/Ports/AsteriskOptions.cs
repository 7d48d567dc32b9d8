namespace Hotline.Telephony;

/// <summary>One Asterisk node, as hotline.json names it under "asterisk".</summary>
public sealed record AsteriskOptions
{
    /// <summary>Its <c>systemname</c>.</summary>
    public required string Node { get; init; }

    /// <summary>Base of its HTTP server, for example http://127.0.0.1:8088.</summary>
    public required string Http { get; init; }
    public required string User { get; init; }
    public required string Password { get; init; }

    /// <summary>Where agents' browsers register: ws:// or wss://.</summary>
    public required string PhoneWebSocket { get; init; }
    public required string PhoneDomain { get; init; }
    public required string AmiHost { get; init; }
    public required int AmiPort { get; init; }
    public required string AmiUser { get; init; }
    public required string AmiSecret { get; init; }

    /// <summary>Asterisk's spool folder; recordings lie in its sub-folder <c>monitor</c>.</summary>
    public required string Spool { get; init; }

    /// <summary>The CEL file that the auditor reads; empty where there is none.</summary>
    public string CelFile { get; init; } = "";

    /// <summary>How often floor and Asterisk are compared while all goes well; null for each minute.</summary>
    public int? TruthSeconds { get; init; }
}
