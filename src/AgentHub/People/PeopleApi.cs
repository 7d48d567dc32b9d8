using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.People;

/// <summary>
/// Who may sign in, for administrators: accounts are made, changed and closed here; passwords are made by us and shown once. The system's
/// administrator has the accounts of all who serve citizens, the security administrator those of the administrators; nobody changes his own, and
/// the last administrator of a kind stays.
/// </summary>
internal static class PeopleApi
{
    private const int IdLengthMax = 8;
    private const int NameLengthMax = 40;
    private const int PasswordLength = 12;

    /// <summary>An account as the administrator sees it; <paramref name="Unit"/> is the code of the unit that it works for.</summary>
    public sealed record PersonView(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Skills, bool Enabled, string? Unit);

    /// <param name="Name">As colleagues see it.</param>
    /// <param name="Roles">Those of the hotline, or those of a unit; or one alone of administrator, securityAdministrator, auditor.</param>
    /// <param name="Skills">Codes of the city's skills.csv, with the level: law:4 (law alone means law:3).</param>
    /// <param name="Enabled">False closes the account; it is never deleted, since records name it.</param>
    /// <param name="Unit">Code of the city's units.csv, for those who work for a unit; null for the others.</param>
    /// <param name="NewPassword">Make a new one; a new account gets one in any case.</param>
    public sealed record PersonForm(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Skills, bool Enabled, bool NewPassword = false,
        string? Unit = null);

    /// <param name="Person">As it is now.</param>
    /// <param name="Password">Shown this once; null where none was made.</param>
    public sealed record PersonSaved(PersonView Person, string? Password);

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").Needs(Permission.ManagePeople).WithTags("people");
        people.MapGet("/", (AgentDirectory directory) => TypedResults.Ok(directory.All.Select(View).ToList())).Audited("list-people");
        people.MapPut("/{id}", SaveAsync).Audited("save-person");
        var security = people.MapGroup("").Needs(Permission.ManageSecurity);
        security.MapPost("/{id}/unlock", Unlock).Audited("unlock-person");
        security.MapDelete("/{id}/sessions", EndSessionsAsync).Audited("end-sessions");
        security.MapDelete("/{id}/totp", ForgetTotpAsync).Audited("forget-totp");
    }

    /// <summary>A lock is over at once, wherever it holds.</summary>
    private static Results<NoContent, ProblemHttpResult> Unlock(string id, AgentDirectory directory, SignInThrottle throttle)
    {
        if (directory.Find(id) is null)
        {
            return Problem.NotFound();
        }
        throttle.Forgive(id);
        return TypedResults.NoContent();
    }

    /// <summary>Signs somebody out, everywhere.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionsAsync(
        string id, HttpContext http, AgentDirectory directory, Sessions sessions)
    {
        if (directory.All.All(a => a.Id != id))
        {
            return Problem.NotFound();
        }
        await sessions.EndAllOfAsync(new AgentId(id), Sessions.Administrator, http.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>The way back for whoever lost his telephone: the password alone opens until he sets up another one.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetTotpAsync(
        string id, HttpContext http, AgentDirectory directory)
    {
        if (id == Person.Of(http.User).Id.Value)
        {
            return Problem.Forbidden("person-self");
        }
        if (await directory.SaveAsync(id, known => known is null ? null : known with { TotpSecret = null }, http.RequestAborted) is null)
        {
            return Problem.NotFound();
        }
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PersonSaved>, ProblemHttpResult>> SaveAsync(
        string id, PersonForm form, HttpContext http, AgentDirectory directory, CityConfiguration city, SignInThrottle throttle, PasswordRules rules)
    {
        if (Wrong(id, form, city) is { } wrong)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "person", Text.Refusal(wrong));
        }
        var (person, refused) = (Person.Of(http.User), "");
        AgentAccount? before = null;
        string? password = null;
        var account = await directory.SaveAsync(id, known =>
        {
            before = known;
            refused = NotAllowed(person, id, known, form, directory);
            var former = known ?? Nobody(id, city);
            var changed = former with
            {
                Name = form.Name.Trim(), Roles = [.. form.Roles], Skills = [.. form.Skills], Unit = form.Unit, Enabled = form.Enabled,
            };
            return refused.Length > 0 ? null
                : known is null || form.NewPassword ? rules.With(changed, password = IdSource.Random(PasswordLength)) with { PasswordSetAt = null }
                : changed;
        }, http.RequestAborted);
        if (account is null)
        {
            return refused == "person-last" ? Problem.Refused(refused) : Problem.Forbidden(refused);
        }
        if (password is not null)
        {
            throttle.Forgive(id);
        }
        http.Note(detail: Changed(before, account, password is not null));
        return TypedResults.Ok(new PersonSaved(View(account), password));
    }

    /// <summary>Asked while nobody else changes an account: of two administrators who close each other, one stays.</summary>
    private static string NotAllowed(Person person, string id, AgentAccount? known, PersonForm form, AgentDirectory directory)
    {
        var administrator = form.Roles.Concat(known?.Roles ?? []).Intersect(Roles.OfAdministrators).Any();
        var had = known is { Enabled: true } ? known.Roles.Intersect(Roles.OfAdministrators) : [];
        var loses = had.Where(role => !form.Enabled || !form.Roles.Contains(role));
        return id == person.Id.Value ? "person-self"
            : administrator != person.May(Permission.ManageSecurity) ? administrator ? "person-administrator" : "person-ordinary"
            : loses.Any(role => !directory.All.Any(a => a.Enabled && a.Id != id && a.Roles.Contains(role))) ? "person-last"
            : "";
    }

    private static string Changed(AgentAccount? before, AgentAccount after, bool newPassword) => Auditing.Changes(
        ("name", before?.Name, after.Name), ("roles", Words(before?.Roles), Words(after.Roles)),
        ("skills", Words(before?.Skills), Words(after.Skills)),
        ("unit", before?.Unit, after.Unit), ("enabled", before is null ? null : before.Enabled ? "yes" : "no", after.Enabled ? "yes" : "no"),
        ("password", null, newPassword ? "new" : null));

    private static string? Words(IReadOnlyList<string>? codes) => codes is null ? null : string.Join(' ', codes);

    private static AgentAccount Nobody(string id, CityConfiguration city) =>
        new() { Tenant = city.Tenant.Value, Id = id, Name = "", PasswordHash = "", Roles = [], Skills = [], Enabled = false };

    private static string? Wrong(string id, PersonForm form, CityConfiguration city) =>
        id.Length is 0 or > IdLengthMax || !id.All(char.IsAsciiDigit) ? "person-id"
        : string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > NameLengthMax || form.Name.Any(char.IsControl) ? "person-name"
        : form.Roles.Count == 0 || form.Roles.Except(Rights.RoleNames).Any() ? "person-roles"
        : !Roles.GoTogether(form.Roles) ? "person-exclusive"
        : form.Skills.Any(s => AgentSkill.Parse(s) is not { } skill || city.Skills.All(known => known.Id != skill.Skill)) ? "person-skills"
        : form.Roles.Intersect(Roles.OfUnits).Any() ? form.Roles.Except(Roles.OfUnits).Any() ? "person-mixed"
            : city.Units.FirstOrDefault(u => u.Code == form.Unit) is not { } unit ? "person-unit"
            : form.Roles.Contains(Roles.CountyStation) && !unit.IsStation ? "person-station"
            : null
        : form.Unit is not null ? "person-unit"
        : null;

    private static PersonView View(AgentAccount account) =>
        new(account.Id, account.Name, account.Roles, account.Skills, account.Enabled, account.Unit);
}
