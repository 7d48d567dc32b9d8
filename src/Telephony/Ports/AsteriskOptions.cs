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

    /// <summary>Where Asterisk listens for SIP; null for every address of the machine.</summary>
    public string? SipAddress { get; init; }

    /// <summary>Its port; TLS has the next one.</summary>
    public int Sip { get; init; }

    /// <summary>
    /// The carrier's end (address:port), by which its calls are known that were refused without a channel; null for the demonstration's.
    /// </summary>
    public string? Carrier { get; init; }

    /// <summary>The sub-centre's.</summary>
    public string? Subcentre { get; init; }

    /// <summary>The port on loopback to which Asterisk tells its SIP messages (hep.conf); null where it does not.</summary>
    public int? CapturePort { get; init; }

    /// <summary>What each of these messages bears, so that no other program of the machine is believed.</summary>
    public string? CaptureSecret { get; init; }

    /// <summary>How often floor and Asterisk are compared while all goes well; null for each minute.</summary>
    public int? TruthSeconds { get; init; }
}
