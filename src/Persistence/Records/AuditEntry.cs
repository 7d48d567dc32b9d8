namespace Hotline.Persistence;

/// <summary>Who did or saw what, to whom or what, why, from where and with what result. Written once, never changed by the program.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Tenant">The city.</param>
/// <param name="Who">Agent number, or a part of the system.</param>
/// <param name="Action">Code of the act, for example "reveal-number".</param>
/// <param name="Subject">Id of the call, ticket or account; empty where there is none.</param>
/// <param name="Purpose">The purpose that was stated, or the query that was sent.</param>
/// <param name="Address">Address of the browser.</param>
/// <param name="Result">"ok", or how it was refused.</param>
/// <param name="Detail">What changed, as JSON: {"field":["before","after"]}; empty where nothing did.</param>
public sealed record AuditEntry(
    DateTimeOffset At, string Tenant, string Who, string Action, string Subject, string Purpose, string Address, string Result = "ok",
    string Detail = "");
