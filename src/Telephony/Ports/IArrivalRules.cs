namespace Hotline.Telephony;

/// <summary>What the city knows of its trunks and numbers, asked once for each call that arrives. Pure and quick.</summary>
public interface IArrivalRules
{
    /// <summary>Where a trunk says who calls and what he dialled.</summary>
    TrunkRules Of(string trunk);

    /// <summary>The one way in which a caller's number is written (E.164 as people here read it); as it came where it is none.</summary>
    string NormalCaller(string sent);

    /// <summary>The number of a list that is meant by what was written ("+86-378-12348" → "12348"); null where no list knows it.</summary>
    string? NumberOf(string trunk, string written, DateTimeOffset at);
}

/// <summary>Where to look on a trunk (config/README.md, trunks.csv).</summary>
/// <param name="Caller">The first of these that the message has says who calls: what stands behind it may be the caller's own invention.</param>
/// <param name="Dialled">The first of these that holds a number of ours says what the citizen dialled.</param>
public sealed record TrunkRules(IReadOnlyList<CallerSource> Caller, IReadOnlyList<DialledSource> Dialled)
{
    /// <summary>For trunks without a row.</summary>
    public static TrunkRules Usual { get; } = new(
        [CallerSource.AssertedIdentity, CallerSource.RemoteParty, CallerSource.From],
        [DialledSource.Diversion, DialledSource.History, DialledSource.CalledParty, DialledSource.Request, DialledSource.To]);
}

/// <summary>Who says who calls.</summary>
public enum CallerSource
{
    /// <summary>P-Asserted-Identity (RFC 3325): the network's word.</summary>
    AssertedIdentity,

    /// <summary>Remote-Party-ID (draft-ietf-sip-privacy): its forerunner.</summary>
    RemoteParty,

    /// <summary>From: the caller's own word, where the network did not check it.</summary>
    From,
}

/// <summary>Who says what was dialled.</summary>
public enum DialledSource
{
    /// <summary>Diversion (RFC 5806): the numbers from which the call was diverted.</summary>
    Diversion,

    /// <summary>History-Info (RFC 7044).</summary>
    History,

    /// <summary>P-Called-Party-ID (RFC 7315).</summary>
    CalledParty,

    /// <summary>The request's own address.</summary>
    Request,

    /// <summary>To: what the caller's telephone wrote.</summary>
    To,
}
