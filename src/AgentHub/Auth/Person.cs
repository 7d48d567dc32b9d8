using System.Globalization;
using System.Security.Claims;
using Hotline.AgentHub.Config;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Tickets;

namespace Hotline.AgentHub.Auth;

/// <summary>Who is signed in, read from the sealed cookie: it also carries this sign-in's phone, so that nothing of it lies on disk.</summary>
/// <param name="Id">Agent number.</param>
/// <param name="Name">As colleagues see it.</param>
/// <param name="RoleNames">What he is.</param>
/// <param name="Phone">Of this sign-in; null for whoever takes no calls.</param>
/// <param name="Unit">The handling unit that he works for.</param>
/// <param name="Session">Of this sign-in.</param>
/// <param name="Stamp">Of the account when it began.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Due">What he has to do before anything else: a code, or empty.</param>
public sealed record Person(AgentId Id, string Name, IReadOnlyList<string> RoleNames, PhoneCredentials? Phone, string? Unit = null,
    string Session = "", string Stamp = "", DateTimeOffset StartedAt = default, string Due = "")
{
    private const string SessionId = "session";
    private const string AccountStamp = "stamp";
    private const string Started = "started";
    private const string DueCode = "due";
    private const string UnitOf = "unit";
    private const string PhoneEndpoint = "phone-endpoint";
    private const string PhoneRealm = "phone-realm";
    private const string PhoneSecret = "phone-secret";

    /// <summary>Whoever owes a new password may set it, and nothing else.</summary>
    public bool May(Permission permission) => Rights.May(RoleNames, permission) && (Due.Length == 0 || permission == Permission.SignIn);

    /// <summary>Whose tickets he sees, as the table of rights says; what he has to do with now adds <see cref="Sights"/>.</summary>
    internal TicketSight Sight() => new(
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
            Claim(UnitOf) is { Length: > 0 } unit ? unit : null, Claim(SessionId), Claim(AccountStamp),
            long.TryParse(Claim(Started), CultureInfo.InvariantCulture, out var started) ? DateTimeOffset.FromUnixTimeMilliseconds(started) : default,
            Claim(DueCode));
    }

    /// <summary>As the ticket's rules know people: by the highest role.</summary>
    public TicketActor ToActor() => new(Id.Value, RoleNames.Contains(Roles.ShiftLeader) ? TicketRole.ShiftLeader : TicketRole.Agent);

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Id.Value), new(ClaimTypes.Name, Name), .. RoleNames.Select(r => new Claim(ClaimTypes.Role, r)),
            new(SessionId, Session), new(AccountStamp, Stamp), new(Started, Invariant($"{StartedAt.ToUnixTimeMilliseconds()}")), new(DueCode, Due),
        ];
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
