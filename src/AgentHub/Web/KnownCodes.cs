using System.Collections.Frozen;
using Hotline.AgentHub.Config;
using Hotline.Tickets;

namespace Hotline.AgentHub.Web;

/// <summary>The lists that codes of a form are chosen from: the city's, and the closed ones of the ticket itself.</summary>
internal enum CodeList
{
    DemandTypes,

    /// <summary>The leaves of the tree.</summary>
    Categories,
    Units,
    NotAcceptReasons,
    ReferralReasons,
    Outcomes,
    RequesterKinds,
    Urgencies,
}

/// <param name="Field">Where it stands in the form.</param>
/// <param name="List">What it is chosen from.</param>
/// <param name="Code">What was chosen; null or empty where nothing was.</param>
internal readonly record struct NamedCode(TicketField Field, CodeList List, string? Code);

/// <summary>A form that names codes of lists. <see cref="KnownCodes"/> looks each up before a handler sees the form.</summary>
internal interface INamesCodes
{
    IEnumerable<NamedCode> NamedCodes();
}

/// <summary>
/// Stands before every handler of the API: a code that is in none of the city's lists gets no further, whichever form brings it. What a
/// ticket of before names stays as it was written.
/// </summary>
internal sealed class KnownCodes(CityConfiguration city) : IEndpointFilter
{
    private readonly FrozenDictionary<CodeList, FrozenSet<string>> _lists = new Dictionary<CodeList, FrozenSet<string>>
    {
        [CodeList.DemandTypes] = Set(city.DemandTypes.Select(t => t.Code)),
        [CodeList.Categories] = Set(Leaves(city.Categories)),
        [CodeList.Units] = Set(city.Units.Select(u => u.Code)),
        [CodeList.NotAcceptReasons] = Set(city.NotAcceptReasons.Select(r => r.Code)),
        [CodeList.ReferralReasons] = Set(city.ReferralReasons.Select(r => r.Code)),
        [CodeList.Outcomes] = Set(CallOutcome.Chosen.Select(Code.Of)),
        [CodeList.RequesterKinds] = Set(Enum.GetValues<RequesterKind>().Select(Code.Of)),
        [CodeList.Urgencies] = Set(Enum.GetValues<Urgency>().Select(Code.Of)),
    }.ToFrozenDictionary();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        List<TicketField> unknown = [.. context.Arguments.OfType<INamesCodes>().SelectMany(form => form.NamedCodes())
            .Where(named => !string.IsNullOrEmpty(named.Code) && !_lists[named.List].Contains(named.Code)).Select(named => named.Field)];
        return unknown.Count == 0 ? await next(context) : Problem.OfFields(UnknownCode, unknown);
    }

    private const string UnknownCode = "unknownCode";

    private static FrozenSet<string> Set(IEnumerable<string> codes) => codes.ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Leaves(IReadOnlyList<Category> categories) =>
        categories.SelectMany(c => c.Children.Count == 0 ? [c.Code] : Leaves(c.Children));
}
