using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hotline.AgentHub.Session;

/// <summary>Signing in and out, and the phone that belongs to a sign-in.</summary>
internal static class SessionApi
{
    /// <param name="AgentId">Agent number.</param>
    /// <param name="Password">His password.</param>
    /// <param name="Code">For accounts with codes that change every 30 seconds; asked for by the refusal "code".</param>
    public sealed record SignInForm(string AgentId, string Password, string? Code = null);

    /// <param name="PageId">Made by the page; the newest page of an agent rings.</param>
    /// <param name="DeskPhone">True for a SIP phone on the desk in place of the page's own.</param>
    /// <param name="TakeOver">True where its owner said so: the telephone comes here from another sign-in, and a call with it.</param>
    public sealed record PageForm(string PageId, bool DeskPhone = false, bool TakeOver = false);

    /// <param name="Agent">Null while nobody is signed in.</param>
    /// <param name="Csrf">Goes with every change as X-CSRF-TOKEN.</param>
    /// <param name="City">Its name.</param>
    /// <param name="IdleMinutes">Minutes of idleness after which the sign-in ends.</param>
    /// <param name="Due">What has to be done before anything else: password-due, totp-due; null where nothing has.</param>
    /// <param name="Totp">Codes are asked for at this account's sign-in.</param>
    /// <param name="PasswordLengthMin">Characters that a new password has at least.</param>
    public sealed record SessionView(
        SessionAgent? Agent, string Csrf, string City, int IdleMinutes, string? Due, bool Totp, int PasswordLengthMin);

    /// <summary>Who is signed in, and as what.</summary>
    public sealed record SessionAgent(string Id, string Name, IReadOnlyList<string> Roles);

    /// <param name="WebSocketUrl">ws:// or wss:// straight to Asterisk.</param>
    /// <param name="Uri">sip:ENDPOINT@DOMAIN</param>
    /// <param name="AuthorizationUser">As the registrar knows it.</param>
    /// <param name="Realm">The registrar's.</param>
    /// <param name="Ha1">MD5(user:realm:secret), RFC 2617 A1. Good for this sign-in only.</param>
    /// <param name="Secret">Only where a desk phone was asked for: what a SIP phone on the desk is set up with.</param>
    public sealed record PhoneView(string WebSocketUrl, string Uri, string AuthorizationUser, string Realm, string Ha1, string? Secret);

    /// <summary>Bytes of a sign-in: strangers may send no more.</summary>
    private const int SignInMax = 4 * 1024;

