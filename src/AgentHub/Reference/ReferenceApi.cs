using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Screens;

namespace Hotline.AgentHub.Reference;

/// <summary>The city's lists that forms choose from.</summary>
internal static class ReferenceApi
{
    /// <summary>The city's lists, in the order of its files.</summary>
    public sealed record ReferenceView(
        IReadOnlyList<CodeName> DemandTypes, IReadOnlyList<Category> Categories, IReadOnlyList<CodeName> Units,
        IReadOnlyList<CodeName> BreakReasons, IReadOnlyList<RefusalView> NotAcceptReasons, IReadOnlyList<ReferralView> ReferralReasons,
        IReadOnlyList<CodeName> FormerReasons, IReadOnlyList<CodeName> Skills);

    /// <param name="Code">For programs.</param>
    /// <param name="Name">What the agent chooses.</param>
    /// <param name="Guidance">What the agent says to the caller; {…} is filled in.</param>
    public sealed record RefusalView(string Code, string Name, string Guidance);

    /// <param name="Code">For programs.</param>
    /// <param name="Name">What the agent chooses.</param>
    /// <param name="Responsible">Who is in charge.</param>
    /// <param name="Guidance">What the agent says to the caller; {…} is filled in.</param>
    public sealed record ReferralView(string Code, string Name, string Responsible, string Guidance);

    /// <param name="Target">The number dialled.</param>
    /// <param name="Name">What the agent reads.</param>
    /// <param name="Kind">Sub-centre, emergency line or another line.</param>
    /// <param name="Callable">False: shown, but its trunk is not agreed yet.</param>
    public sealed record PartyListed(string Target, string Name, string Kind, bool Callable);

    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").Needs(Permission.ReadReference).NotAudited("lists of the city").WithTags("reference");
        api.MapGet("/reference", (CityConfiguration city) => TypedResults.Ok(new ReferenceView(
            city.DemandTypes, city.Categories, [.. city.Units.Select(u => new CodeName(u.Code, u.Name))], city.BreakReasons,
            [.. city.NotAcceptReasons.Select(r => new RefusalView(r.Code, r.Name, r.Guidance))],
            [.. city.ReferralReasons.Select(r => new ReferralView(r.Code, r.Name, r.Responsible, r.Guidance))], city.FormerReasons,
            [.. city.Skills.Select(s => new CodeName(s.Id.Value, s.Name))])));
        api.MapGet("/parties", (CityConfiguration city) => TypedResults.Ok(
            city.Parties.Select(p => new PartyListed(p.Target, p.Name, DeskWords.Camel(p.Kind), p.Trunk.Length > 0)).ToList()));
    }
}
