using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Session;

/// <summary>What everybody does with his own account: his password, his codes, the places where he is signed in.</summary>
internal static class OwnAccountApi
{
    /// <param name="Current">The password of now.</param>
    /// <param name="Password">The one of later.</param>
    public sealed record PasswordForm(string Current, string Password);

    /// <param name="Password">The password of now.</param>
    public sealed record TotpForm(string Password);

    /// <param name="Secret">For applications that read no picture.</param>
    /// <param name="Uri">otpauth://…, for a picture that an application reads.</param>
    /// <param name="Token">Goes back with the first code.</param>
    public sealed record TotpView(string Secret, string Uri, string Token);

    /// <param name="Token">As it came.</param>
    /// <param name="Code">What the application shows: that it works is seen before it is asked for.</param>
    public sealed record TotpProof(string Token, string Code);

    /// <param name="Id">Names it.</param>
    /// <param name="Address">Of the browser.</param>
    /// <param name="Browser">What it calls itself.</param>
    /// <param name="StartedAt">Of the sign-in.</param>
    /// <param name="SeenAt">About when its last request came.</param>
    /// <param name="Current">The one that asks.</param>
    public sealed record OpenSession(string Id, string Address, string Browser, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Current);

    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/session").Needs(Permission.SignIn).WithTags("session");
        own.MapGet("/sessions", (HttpContext http, Sessions sessions) => TypedResults.Ok(Open(Person.Of(http.User), sessions)))
            .NotAudited("one's own");
        own.MapDelete("/sessions/{id}", EndAsync).Audited("end-session");
        own.MapPost("/password", PasswordAsync).Audited("new-password").RequireRateLimiting("sign-in");
        own.MapPost("/totp", NewTotpAsync).Audited("offer-totp").RequireRateLimiting("sign-in");
        own.MapPut("/totp", ProveTotpAsync).Audited("new-totp").RequireRateLimiting("sign-in");
        own.MapPost("/totp/off", EndTotpAsync).Audited("end-totp").RequireRateLimiting("sign-in");
    }

    private static List<OpenSession> Open(Person person, Sessions sessions) =>
    [
        .. sessions.OpenOf(person.Id).Select(row =>
            new OpenSession(row.SessionId, row.Address, row.Browser, row.StartedAt, row.SeenAt, row.SessionId == person.Session)),
    ];

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(string id, HttpContext http, Sessions sessions)
    {
        var person = Person.Of(http.User);
        if (!await sessions.EndAsync(person.Id, id, Sessions.ByOwner, http.RequestAborted))
        {
            return Problem.NotFound();
        }
        return TypedResults.NoContent();
    }

    /// <summary>A new password: all other places are signed out, this one goes on.</summary>
    private static async Task<Results<Ok<SessionApi.SessionView>, ProblemHttpResult>> PasswordAsync(
        PasswordForm form, HttpContext http, AgentDirectory directory, PasswordRules rules, SignInThrottle throttle, Admission admission,
        Sessions sessions)
    {
        var person = Person.Of(http.User);
        if (await NotHeAsync(http, person, form.Current, directory, throttle) is { } refused)
        {
            return refused;
        }
        string? wrong = null;
        var account = await directory.SaveAsync(person.Id.Value,
            known => known is { Enabled: true } && (wrong = rules.Wrong(known, form.Password ?? "")) is null
                ? rules.With(known, form.Password!) : null,
            http.RequestAborted, person.Session);
        if (account is null)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, wrong ?? "not-signed-in",
                Text.Refusal(wrong ?? "not-signed-in", http.RequestServices.GetRequiredService<SecuritySettings>().PasswordLengthMin));
        }
        return TypedResults.Ok(await GoOnAsync(http, account, person, admission, sessions));
    }

    private static async Task<Results<Ok<TotpView>, ProblemHttpResult>> NewTotpAsync(
        TotpForm form, HttpContext http, AgentDirectory directory, SignInThrottle throttle, TotpCodes codes, IDataProtectionProvider protection)
    {
        var person = Person.Of(http.User);
        if (await NotHeAsync(http, person, form.Password, directory, throttle) is { } refused)
        {
            return refused;
        }
        var (secret, text, uri) = codes.New(person.Id.Value);
        return TypedResults.Ok(new TotpView(text, uri, TokenOf(protection, person).Protect(secret)));
    }

    private static async Task<Results<Ok<SessionApi.SessionView>, ProblemHttpResult>> ProveTotpAsync(
        TotpProof form, HttpContext http, AgentDirectory directory, TotpCodes codes, Admission admission, IDataProtectionProvider protection,
        Sessions sessions)
    {
        var person = Person.Of(http.User);
        string secret;
        try
        {
            secret = TokenOf(protection, person).Unprotect(form.Token ?? "");
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "code", Text.Refusal("code"));
        }
        if (codes.StepOf(secret, form.Code ?? "") is null
            || await directory.SaveAsync(person.Id.Value, known => known is { Enabled: true } ? known with { TotpSecret = secret } : null,
                http.RequestAborted, person.Session) is not { } account)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "code", Text.Refusal("code"));
        }
        return TypedResults.Ok(await GoOnAsync(http, account, person, admission, sessions));
    }

    /// <summary>No codes any more, unless his role asks for them.</summary>
    private static async Task<Results<Ok<SessionApi.SessionView>, ProblemHttpResult>> EndTotpAsync(
        TotpForm form, HttpContext http, AgentDirectory directory, SignInThrottle throttle, PasswordRules rules, Admission admission,
        Sessions sessions)
    {
        var person = Person.Of(http.User);
        if (await NotHeAsync(http, person, form.Password, directory, throttle) is { } refused)
        {
            return refused;
        }
        if (rules.NeedsTotp(person.RoleNames))
        {
            return Problem.Refused("totp-needed");
        }
        return await directory.SaveAsync(person.Id.Value, known => known is { Enabled: true } ? known with { TotpSecret = null } : null,
            http.RequestAborted, person.Session) is { } account
            ? TypedResults.Ok(await GoOnAsync(http, account, person, admission, sessions))
            : Problem.Refused("not-signed-in");
    }

    /// <summary>Good for the session that asked, and no other.</summary>
    private static IDataProtector TokenOf(IDataProtectionProvider protection, Person person) =>
        protection.CreateProtector("totp-offer", person.Id.Value, person.Session);

    // Whoever found an open desk does not know the password, and may not guess it here either.
    private static async Task<ProblemHttpResult?> NotHeAsync(
        HttpContext http, Person person, string? password, AgentDirectory directory, SignInThrottle throttle)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (throttle.Begin(person.Id.Value, address, familiar: true) is var locked && locked > TimeSpan.Zero)
        {
            return Problem.Of(StatusCodes.Status429TooManyRequests, "locked", Text.Refusal("locked", (int)Math.Ceiling(locked.TotalMinutes)));
        }
        if (await Passwords.VerifyAsync(directory.Find(person.Id.Value)?.PasswordHash, password ?? "", http.RequestAborted) == PasswordIs.Wrong)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "credentials", Text.Refusal("credentials"));
        }
        throttle.Right(person.Id.Value, address);
        return null;
    }

    private static async Task<SessionApi.SessionView> GoOnAsync(
        HttpContext http, AgentAccount account, Person before, Admission admission, Sessions sessions)
    {
        var person = admission.PersonOf(account, before.Phone);
        if (person.Phone == before.Phone)
        {
            person = person with { Session = before.Session, StartedAt = before.StartedAt };
        }
        else
        {
            // He did what was due, and may take calls from now on.
            await admission.AdmitAsync(person, account, http);
            await sessions.EndAsync(before.Id, before.Session, Sessions.Password, http.RequestAborted);
        }
        await SessionApi.GiveCookieAsync(http, person);
        return SessionApi.View(http, person);
    }
}
