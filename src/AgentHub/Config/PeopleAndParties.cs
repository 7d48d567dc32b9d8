using Hotline.Routing;

namespace Hotline.AgentHub.Config;

/// <summary>Reads whom an agent may call, and the people of the demonstration.</summary>
internal static class PeopleAndParties
{
    /// <summary>The roles of the desk's contract.</summary>
    private static readonly string[] DemoRoles = [.. Roles.OfTheHotline, .. Roles.OfUnits, .. Roles.OfAdministrators];

    private static readonly Dictionary<string, PartyKind> Kinds = new()
    {
        ["subCentre"] = PartyKind.SubCentre,
        ["emergency"] = PartyKind.Emergency,
        ["line"] = PartyKind.Line,
    };

    public static IReadOnlyList<Party> Parties(CityFiles files)
    {
        List<Party> parties = [];
        foreach (var row in CodeTables.Unique(files.Table("parties.csv", "target", "name", "kind", "trunk", "callable"), "target"))
        {
            var callable = row["callable"] == "yes";
            if (!Kinds.TryGetValue(row["kind"], out var kind))
            {
                row.Problem("kind", $"\"{row["kind"]}\" is not a kind of party; write one of {string.Join(", ", Kinds.Keys)}");
            }
            else if (row["callable"] is not ("yes" or "no"))
            {
                row.Problem("callable", $"\"{row["callable"]}\" is not an answer; write yes or no");
            }
            else if (callable && row["trunk"].Length == 0)
            {
                row.Problem("trunk", "is empty, so the party cannot be dialled; name its trunk, or write no under callable");
            }
            else if (!row["target"].All(char.IsAsciiDigit))
            {
                row.Problem("target", $"\"{row["target"]}\" is not a number to dial; write digits only");
            }
            else
            {
                parties.Add(new Party(row["target"], row["name"], kind, callable ? row["trunk"] : ""));
            }
        }

        return parties;
    }

    /// <summary>Empty when the city has no demonstration.</summary>
    public static IReadOnlyList<DemoPerson> Demo(CityFiles files, IReadOnlySet<string> skills, IReadOnlyList<HandlingUnit> units)
    {
        const string Name = "demo/people.csv";
        List<DemoPerson> people = [];
        if (files.FindOptional(Name) is null)
        {
            return people;
        }

        foreach (var row in CodeTables.Unique(files.Table(Name, "id", "name", "roles", "skills", "unit"), "id"))
        {
            var roles = row.Parts("roles", ' ');
            var own = row.Parts("skills", ' ');
            if (roles.Count == 0 || roles.Except(DemoRoles).Any())
            {
                row.Problem("roles", $"\"{row["roles"]}\" is not a list of roles; write some of {string.Join(' ', DemoRoles)}");
            }
            else if (own.FirstOrDefault(s => AgentSkill.Parse(s) is not { } skill || !skills.Contains(skill.Skill.Value)) is { } unknown)
            {
                row.Problem("skills", AgentSkill.Parse(unknown) is null
                    ? $"\"{unknown}\" is not a skill with its level; write law, or law:1 to law:5"
                    : $"\"{unknown}\" is not in skills.csv; add it there, or remove it here");
            }
            else if (!row["id"].All(char.IsAsciiDigit))
            {
                row.Problem("id", $"\"{row["id"]}\" is not a 工号; write digits only, since it is read out to the caller");
            }
            else if (roles.Intersect(Roles.OfUnits).Any() ? units.All(unit => unit.Code != row["unit"]) : row["unit"].Length > 0)
            {
                row.Problem("unit", roles.Intersect(Roles.OfUnits).Any()
                    ? $"\"{row["unit"]}\" is not in units.csv; write the code of the unit that he works for"
                    : "is for those who work for a unit; leave it empty");
            }
            else
            {
                people.Add(new DemoPerson(new AgentId(row["id"]), row["name"], roles, [.. own.Select(s => AgentSkill.Parse(s)!.Value)],
                    row["unit"] is { Length: > 0 } unit ? unit : null));
            }
        }

        return people;
    }
}
