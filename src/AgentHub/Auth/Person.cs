using System.Security.Claims;
using Hotline.AgentHub.Config;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Tickets;

namespace Hotline.AgentHub.Auth;

/// <summary>Who is signed in, read from the sealed cookie: it also carries this sign-in's phone, so that nothing of it lies on disk.</summary>
public sealed record Person(AgentId Id, string Name, IReadOnlyList<string> RoleNames, PhoneCredentials? Phone, string? Unit = null)
{
    private const string UnitOf = "unit";
    private const string PhoneEndpoint = "phone-endpoint";
    private const string PhoneRealm = "phone-realm";
    private const string PhoneSecret = "phone-secret";

    public bool May(Permission permission) => Rights.May(RoleNames, permission);

    /// <summary>Whose tickets he sees, as the table of rights says.</summary>
    public TicketSight Sight() => new(
        Id.Value,
        Rights.Of(RoleNames, Permission.ReadTickets) >= Reach.MyUnit ? Unit : null,
        Open: Rights.Of(RoleNames, Permission.ReadTickets) == Reach.All,
        Confidential: Rights.Of(RoleNames, Permission.ReadConfidential) == Reach.All);

    /// <summary>Whether he sees a call that these had or are being offered.</summary>
    public bool SeesCall(params IEnumerable<AgentId?> agents) => Rights.Of(RoleNames, Permission.ReadCalls) switch
    {
        Reach.None => false,
        Reach.All => true,
        _ => agents.Contains(Id),
    };

    public static Person Of(ClaimsPrincipal user)
    {
        string Claim(string type) => user.FindFirstValue(type) ?? "";
        return new Person(new AgentId(Claim(ClaimTypes.NameIdentifier)), Claim(ClaimTypes.Name),
            [.. user.FindAll(ClaimTypes.Role).Select(c => c.Value)],
            Claim(PhoneEndpoint) is { Length: > 0 } endpoint ? new PhoneCredentials(endpoint, Claim(PhoneRealm), Claim(PhoneSecret)) : null,
            Claim(UnitOf) is { Length: > 0 } unit ? unit : null);
    }

    /// <summary>As the ticket's rules know people: by the highest role.</summary>
    public TicketActor ToActor() => new(Id.Value,
        RoleNames.Contains(Roles.Administrator) ? TicketRole.Administrator
        : RoleNames.Contains(Roles.ShiftLeader) ? TicketRole.ShiftLeader
        : TicketRole.Agent);

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims =
            [new(ClaimTypes.NameIdentifier, Id.Value), new(ClaimTypes.Name, Name), .. RoleNames.Select(r => new Claim(ClaimTypes.Role, r))];
        if (Unit is not null)
        {
            claims.Add(new(UnitOf, Unit));
        }
        if (Phone is { } phone)
        {
            claims.AddRange([new(PhoneEndpoint, phone.Endpoint), new(PhoneRealm, phone.Realm), new(PhoneSecret, phone.Secret)]);
        }
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
