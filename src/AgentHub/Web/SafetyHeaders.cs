using Hotline.AgentHub.Config;
using Hotline.Telephony;

namespace Hotline.AgentHub.Web;

/// <summary>What every answer says to the browser: output is encoded by the page, and these keep a slip from becoming a hole.</summary>
internal static class SafetyHeaders
{
    private const string Year = "max-age=31536000";

    /// <summary>The page's own telephone needs the microphone; nothing else of the machine is anybody's business.</summary>
    private const string Permissions =
        "microphone=(self), camera=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=(), midi=()";

    /// <summary>The names by which we answer: those of the settings, and this machine's own for who watches it.</summary>
    public static IList<string> Hosts(SecuritySettings settings) =>
        settings.Hosts.Count == 0 ? ["*"] : [.. settings.Hosts, "localhost", "127.0.0.1", "[::1]"];

    public static void UseSafetyHeaders(this WebApplication app)
    {
        var phone = new Uri(app.Services.GetRequiredService<AsteriskOptions>().PhoneWebSocket).GetLeftPart(UriPartial.Authority);
        app.Use((http, next) =>
        {
            var (headers, host) = (http.Response.Headers, http.Request.Host.Value);
            // Older browsers do not count the hub's WebSocket to 'self'.
            headers.ContentSecurityPolicy =
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' blob:; "
                + $"connect-src 'self' ws://{host} wss://{host} {phone}; "
                + "object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = Year;
            }
            // Shared PCs keep nothing, however an address is spelled. The files of the desk itself say otherwise.
            headers.CacheControl = "no-store";
            return next(http);
        });
    }
}
