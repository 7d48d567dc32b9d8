using Hotline.Routing;

namespace Hotline.AgentHub.Config;

/// <summary>A code for programs and its Chinese name for people.</summary>
public sealed record CodeName(string Code, string Name);

/// <summary>What an agent can do and a number may ask for.</summary>
public sealed record Skill(SkillId Id, string Name);

/// <summary>责任单位 or 承办单位; <paramref name="ParentCode"/> is null at the top of the tree (JUR-01).</summary>
public sealed record HandlingUnit(string Code, string Name, string? ParentCode)
{
    /// <summary>province, city, county, township or village.</summary>
    public string Level { get; init; } = "city";

    /// <summary>Code of the area that it answers for; empty where it answers for none by itself.</summary>
    public string Area { get; init; } = "";

    /// <summary>A county's work station (承办工作站), which passes on what it gets to those below it (JUR-05).</summary>
    public bool IsStation { get; init; }

    /// <summary>Code of the station that it stands under: the nearest above it; null for none.</summary>
    public string? Station { get; init; }

    /// <summary>The post that hotline work lies with (联络员, TKT-18); empty: nobody's, and nothing is dispatched to it.</summary>
    public string Contact { get; init; } = "";

    /// <summary>It takes tickets; a heading of the tree does not.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>A township or a village: some matters may not be handed down to it.</summary>
    public bool IsGrassRoots => Level is "township" or "village";
}

/// <summary>诉求分类, a tree.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Name">What the agent reads.</param>
/// <param name="Synonyms">Other words by which agents look for it: what citizens call the matter.</param>
/// <param name="Children">Empty for one that a ticket can name.</param>
public sealed record Category(string Code, string Name, IReadOnlyList<string> Synonyms, IReadOnlyList<Category> Children);

/// <summary>Why a demand is not accepted, and the words that guide the caller on (ACC-02 to ACC-10).</summary>
/// <param name="Code">For programs.</param>
/// <param name="Name">What the agent chooses.</param>
/// <param name="Guidance">What the agent says; {…} is filled in.</param>
/// <param name="Source">The requirement it stands for.</param>
public sealed record NotAcceptReason(string Code, string Name, string Guidance, string Source);

/// <summary>Why a demand is another body's to take up by its duties, and the words that lead the caller there (ACC-14).</summary>
/// <param name="Code">For programs.</param>
/// <param name="Name">What the agent chooses.</param>
/// <param name="Responsible">Who is in charge.</param>
/// <param name="Guidance">What the agent says; {…} is filled in.</param>
/// <param name="Source">The requirement it stands for.</param>
public sealed record ReferralReason(string Code, string Name, string Responsible, string Guidance, string Source);

/// <summary>What a third party is: a sub-centre (12366 …), an emergency line (110, 119, 120, 122), or another line.</summary>
public enum PartyKind
{
    SubCentre,
    Emergency,
    Line,
}

/// <summary>Whom an agent may bring into a call (XFER-01, XFER-05).</summary>
/// <param name="Target">The number dialled.</param>
/// <param name="Name">What the agent reads.</param>
/// <param name="Kind">Sub-centre, emergency line or another line.</param>
/// <param name="Trunk">The trunk it is dialled on; empty for a party that is shown but cannot be dialled yet.</param>
public sealed record Party(string Target, string Name, PartyKind Kind, string Trunk)
{
    public bool Callable => Trunk.Length > 0;
}

/// <summary>A person of the demonstration; <paramref name="Unit"/> is the code of the one that he works for, null for the hotline's people.</summary>
public sealed record DemoPerson(AgentId Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<AgentSkill> Skills, string? Unit = null);
