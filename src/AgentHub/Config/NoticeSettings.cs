using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Config;

/// <summary>
/// "notices" in DIR/hotline.json: by which ways notices leave the house. A way that is left out is not set up; what would go by it stands so
/// in the list, and nothing fails. No record: what it holds is secret, and a record prints what it holds.
/// </summary>
public sealed class NoticeSettings
{
    /// <summary>So often one is tried until somebody has to look at it: 24 times are about a day and a half.</summary>
    public int TriesMax { get; set; } = 24;

    public SmsSettings? Sms { get; set; }
    public MailSettings? Mail { get; set; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Wrong() => TriesMax is < 1 or > 100 ? Invariant($"\"triesMax\" is {TriesMax}; write a whole number from 1 to 100")
        : Sms?.Wrong() ?? Mail?.Wrong();

    internal static string? Outside(string name, int seconds) => seconds is >= 1 and <= 120 ? null
        : Invariant($"\"{name}.timeoutSeconds\" is {seconds}; write a whole number from 1 to 120");
}

/// <summary>A gateway for short messages that takes a POST with JSON.</summary>
public sealed class SmsSettings
{
    /// <summary>Stand in headers and body for <see cref="Secret"/>, the number, the text, and the key of the message.</summary>
    internal const string SecretPlace = "{secret}", NumberPlace = "{number}", TextPlace = "{text}", KeyPlace = "{key}";

    public required string Url { get; set; }

    /// <summary>As the gateway wants them; {secret} in them is filled in.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];

    /// <summary>The header that carries the key of the message, so that one told twice is sent once.</summary>
    public string KeyHeader { get; set; } = "Idempotency-Key";

    /// <summary>What is filled in for {secret}: apart, so that the rest may be shown to whoever helps.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The body, with {number}, {text}, {key} and {secret} in its texts.</summary>
    public required JsonObject Body { get; set; }

    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>The member of the answer that says whether it was taken, where a status of 2xx alone does not; empty where it does.</summary>
    public string OkField { get; set; } = "";

    /// <summary>What stands there where it was.</summary>
    public IReadOnlyList<string> OkValues { get; set; } = [];

    /// <summary>What stands there where it never will be: a number that is none.</summary>
    public IReadOnlyList<string> RefusedValues { get; set; } = [];

    internal string? Wrong() =>
        !Uri.TryCreate(Url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            ? "\"sms.url\" is no address; write it as https://gateway.example/send"
        : Secret.Length > 0 && address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
            ? "\"sms.secret\" would go in clear; write an https address in \"sms.url\""
        : !Body.ToJsonString().Contains(NumberPlace, StringComparison.Ordinal) || !Body.ToJsonString().Contains(TextPlace, StringComparison.Ordinal)
            ? "\"sms.body\" lacks {number} or {text}; write where they go"
        : OkField.Length > 0 && OkValues.Count == 0 ? "\"sms.okValues\" is empty; write what \"sms.okField\" holds where a message was taken"
        : NoticeSettings.Outside("sms", TimeoutSeconds);
}

/// <summary>A relay for mail (SMTP).</summary>
public sealed class MailSettings
{
    public required string Host { get; set; }
    public int Port { get; set; } = 587;

    /// <summary>startTls, implicit (TLS from the first byte, port 465), or none: for a relay on this machine or without a password.</summary>
    public string Tls { get; set; } = StartTls;

    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public required string From { get; set; }

    /// <summary>Its name; left out, the city's.</summary>
    public string FromName { get; set; } = "";

    public int TimeoutSeconds { get; set; } = 20;

    internal const string StartTls = "startTls", Implicit = "implicit", None = "none";

    internal string? Wrong() => Host.Length == 0 ? "\"mail.host\" is empty; write the relay's name"
        : Port is < 1 or > 65535 ? Invariant($"\"mail.port\" is {Port}; write a port")
        : Tls is not (StartTls or Implicit or None) ? $"\"mail.tls\" is \"{Tls}\"; write startTls, implicit or none"
        : Tls == None && Password.Length > 0 && Host is not ("localhost" or "127.0.0.1" or "::1")
            ? "\"mail.password\" would go in clear; write startTls or implicit in \"mail.tls\""
        : !MimeKit.MailboxAddress.TryParse(From, out _) ? "\"mail.from\" is no address; write one as notice@example.gov.cn"
        : NoticeSettings.Outside("mail", TimeoutSeconds);
}
