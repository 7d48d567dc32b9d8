using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;

namespace Hotline.AgentHub.Auth;

/// <summary>Under which name an endpoint's requests stand in the audit.</summary>
/// <param name="Action">Code of the act.</param>
/// <param name="OnlyRefused">What was done is written with it, in its own transaction; here stands what was refused.</param>
internal sealed record AuditedAs(string Action, bool OnlyRefused);

/// <summary>Why an endpoint's requests do not stand there.</summary>
internal sealed record NotAudited(string Because);

/// <summary>What a handler knows of a request beyond its address.</summary>
internal sealed record AuditNote(string? Who = null, string? Subject = null, string Purpose = "", string Detail = "");

/// <summary>Who saw or did what, to whom, why and with what result (SEC-02). Written behind, so that no desk waits for it.</summary>
public sealed class Auditing(WriteBehind writes, CityConfiguration city, SteadyClock clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Of(HttpContext http, AgentId who, string what, string subject, string purpose, string result = "ok", string detail = "") =>
        writes.TryWrite(new WriteItem.Audit(new AuditEntry(
            clock.Now, city.Tenant.Value, who.Value, what, subject, purpose, http.Connection.RemoteIpAddress?.ToString() ?? "", result, detail)));

    /// <summary>What changed, as the audit has it: each value that is another now, before and after.</summary>
    internal static string Changes(params IEnumerable<(string Name, string? Before, string? After)> values)
    {
        var changed = values.Where(v => v.Before != v.After).ToDictionary(v => v.Name, v => new[] { v.Before, v.After });
        return changed.Count == 0 ? "" : JsonSerializer.Serialize(changed, Readable);
    }
}

/// <summary>The audit as each endpoint says it of itself. One that says nothing fails a test.</summary>
internal static class AuditRules
{
    /// <summary>Every request stands in the audit, with its result.</summary>
    public static TBuilder Audited<TBuilder>(this TBuilder endpoint, string action) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditedAs(action, OnlyRefused: false));

    /// <summary>Those that were refused do; what was done is written with it.</summary>
    public static TBuilder AuditedWhenRefused<TBuilder>(this TBuilder endpoint, string action) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditedAs(action, OnlyRefused: true));

    /// <summary>None does, but those that were beyond somebody's rights.</summary>
    public static TBuilder NotAudited<TBuilder>(this TBuilder endpoint, string because) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new NotAudited(because));

    /// <summary>Tells the audit what the address does not.</summary>
    public static void Note(this HttpContext http, string? who = null, string? subject = null, string? purpose = null, string? detail = null)
    {
        var before = http.Features.Get<AuditNote>() ?? new AuditNote();
        http.Features.Set(new AuditNote(who ?? before.Who, subject ?? before.Subject, purpose ?? before.Purpose, detail ?? before.Detail));
    }

    /// <summary>Writes each request down once it is answered, however that went.</summary>
    public static void UseAuditing(this WebApplication app) => app.Use(async (http, next) =>
    {
        var answered = false;
        try
        {
            await next();
            answered = true;
        }
        finally
        {
            Write(http, answered);
        }
    });

    private static void Write(HttpContext http, bool answered)
    {
        var note = http.Features.Get<AuditNote>();
        var who = note?.Who ?? (http.User.Identity?.IsAuthenticated == true ? Person.Of(http.User).Id.Value : null);
        if (who is null || http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return; // strangers write nothing here
        }
        var status = http.Response.StatusCode;
        var result = !answered ? "failed" : status < StatusCodes.Status400BadRequest ? "ok" : Invariant($"{status}");
        var subject = note?.Subject ?? http.Request.RouteValues.GetValueOrDefault("id") as string ?? "";
        var audit = http.RequestServices.GetRequiredService<Auditing>();
        if (endpoint.Metadata.GetMetadata<AuditedAs>() is { } audited)
        {
            if (result != "ok" || !audited.OnlyRefused)
            {
                audit.Of(http, new AgentId(who), audited.Action, subject, note?.Purpose ?? "", result, note?.Detail ?? "");
            }
        }
        else if (status == StatusCodes.Status403Forbidden)
        {
            audit.Of(http, new AgentId(who), "refused", $"{http.Request.Method} {endpoint.RoutePattern.RawText}", "", result);
        }
    }
}
