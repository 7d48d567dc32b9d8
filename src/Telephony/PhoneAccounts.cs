using System.Security.Cryptography;
using System.Text;
using Hotline.Routing;
using Hotline.Telephony.Sip;
using Hotline.Telephony.Ari;

namespace Hotline.Telephony;

/// <summary>A phone's credentials, for one sign-in.</summary>
/// <param name="Endpoint">Endpoint, AOR and user name in one.</param>
/// <param name="Realm">SIP realm.</param>
/// <param name="Secret">Known to the sealed cookie and to a desk phone; never to Asterisk or a browser's script.</param>
public sealed record PhoneCredentials(string Endpoint, string Realm, string Secret)
{
    /// <summary>MD5(user:realm:secret), RFC 2617: what a browser's phone and Asterisk hold.</summary>
#pragma warning disable CA5351 // SIP digest as phones speak it is MD5; the secret has 160 bits and lives one shift.
    public string Ha1 => Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes($"{Endpoint}:{Realm}:{Secret}")));
#pragma warning restore CA5351
}

/// <summary>What kind of phone an agent uses.</summary>
public enum PhoneKind
{
    /// <summary>The softphone in the desk's page: WebSocket, ICE, DTLS-SRTP.</summary>
    Browser,

    /// <summary>A SIP phone on the desk: UDP, plain RTP, in the office's own network.</summary>
    Desk,
}

/// <summary>
/// Agents' SIP accounts, made at run time through ARI's dynamic configuration and gone at sign-out. Asterisk keeps them in
/// its astdb (over a restart of its own), digest only, never a password.
/// </summary>
public sealed class PhoneAccounts
{
    private static readonly string[] Kinds = ["endpoint", "aor", "auth"];
    private readonly AriClient _ari;
    private readonly AsteriskOptions _options;

    internal PhoneAccounts(AriClient ari, AsteriskOptions options) => (_ari, _options) = (ari, options);

    /// <summary>New, unguessable credentials for an agent.</summary>
    public PhoneCredentials New(AgentId agent) =>
        new($"a{OutsideText.Digits(agent.Value)}-{IdSource.Random(10)}", _options.PhoneDomain, IdSource.NewSecret());

    public PhoneAddress AddressOf(PhoneCredentials phone) => new(new NodeId(_options.Node), phone.Endpoint);

    /// <summary>Makes the account in Asterisk, or makes it again the same. Returns null, or why it could not be made.</summary>
    public async Task<string?> CreateAsync(PhoneCredentials phone, PhoneKind kind, CancellationToken cancellationToken)
    {
        foreach (var request in Requests(phone, kind))
        {
            var result = await _ari.SendAsync(request, cancellationToken);
            if (!result.Ok)
            {
                return Invariant($"{request.Path}: {result.Status} {result.Reason}");
            }
        }
        return null;
    }

    /// <summary>Whether a phone is registered with this account now.</summary>
    /// <exception cref="HttpRequestException">Asterisk is away, or has no such account.</exception>
    public async Task<bool> IsRegisteredAsync(string endpoint, CancellationToken cancellationToken) =>
        (await _ari.GetAsync($"endpoints/PJSIP/{Uri.EscapeDataString(endpoint)}", AriJson.Default.AriEndpoint, cancellationToken)).State == "online";

    /// <summary>Removes the account; nothing happens where there is none.</summary>
    public async Task RemoveAsync(string endpoint, CancellationToken cancellationToken)
    {
        foreach (var kind in Kinds)
        {
            await _ari.SendAsync(new AriRequest(HttpMethod.Delete, Path(kind, endpoint)), cancellationToken);
        }
    }

    private static IEnumerable<AriRequest> Requests(PhoneCredentials phone, PhoneKind kind)
    {
        yield return Put("auth", phone.Endpoint,
            ("auth_type", "digest"), ("username", phone.Endpoint), ("realm", phone.Realm), ("password_digest", $"MD5:{phone.Ha1}"));
        yield return Put("aor", phone.Endpoint, ("max_contacts", "1"), ("remove_existing", "yes"), ("default_expiration", "120"));
        // Context from-agent leads nowhere: an agent's phone dials nothing (no toll fraud).
        (string, string)[] common =
        [
            ("context", "from-agent"), ("disallow", "all"), ("allow", "alaw,ulaw"), ("auth", phone.Endpoint), ("aors", phone.Endpoint),
            ("send_connected_line", "no"), ("rtp_timeout", "15"), ("rtp_timeout_hold", "0"), ("device_state_busy_at", "1"),
            ("allow_transfer", "no"), ("allow_subscribe", "no"), ("message_context", "nowhere"), ("language", "zh"),
        ];
        yield return kind == PhoneKind.Browser
            ? Put("endpoint", phone.Endpoint, [("transport", "transport-ws"), ("webrtc", "yes"), ("dtls_auto_generate_cert", "yes"), .. common])
            : Put("endpoint", phone.Endpoint,
                [("transport", "transport-udp"), ("direct_media", "no"), ("rtp_symmetric", "yes"), ("force_rport", "yes"), ("rewrite_contact", "yes"),
                .. common]);
    }

    private static AriRequest Put(string kind, string id, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Put, Path(kind, id), new AriBody { Fields = [.. fields.Select(f => new AriField(f.Name, f.Value))] });

    private static string Path(string kind, string id) => $"asterisk/config/dynamic/res_pjsip/{kind}/{Uri.EscapeDataString(id)}";
}
