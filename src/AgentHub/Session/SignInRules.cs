using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Session;

/// <summary>Cookie sign-in, anti-forgery, and the Origin check of the hub.</summary>
internal static class SignInRules
{
    public const string CsrfHeader = "X-CSRF-TOKEN";

    /// <summary>A sign-in ends after so long without a request (the hub's connection counts as use only through requests).</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromHours(12);

    public static void AddSignIn(this IServiceCollection services, string folder)
    {
        // Keys that survive a restart: agents stay signed in while the server is replaced under them.
        var keys = Directory.CreateDirectory(Path.Combine(folder, "keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("hotline").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "hotline";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = IdleTimeout;
            o.SlidingExpiration = true;
            o.Events.OnValidatePrincipal = StillValidAsync;
            o.Events.OnRedirectToLogin = c => Refuse(c.HttpContext, StatusCodes.Status401Unauthorized, "not-signed-in");
            o.Events.OnRedirectToAccessDenied = c => Refuse(c.HttpContext, StatusCodes.Status403Forbidden, "role");
        });
        services.AddGuard();
        services.AddSingleton<OpenPages>();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = CsrfHeader;
            o.Cookie.Name = "hotline-csrf";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>
    /// The cookie says who signed in; what he may do now says his account. One that was closed meanwhile has no session any more. While the
    /// accounts are not read yet (the database is away at a start) the cookie is believed: calls go on.
    /// </summary>
    private static Task StillValidAsync(CookieValidatePrincipalContext context)
    {
        var directory = context.HttpContext.RequestServices.GetRequiredService<AgentDirectory>();
        if (context.Principal is not { } principal || !directory.IsLoaded)
        {
            return Task.CompletedTask;
        }
        var person = Person.Of(principal);
        if (directory.Find(person.Id.Value) is not { Enabled: true } account)
        {
            context.RejectPrincipal();
            return context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        if (account.Unit != person.Unit || !account.Roles.SequenceEqual(person.RoleNames))
        {
            context.ReplacePrincipal((person with { RoleNames = account.Roles, Unit = account.Unit })
                .ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme));
            context.ShouldRenew = true;
        }
        return Task.CompletedTask;
    }

    /// <summary>Every request that changes something carries the token; every WebSocket comes from our own page.</summary>
    public static void UseRequestChecks(this WebApplication app) => app.Use(async (context, next) =>
    {
        var method = context.Request.Method;
        var changes = !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));
        var endpoint = context.GetEndpoint();
        var isHub = endpoint?.Metadata.GetMetadata<HubMetadata>() is not null;
        if (isHub && !SameOrigin(context.Request))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "csrf");
            return;
        }
        if (changes && !isHub && endpoint is not null
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "csrf");
            return;
        }
        await next();
    });

    public static Task Refuse(HttpContext context, int status, string code) =>
        Problem.Of(status, code, Text.Refusal(code)).ExecuteAsync(context);

    private static bool SameOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? !request.HttpContext.WebSockets.IsWebSocketRequest
            : Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value;
    }
}
