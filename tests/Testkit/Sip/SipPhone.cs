using System.Net;
using Hotline.Testkit.Sound;

namespace Hotline.Testkit.Sip;

/// <summary>A SIP phone on an agent's desk.</summary>
public sealed class SipPhone : PhoneLine
{
    private const string AgentsAddress = "127.0.0.4";
    private const int RegistrationSeconds = 600;
    private readonly IPEndPoint _asterisk;

    private SipPhone(string name, IPEndPoint at, IPEndPoint asterisk, Tone tone, string user, string secret)
        : base(name, at, asterisk.Address, tone) => (_asterisk, User, Secret) = (asterisk, user, secret);

    public string User { get; }

    public string Secret { get; }

    /// <summary>A phone that is registered with an account and rings from then on.</summary>
    public static async Task<SipPhone> RegisterAsync(string name, IPEndPoint asterisk, Tone tone, string user, string secret)
    {
        var at = SippProcess.FreeEndPoint(AgentsAddress);
        // First the registration, then the phone, at one port: Asterisk rings where the registration came from.
        await SendRegistrationAsync(name, at, asterisk, user, secret, RegistrationSeconds);
        return new SipPhone(name, at, asterisk, tone, user, secret);
    }

    /// <summary>Tries to dial out, as a stolen phone would; what the exchange said: "refused 403", or "answered".</summary>
    public async Task<string> DialAsync(string number)
    {
        await using var sipp = SippProcess.Start($"{Name} dialling {number}", "dial", SippProcess.FreeEndPoint(AgentsAddress), _asterisk,
            ("CALLED", number), ("USER", User), ("SECRET", Secret), ("MEDIA_PORT", $"{Ear.Port}"));
        var answer = await sipp.Said.FirstAsync(l => l.StartsWith("@refused", StringComparison.Ordinal)
            || l.StartsWith("@answered", StringComparison.Ordinal), "an answer to the call");
        return answer[1..];
    }

    private static async Task SendRegistrationAsync(string name, IPEndPoint at, IPEndPoint asterisk, string user, string secret, int seconds)
    {
        await using var sipp =
            SippProcess.Start($"{name} registering", "register", at, asterisk, ("USER", user), ("SECRET", secret), ("EXPIRES", $"{seconds}"));
        await sipp.Said.FirstAsync(l => l.StartsWith("@registered", StringComparison.Ordinal), "the registration");
        await sipp.EndedAsync();
    }
}
