using Hotline.AgentHub.Config;
using Hotline.AgentHub.Screens;

namespace Hotline.AgentHub.Api;

/// <summary>The city's lists that forms choose from.</summary>
internal static class ReferenceApi
{
    public sealed record ReferenceView(
        IReadOnlyList<CodeName> DemandTypes, IReadOnlyList<Category> Categories, IReadOnlyList<CodeName> Units,
        IReadOnlyList<CodeName> BreakReasons, IReadOnlyList<CodeName> NotAcceptReasons, IReadOnlyList<CodeName> Skills);

    public sealed record PartyListed(string Target, string Name, string Kind, bool Callable);

    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization().WithTags("reference");
        api.MapGet("/reference", (CityConfiguration city) => TypedResults.Ok(new ReferenceView(
            city.DemandTypes, city.Categories, [.. city.Units.Select(u => new CodeName(u.Code, u.Name))], city.BreakReasons,
            [.. city.NotAcceptReasons.Select(r => new CodeName(r.Code, r.Name))], [.. city.Skills.Select(s => new CodeName(s.Id.Value, s.Name))])));
        api.MapGet("/parties", (CityConfiguration city) => TypedResults.Ok(
            city.Parties.Select(p => new PartyListed(p.Target, p.Name, DeskWords.Camel(p.Kind), p.Trunk.Length > 0)).ToList()));
    }
}
