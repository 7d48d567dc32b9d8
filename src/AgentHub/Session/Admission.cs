using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.Session;

/// <summary>Where the floor has an agent's telephone.</summary>
/// <param name="Endpoint">Null where the floor does not know him.</param>
/// <param name="IsElsewhere">It is another sign-in's than the one that asks.</param>
/// <param name="HasCall">It rings or talks now.</param>
internal sealed record PhonePlace(string? Endpoint, bool IsElsewhere, bool HasCall);

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

    /// <summary>
    /// Begins the session, and tells the floor of the agent: his telephone is this one from now on, unless he has a call elsewhere. That is
    /// taken over when he says so, and not by the sign-in.
    /// </summary>
    public async Task AdmitAsync(Person person, AgentAccount account, HttpContext http)
    {
        var row = RowOf(person, http) with { Tenant = city.Tenant.Value };
        await sessions.BeginAsync(row, http.RequestAborted);
        // The account is made in Asterisk when the page asks for its phone; the floor knows the agent from now on.
        if (person.Phone is not null && await PlaceOfAsync(person, http.RequestAborted) is not { IsElsewhere: true, HasCall: true })
        {
            await MoveHereAsync(person, account, http.RequestAborted);
        }
    }

    /// <summary>Where the floor has this agent's telephone.</summary>
    public Task<PhonePlace> PlaceOfAsync(Person person, CancellationToken cancellationToken) => loop.ReadAsync(
        f => f.Agents.TryGetValue(person.Id, out var agent)
            ? new PhonePlace(agent.Phone.Endpoint, agent.Phone.Endpoint != person.Phone?.Endpoint,
                agent.State is AgentState.Ringing or AgentState.Talking)
            : new PhonePlace(null, IsElsewhere: false, HasCall: false),
        cancellationToken);

    /// <summary>The floor rings the telephone of this session. One that he had elsewhere goes as soon as its page has let it go.</summary>
    public async Task MoveHereAsync(Person person, AgentAccount account, CancellationToken cancellationToken)
    {
        var place = await PlaceOfAsync(person, cancellationToken);
        await loop.PostAsync(new Input.AgentSignedIn(person.Id, account.Name, AgentDirectory.SkillsOf(account), phones.AddressOf(person.Phone!)),
            cancellationToken);
        if (place.IsElsewhere)
        {
            sessions.PhoneMoved(place.Endpoint!, person.Phone!.Endpoint);
        }
    }
}