    /// <summary>A floor that answers no question for so long is asked later.</summary>
    private static readonly TimeSpan FloorMax = TimeSpan.FromSeconds(3);
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("session");
        api.MapGet("/session", (HttpContext http) =>
            TypedResults.Ok(View(http, http.User.Identity?.IsAuthenticated == true ? Person.Of(http.User) : null))).NeedsNothing()
            .NotAudited("one's own");
        api.MapPost("/session", SignInAsync).Audited("sign-in").RequireRateLimiting("sign-in").NeedsNothing()
            .WithMetadata(new RequestSizeLimitAttribute(SignInMax));
        api.MapDelete("/session", SignOutAsync).Audited("sign-out").Needs(Permission.SignIn);
        api.MapPost("/phone", PhoneAsync).Audited("take-phone").Needs(Permission.TakeCalls);
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> SignInAsync(
        SignInForm form, HttpContext http, AgentDirectory directory, SignIns signIns, Admission admission)
    {
        if (!directory.IsLoaded)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "database", Text.Refusal("database"));
        }
        http.Note(who: MaskedNumber.Of(form.AgentId ?? "")); // a password typed into the wrong field stands nowhere
        Person? person = null;
        var answer = await signIns.TryAsync(
            new SignInTry(form.AgentId ?? "", form.Password ?? "", form.Code ?? "", http.Connection.RemoteIpAddress?.ToString() ?? ""),
            async account =>
            {
                person = admission.PersonOf(account);
                await admission.AdmitAsync(person, account, http);
            }, http.RequestAborted);
        if (answer.Account is null || person is null)
        {
            return answer.Locked > TimeSpan.Zero
                ? Problem.Of(StatusCodes.Status429TooManyRequests, "locked", Text.Refusal("locked", (int)Math.Ceiling(answer.Locked.TotalMinutes)))
                : Problem.Of(StatusCodes.Status401Unauthorized, answer.LacksCode ? "code" : "credentials",
                    Text.Refusal(answer.LacksCode ? "code" : "credentials"));
        }
        await GiveCookieAsync(http, person);
        http.Note(who: person.Id.Value);
        return TypedResults.Ok(View(http, person));
    }

    /// <summary>The browser gets the cookie of a session.</summary>
    internal static async Task GiveCookieAsync(HttpContext http, Person person)
    {
        await http.SignInAsync(Scheme, person.ToPrincipal(Scheme));
        http.User = person.ToPrincipal(Scheme);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOutAsync(
        HttpContext http, Admission admission, Asking ask, Sessions sessions)
    {
        var person = Person.Of(http.User);
        bool elsewhere;
        try
        {
            elsewhere = (await admission.PlaceOfAsync(person, http.RequestAborted).WaitAsync(FloorMax, http.RequestAborted)).IsElsewhere;
        }
        catch (TimeoutException)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "busy", Text.Refusal("busy"));
        }
        if (person.Phone is not null && !elsewhere) // else he goes on working at the other place
        {
            var answer = await ask.OfAsync((r, a) => new Input.SignOutRequested(r, a));
            // Whom the floor does not know may go; whoever has a call, or owes an outcome, may not yet, nor who got no answer.
            if (answer.Result is ProblemHttpResult refused && refused.ProblemDetails.Title != Refusals.NotSignedIn)
            {
                return refused;
            }
        }
        await sessions.EndAsync(person.Id, person.Session, Sessions.SignedOut, http.RequestAborted);
        await http.SignOutAsync(Scheme);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// Called by every page that opens: its phone's account, made anew if Asterisk lost it. The newest page rings. A call at another sign-in
    /// stays there until its agent says that he takes it over; so does a telephone that he took back there.
    /// </summary>
    private static async Task<Results<Ok<PhoneView>, ProblemHttpResult>> PhoneAsync(
        PageForm form, HttpContext http, AgentDirectory directory, PhoneAccounts phones, AsteriskOptions asterisk, FloorLoop loop, DeskFeed feed)
    {
        var (person, services) = (Person.Of(http.User), http.RequestServices);
        if (!directory.IsLoaded)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "database", Text.Refusal("database"));
        }
        if (form.DeskPhone && services.GetRequiredService<SecuritySettings>().DeskPhones != true)
        {
            return Problem.Forbidden("desk-phone");
        }
        if (person.Phone is not { } phone || directory.Find(person.Id.Value) is not { } account)
        {
            return Problem.Forbidden("role");
        }
        var admission = services.GetRequiredService<Admission>();
        var place = await admission.PlaceOfAsync(person, http.RequestAborted);
        // The page that has it asks for another account when its sign-in was given again in a call.
        if (place.IsElsewhere && !form.TakeOver && !feed.HasPhone(person.Id, form.PageId)
            && (place.HasCall || !services.GetRequiredService<Sessions>().ComesAfter(phone.Endpoint, place.Endpoint!)))
        {
            return Problem.Refused(place.HasCall ? "in-call-elsewhere" : "replaced");
        }
        if (await phones.CreateAsync(phone, form.DeskPhone ? PhoneKind.Desk : PhoneKind.Browser, http.RequestAborted) is { } reason)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, Refusals.TelephonyDown, Text.Refusal(Refusals.TelephonyDown), reason);
        }
        if (place.IsElsewhere || place.Endpoint is null)
        {
            await admission.MoveHereAsync(person, account, http.RequestAborted);
        }
        feed.PageOpened(person.Id, form.PageId);
        await loop.PostAsync(new Input.PhonePageOpened(person.Id), http.RequestAborted);
        return TypedResults.Ok(new PhoneView(asterisk.PhoneWebSocket, $"sip:{phone.Endpoint}@{phone.Realm}", phone.Endpoint, phone.Realm, phone.Ha1,
            form.DeskPhone ? phone.Secret : null));
    }

    internal static SessionView View(HttpContext http, Person? person)
    {
        var services = http.RequestServices;
        var settings = services.GetRequiredService<SecuritySettings>();
        return new SessionView(
            person is null ? null : new SessionAgent(person.Id.Value, person.Name, person.RoleNames),
            services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!,
            services.GetRequiredService<CityConfiguration>().Name, settings.IdleMinutes, person?.Due is { Length: > 0 } due ? due : null,
            person is not null && services.GetRequiredService<AgentDirectory>().Find(person.Id.Value)?.TotpSecret is not null,
            settings.PasswordLengthMin);
    }
}
