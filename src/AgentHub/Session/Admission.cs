using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.Session;

/// <summary>Lets somebody in: his session, his telephone, and his place on the floor.</summary>
internal sealed class Admission(
    PhoneAccounts phones, FloorLoop loop, Sessions sessions, PasswordRules rules, CityConfiguration city, TimeProvider time)
{
    private const int SessionIdLength = 32;

    /// <summary>A session as it is written down.</summary>
    public static SessionRow RowOf(Person person, HttpContext http) => new()
    {
        SessionId = person.Session,
        Tenant = http.RequestServices.GetRequiredService<CityConfiguration>().Tenant.Value,
        AgentId = person.Id.Value,
        Phone = person.Phone?.Endpoint ?? "",
        Address = http.Connection.RemoteIpAddress?.ToString() ?? "",
        Browser = http.Request.Headers.UserAgent.ToString(),
        StartedAt = person.StartedAt,
        SeenAt = person.StartedAt,
    };

    /// <summary>A person for a new session of an account.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="phone">The telephone that he has already; null for a new one.</param>
    public Person PersonOf(AgentAccount account, PhoneCredentials? phone = null)
    {
        var (id, due) = (new AgentId(account.Id), rules.Due(account));
        return new Person(id, account.Name, account.Roles,
            due.Length == 0 && Rights.May(account.Roles, Permission.TakeCalls) ? phone ?? phones.New(id) : null, account.Unit,
            IdSource.Random(SessionIdLength), account.Stamp, time.GetUtcNow(), due);
    }

    /// <summary>Begins the session, and tells the floor of the agent.</summary>
    /// <returns>The telephone that he had on the floor before; it is to be removed.</returns>
    public async Task<string?> AdmitAsync(Person person, AgentAccount account, HttpContext http)
    {
        var row = RowOf(person, http) with { Tenant = city.Tenant.Value };
        await sessions.BeginAsync(row, http.RequestAborted);
        if (person.Phone is not { } phone)
        {
            return null;
        }
        // The account is made in Asterisk when the page asks for its phone; the floor knows the agent from now on.
        var former = await loop.ReadAsync(f => f.Agents.TryGetValue(person.Id, out var a) ? a.Phone.Endpoint : null, http.RequestAborted);
        await loop.PostAsync(new Input.AgentSignedIn(person.Id, account.Name, AgentDirectory.SkillsOf(account), phones.AddressOf(phone)),
            http.RequestAborted);
        return former == phone.Endpoint ? null : former;
    }
}
