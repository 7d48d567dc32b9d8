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

    public static void AddSignIn(this IServiceCollection services, string keyFolder, SecuritySettings settings)
    {
        // Keys that survive a restart: agents stay signed in while the server is replaced under them.
        var keys = Directory.CreateDirectory(keyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("hotline").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "hotline";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The cookie is good for as long as a session can be; whether that one still is, says Sessions.
            o.ExpireTimeSpan = TimeSpan.FromHours(settings.SessionHours);
            o.SlidingExpiration = false;
            o.Events.OnValidatePrincipal = StillValidAsync;
            o.Events.OnRedirectToLogin = c => Refuse(c.HttpContext, StatusCodes.Status401Unauthorized, "not-signed-in");
            o.Events.OnRedirectToAccessDenied = c => Refuse(c.HttpContext, StatusCodes.Status403Forbidden,
                Person.Of(c.HttpContext.User).Due is { Length: > 0 } due ? due : "role");
        });
        services.AddGuard();
        services.AddSingleton(settings);
        services.AddSingleton<OpenPages>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<TotpCodes>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<Admission>();
        services.AddSingleton<RequestIds>();
        services.AddHostedService<Departures>();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = CsrfHeader;
            o.Cookie.Name = "hotline-csrf";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>
    /// The cookie says who signed in; whether that holds still say his session and his account. One that is over, or was begun under another
    /// password or in other roles, is none any more. While the accounts are not read yet (the database is away at a start) the cookie is
    /// believed, unless we know better: calls go on.
    /// </summary>
    private static Task StillValidAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var directory = services.GetRequiredService<AgentDirectory>();
        var person = context.Principal is { } principal ? Person.Of(principal) : null;
        if (person is null || person.Session.Length == 0
            || !services.GetRequiredService<Sessions>().IsOpen(Admission.RowOf(person, context.HttpContext)))
        {
            return RejectAsync(context);
        }
        if (!directory.IsLoaded)
        {
            return Task.CompletedTask;
        }
        if (directory.Find(person.Id.Value) is not { } account || account.Stamp != person.Stamp)
        {
            return RejectAsync(context);
        }
        if (services.GetRequiredService<PasswordRules>().Due(account) is var due && due != person.Due)
        {
            context.ReplacePrincipal((person with { Due = due }).ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme));
            context.ShouldRenew = true;
        }
        return Task.CompletedTask;
    }

    private static Task RejectAsync(CookieValidatePrincipalContext context)
    {
        context.HttpContext.Note(who: context.Principal is { } principal ? Person.Of(principal).Id.Value : null);
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
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
        if (changes && context.User.Identity?.IsAuthenticated == true && !await IsOneWishAsync(context))
        {
            return;
        }
        await next();
    });

    private static async Task<bool> IsOneWishAsync(HttpContext context)
    {
        try
        {
            if (await context.RequestServices.GetRequiredService<RequestIds>().IsTheSameAsync(context, Person.Of(context.User).Id.Value))
            {
                return true;
            }
            await Refuse(context, StatusCodes.Status422UnprocessableEntity, "request-id");
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        return false;
    }

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
