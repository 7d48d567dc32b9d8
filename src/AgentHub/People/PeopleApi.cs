using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.People;

/// <summary>Who may sign in, for administrators: accounts are made, changed and closed here; passwords are made by us and shown once.</summary>
internal static class PeopleApi
{
    private const int IdLengthMax = 8;
    private const int NameLengthMax = 40;
    private const int PasswordLength = 12;

    /// <summary>An account as the administrator sees it; <paramref name="Unit"/> is the code of the unit that it works for.</summary>
    public sealed record PersonView(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Skills, bool Enabled, string? Unit);

    /// <param name="Name">As colleagues see it.</param>
    /// <param name="Roles">agent, shiftLeader, administrator, unit.</param>
    /// <param name="Skills">Codes of the city's skills.csv, with the level: law:4 (law alone means law:3).</param>
    /// <param name="Enabled">False closes the account; it is never deleted, since records name it.</param>
    /// <param name="Unit">Code of the city's units.csv, for the role unit; null for the others.</param>
    /// <param name="NewPassword">Make a new one; a new account gets one in any case.</param>
    public sealed record PersonForm(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Skills, bool Enabled, bool NewPassword = false,
        string? Unit = null);

    /// <param name="Person">As it is now.</param>
    /// <param name="Password">Shown this once; null where none was made.</param>
    public sealed record PersonSaved(PersonView Person, string? Password);

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").Needs(Permission.ManagePeople).WithTags("people");
        people.MapGet("/", (AgentDirectory directory) => TypedResults.Ok(directory.All.Select(View).ToList()));
        people.MapPut("/{id}", SaveAsync);
    }

    private static async Task<Results<Ok<PersonSaved>, ProblemHttpResult>> SaveAsync(
        string id, PersonForm form, HttpContext http, AgentDirectory directory, CityConfiguration city, Auditing audit, OpenPages pages,
        FloorLoop loop)
    {
        if (Wrong(id, form, city) is { } wrong)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "person", Text.Refusal(wrong));
        }
        string? password = null;
        var account = await directory.SaveAsync(id, known => new AgentAccount
        {
            Tenant = city.Tenant.Value,
            Id = id,
            Name = form.Name.Trim(),
            PasswordHash = known is null || form.NewPassword ? Passwords.Hash(password = IdSource.Random(PasswordLength)) : known.PasswordHash,
            Roles = [.. form.Roles],
            Skills = [.. form.Skills],
            Unit = form.Unit,
            Enabled = form.Enabled,
        }, http.RequestAborted);
        if (!account.Enabled)
        {
            pages.CloseAllOf(new AgentId(id));
            // Whoever has a call or owes an outcome stays on the floor until that is done: no citizen is cut off for it.
            loop.TryPost(new Input.SignOutRequested(new RequestId(IdSource.Random(16)), new AgentId(id)));
        }
        audit.Of(http, Person.Of(http.User).Id, "save-person", id, "");
        return TypedResults.Ok(new PersonSaved(View(account), password));
    }

    private static string? Wrong(string id, PersonForm form, CityConfiguration city) =>
        id.Length is 0 or > IdLengthMax || !id.All(char.IsAsciiDigit) ? "person-id"
        : string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > NameLengthMax || form.Name.Any(char.IsControl) ? "person-name"
        : form.Roles.Count == 0 || form.Roles.Except(Rights.RoleNames).Any() ? "person-roles"
        : form.Skills.Any(s => AgentSkill.Parse(s) is not { } skill || city.Skills.All(known => known.Id != skill.Skill)) ? "person-skills"
        : form.Roles.Contains(Roles.Unit) ? city.Units.All(u => u.Code != form.Unit) ? "person-unit" : null
        : form.Unit is not null ? "person-unit"
        : null;

    private static PersonView View(AgentAccount account) =>
        new(account.Id, account.Name, account.Roles, account.Skills, account.Enabled, account.Unit);
}
